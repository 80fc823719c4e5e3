import { WechatUnreachable } from './call'

/** What the answer of any request says about the time; no token is needed. */
export async function readClock(apiBase: string): Promise<Date> {
  const answer = await fetch(apiBase, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new WechatUnreachable('no connection', false)
  })
  const date = new Date(answer.headers.get('date') ?? '')
  if (Number.isNaN(date.getTime())) throw new WechatUnreachable('no time in the answer', false)
  return date
}
