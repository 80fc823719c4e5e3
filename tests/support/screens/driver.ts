/** What a person does with one phone or one desk, and what they see. The same story is told through every driver. */
export interface Driver {
  /** Opens the mini-program at an address, as a link or a card of a message does. */
  open(url: string): Promise<void>
  /** Scans a printed code with this scene. */
  scan(scene: string): Promise<void>
  /** Closes the mini-program and opens it again; what the phone remembers stays. */
  reopen(): Promise<void>
  /** One of the places that are always there: the tabs, or the side bar of a desk. */
  go(place: string): Promise<void>
  back(): Promise<void>

  tap(text: string): Promise<void>
  tapId(id: string): Promise<void>
  /** Types into the field with this label. */
  type(field: string, text: string): Promise<void>
  /** Taps one of the words below the label. */
  choose(field: string, word: string): Promise<void>
  /** Opens the list of the field and picks from it. */
  pick(field: string, ...names: string[]): Promise<void>
  /** Turns the wheel of a day field to this day, `YYYY-MM-DD`. */
  pickDay(field: string, day: string): Promise<void>
  /** Ticks the box whose words begin like this. */
  tick(start: string): Promise<void>
  /** Turns the switch of the row with this label. */
  turn(label: string): Promise<void>
  /** Taps this, and picks the picture that it asks for. */
  givePicture(button: string, file: string): Promise<void>
  /** Taps the button of a voice, speaks, and taps it again. @param file what a phone that hears nothing hears */
  speak(file: string): Promise<void>
  /** The button of an open sheet of a step. */
  confirm(): Promise<void>

  /** Waits until this can be read on the screen. */
  see(text: string): Promise<void>
  /** Waits until this can not be read on the screen. */
  notSee(text: string): Promise<void>
  /** Waits until there is nothing with this id on the screen. */
  lacks(id: string): Promise<void>
  /** All that can be read on the screen. */
  text(): Promise<string>
  isElder(): Promise<boolean>

  setOnline(online: boolean): Promise<void>
  /** What is sent arrives, and the answers do not come back. */
  loseAnswers(lost: boolean): Promise<void>
  /** The first, the third… time that something is asked of an address, nothing comes of it. */
  failEverySecond(failing: boolean): Promise<void>
  /** A picture of the screen, where there is one. */
  shot(name: string): Promise<void>
  close(): Promise<void>
}

/** How long a person looks for something before it is not there. */
export const patienceMs = 5000
