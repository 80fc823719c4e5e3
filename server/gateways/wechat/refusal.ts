import { Refusal } from '../../../shared/words/refusals'
import { WechatUnreachable } from './call'
import { rowOf } from './errcodes'

/**
 * WeChat's “no”, or its silence, for somebody who waits for it: to come back later, or what is to be set right.
 * @param what did not come about, in a few words
 */
export function refusalOf(error: unknown, what: string): Refusal {
  if (!(error instanceof WechatUnreachable)) throw error
  return new Refusal('unavailable', {}, `${what}${nextOf(error.errcode)}`)
}

function nextOf(errcode: number | undefined): string {
  if (errcode === undefined) return '，请过一会儿再试。'
  const row = rowOf(errcode)
  if (row.class === 'transient' || row.class === 'rate' || row.class === 'token') return '，请过一会儿再试。'
  if (row.class === 'quota') return `：${row.says}，请明天再试。`
  return `：${row.says}。`
}
