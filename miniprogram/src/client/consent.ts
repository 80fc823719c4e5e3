import Taro from '@tarojs/taro'
import { type Audience, consentKinds } from '../../../shared/messages'

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
 */
export function askConsent() {
  if (process.env.TARO_ENV !== 'weapp' || templates === undefined) return
  const questions = templates[audienceOf(Taro.getCurrentInstance().router?.path ?? '')]
  // One-time and long-term templates cannot be asked for together: turn by turn.
  const question = questions[taps % Math.max(1, questions.length)]
  if (question === undefined) return
  taps += 1
  Taro.requestSubscribeMessage({ tmplIds: [...question], entityIds: [] }).catch(() => undefined)
}
