import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'
import { type ErrorClass, rowOf } from './errcodes'

/** `pass`: nothing found. `look`: a person must look, for whatever reason. `later`: no verdict, ask again. */
export type TextVerdict = 'pass' | 'look' | 'later'

/** So long somebody waits for the verdict, the fetch of a token included; then a person looks. */
const usualBudgetMs = 3000

/** @returns undefined when the time is over; what comes later is of no use any more */
async function within<T>(budgetMs: number, asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), budgetMs)
  })
  asked.catch(() => {})
  return Promise.race([asked, over]).finally(() => clearTimeout(timer))
}

/**
 * `msg_sec_check` (version 2, scene 2). A verdict other than "pass" never rejects: petitions hit the "politics" label
 * every day. WeChat knows only people who were active in the last two hours (61010): then a person looks.
 */
export const checkText =
  (call: CallWechat, withToken: WithToken, budgetMs = usualBudgetMs) =>
  async (openid: string, content: string): Promise<TextVerdict> => {
    try {
      const answer = await within(
        budgetMs,
        withToken((accessToken) =>
          call({
            method: 'POST',
            path: '/wxa/msg_sec_check',
            query: { access_token: accessToken },
            body: { version: 2, scene: 2, openid, content: content.slice(0, 2500) },
            timeoutMs: budgetMs,
          }),
        ),
      )
      if (answer === undefined) return 'look'
      if (answer.kind !== 'json') return 'later'
      if (answer.errcode === 0) {
        return (answer.body.result as { suggest?: unknown } | undefined)?.suggest === 'pass' ? 'pass' : 'look'
      }
      return verdictOf(answer.errcode)
    } catch (error) {
      if (error instanceof WechatUnreachable) {
        if (error.timedOut) return 'look'
        return error.errcode === undefined ? 'later' : verdictOf(error.errcode)
      }
      throw error
    }
  }

/** What a “no” of WeChat means for a check. */
export const verdictOf = (errcode: number): 'look' | 'later' => verdicts[rowOf(errcode).class]

/** What passes soon is asked again; what will not pass before somebody sets it right is for a person at once. */
const verdicts: Readonly<Record<ErrorClass, 'look' | 'later'>> = {
  transient: 'later',
  rate: 'later',
  token: 'look',
  quota: 'look',
  configuration: 'look',
  template: 'look',
  finalUser: 'look',
  finalOurs: 'look',
}
