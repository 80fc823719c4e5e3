import { WechatUnreachable } from './call'

/** What the answer of any request says about the time; no token is needed. */
export async function readClock(apiBase: string): Promise<Date> {
  const answer = await fetch(apiBase, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new WechatUnreachable('连不上微信', false)
  })
  const date = new Date(answer.headers.get('date') ?? '')
  if (Number.isNaN(date.getTime())) throw new WechatUnreachable('微信的回音里没有时间', false)
  return date
}
