import type { TestServer } from '../server'
import { readOutput } from '../weapp/compile'
import { connect } from '../weapp/connect'
import { createPhone, type Phone } from '../weapp/phone'
import { type Driver, patienceMs } from './driver'
import { readText, findByText } from './sight'

/** No finger is quicker than the screen. */
const frameMs = 16
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export interface WeappDriver extends Driver {
  phone: () => Phone
}

/** A person with WeChat on a phone, on the untouched weapp output. */
export function createWeappDriver(
  server: TestServer,
  openid: string,
  { privacyAgreed = true } = {},
): WeappDriver {
  const storage = new Map<string, string>()
  let held: Phone | undefined

  const phone = () => {
    held ??= createPhone(readOutput(), connect(server, openid, storage, privacyAgreed))
    return held
  }
  const page = () => {
    const { record, pages } = phone().host
    const [fault] = [...record.errors, ...record.refused]
    if (fault !== undefined) throw new Error(`On ${pages.top()?.path ?? 'no page'}: ${fault}`)
    return pages.top()
  }
  const isUnseen = (element: Element) => phone().host.hides.some((selector) => element.matches(selector))
  const screen = () => page()?.element
  /** The uppermost sheet, if one is open: what lies below it can not be tapped. */
  const reach = () => {
    const element = screen()
    const sheets = element?.querySelectorAll('.sheet') ?? []
    return sheets[sheets.length - 1] ?? element
  }
  const read = () => {
    const shown = page()
    return shown ? `${shown.title}\n${readText(shown.element, isUnseen)}` : ''
  }

  async function until<T>(wanted: string, look: () => T | null | undefined | false): Promise<T> {
    for (const end = performance.now() + patienceMs; ;) {
      const found = look()
      if (found) return found
      if (performance.now() > end) throw new Error(`${wanted}\nThe screen says:\n${read()}`)
      await pause(5)
    }
  }
  const fingers = () => phone().host.fingers
  async function touch(wanted: string, look: () => Element | null | undefined): Promise<void> {
    const element = await until(`There is no ${wanted} to tap.`, () => {
      const found = look()
      return found && !fingers().isOff(found) ? found : undefined
    })
    fingers().tap(element)
    await pause(frameMs)
  }
  const fieldNamed = (label: string) =>
    [...(reach()?.querySelectorAll('.field') ?? [])].find(
      (field) => field.querySelector('.field-label')?.textContent?.replace(/可不填$/, '') === label,
    )
  const within = (field: string, selector: string, text: string) =>
    [...(fieldNamed(field)?.querySelectorAll(selector) ?? [])].find((one) => one.textContent === text)
  const rowNamed = (name: string) =>
    [...(reach()?.querySelectorAll('.choose-row') ?? [])].find(
      (row) => row.querySelector('.choose-name')?.textContent === name,
    )

  return {
    phone,
    async open(url) {
      phone().host.launch(url, 1001)
      await until(`Nothing opened at ${url}.`, screen)
    },
    async scan(scene) {
      phone().host.launch(`/pages/scan?scene=${encodeURIComponent(scene)}`, 1047)
      await until('Nothing opened.', screen)
    },
    async reopen() {
      page()
      held?.close()
      held = undefined
      phone().host.launch('/pages/home', 1001)
      await until('Nothing opened.', screen)
    },
    async go(place) {
      // The page that was left may still be on its way out.
      await until(`There are no tabs to go to ${place}.`, () => phone().host.showsTabs())
      phone().host.tapTab(place)
    },
    back: () => Promise.resolve(phone().host.goBack()),

    tap: (text) => touch(`“${text}”`, () => findByText(reach(), text, isUnseen)),
    tapId: (id) =>
      touch(`#${id}`, () => reach()?.querySelector(`#${id} .button`) ?? reach()?.querySelector(`#${id}`)),
    async type(field, text) {
      const input = await until(`There is no field ${field}.`, () =>
        fieldNamed(field)?.querySelector('wx-input, wx-textarea'),
      )
      fingers().type(input, text)
    },
    choose: (field, word) => touch(`${word} of ${field}`, () => within(field, '.chip', word)),
    async pick(field, ...names) {
      await touch(`list of ${field}`, () => fieldNamed(field)?.querySelector('.field-pick'))
      for (const name of names) await touch(`row ${name}`, () => rowNamed(name))
      if (reach()?.querySelector('.choose-done'))
        await touch('选好了', () => reach()?.querySelector('.choose-done .button'))
    },
    async pickDay(field, day) {
      await touch(`wheel of ${field}`, () => fieldNamed(field)?.querySelector('.field-pick'))
      fingers().turnWheel(day)
    },
    tick: (start) =>
      touch(`box ${start}`, () =>
        [...(reach()?.querySelectorAll('.field-tick') ?? [])].find((box) =>
          box.textContent?.startsWith(start),
        ),
      ),
    turn: (label) =>
      touch(`switch ${label}`, () =>
        [...(reach()?.querySelectorAll('.cell') ?? [])]
          .find((cell) => cell.querySelector('.cell-label')?.textContent === label)
          ?.querySelector('wx-switch'),
      ),
    givePicture(button, file) {
      phone().host.layPictureReady(file)
      return this.tap(button)
    },
    async speak(file) {
      phone().host.layRecordingReady(file)
      await this.tapId('voice')
      await this.see('点一下说完')
      await this.tapId('voice')
    },
    confirm: () => touch('button of the step', () => reach()?.querySelector('#action-confirm .button')),

    async see(text) {
      await until(`“${text}” does not appear.`, () => read().includes(text))
    },
    async notSee(text) {
      await until(`“${text}” does not go away.`, () => !read().includes(text))
    },
    async lacks(id) {
      await until(`#${id} does not go away.`, () => screen()?.querySelector(`#${id}`) === null)
    },
    text: () => Promise.resolve(read()),
    isElder: () => Promise.resolve(screen()?.querySelector('.page.elder') !== null),

    setOnline: (online) => Promise.resolve(phone().host.setOnline(online)),
    loseAnswers: (lost) => Promise.resolve(phone().host.loseAnswers(lost)),
    failEverySecond: (failing) => Promise.resolve(phone().host.failEverySecond(failing)),
    shot: () => Promise.resolve(),
    close() {
      page()
      held?.close()
      return Promise.resolve()
    },
  }
}
