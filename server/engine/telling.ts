import type { Reminder } from '../../shared/api/inbox'
import type { PushKind } from '../../shared/words/messages'

/** What somebody is told: in the inbox, and by a card of WeChat. */
export interface Telling {
  townId: string
  recipientId: string
  recipientKind: 'person' | 'resident'
  text: string
  page: string
  /** Of what a resident is told: the message that it is about. */
  opinionId?: string | undefined
  push: PushKind
  /** What the WeChat card may name: a number without meaning to others. */
  number: string
  together?: Together | undefined
  /** Said by the clock. */
  reminder?: Reminder | undefined
}

/** Reminders of one name are one message a day to one person, however many matters they are of. */
export interface Together {
  name: string
  says: (count: number) => string
  /** The list in which each of them is found. */
  page: string
}
