import Taro from '@tarojs/taro'
import { reportConsents } from '../../../shared/api/consents'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { ask } from './ask'
import { type Audience, consentKinds } from '../../../shared/words/messages'

type Templates = Readonly<Record<Audience, readonly (readonly string[])[]>>
let templates: Templates | undefined
let taps = 0

/** Kept ready, because nothing may be awaited between a tap and the question. */
export function keepTemplates(known: Templates) {
  templates = known
}

/** Whose screen this is, by the folder it lies in. */
const audienceOf = (path: string): Audience => {
  const [folder] = path.replace(/^\//, '').split('/')
  return folder !== undefined && folder in consentKinds ? (folder as Audience) : 'pages'
}

/**
 * Asks, in the tap that needs it, whether WeChat may tell this person how it goes on; each "yes" is good for one message.
 * A "no" changes nothing: the inbox has everything.
 * @param audience whose reminders, where the screen does not tell
 */
export async function askConsent(audience?: Audience): Promise<void> {
  if (process.env.TARO_ENV !== 'weapp' || templates === undefined) return
  const path = Taro.getCurrentInstance().router?.path ?? ''
  const questions = templates[audience ?? audienceOf(path)]
  // One-time and long-term templates cannot be asked for together: turn by turn.
  const question = questions[taps % Math.max(1, questions.length)]
  if (question === undefined) return
  taps += 1
  await Taro.requestSubscribeMessage({ tmplIds: [...question], entityIds: [] })
    .then((answer) => report(path, question, answer as unknown as Readonly<Record<string, unknown>>))
    .catch(() => undefined)
}

/** Opens WeChat's own settings, where alone a kept “no” can be taken back. */
export async function openConsentSettings(): Promise<void> {
  const path = Taro.getCurrentInstance().router?.path ?? ''
  const all = Object.values(templates ?? {}).flat(2)
  await Taro.openSetting({ withSubscriptions: true })
    .then(() => report(path, [...new Set(all)].slice(0, 20), {}))
    .catch(() => undefined)
}

type Report = InputOf<typeof reportConsents>
const answers = ['accept', 'reject', 'ban', 'filter', 'acceptWithAudio', 'acceptWithAlert']

/** Tells the server what was answered, and which choices WeChat keeps; nothing waits for it. */
async function report(path: string, question: readonly string[], answer: Readonly<Record<string, unknown>>) {
  const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true })
  const kept =
    (subscriptionsSetting as { itemSettings?: Readonly<Record<string, unknown>> }).itemSettings ?? {}
  const pick = (said: Readonly<Record<string, unknown>>, allowed: readonly string[]) =>
    question.filter((template) => allowed.includes(String(said[template])))
  await ask(reportConsents, {
    input: {
      tap: path.replace(/^\//, '').slice(0, 60),
      answers: pick(answer, answers).map((template) => ({ template, answer: answer[template] })),
      kept: pick(kept, answers.slice(0, 3)).map((template) => ({ template, choice: kept[template] })),
    } as Report,
  })
}
