import type { Tx } from '../../database/source'
import type { EventLine } from '../../gateways/wechat/read-event'
import { act } from '../../engine/act'
import { systemOf } from '../../engine/kind'
import { kind as contentCheck } from '../../matters/content-check/kind'

/**
 * WeChat's word on a photo. Anything but "pass", a photo that it could not fetch (-1008) included, is for a person.
 * @returns false where the photo is not known under this name yet: the word may come before the answer to the request
 */
export async function tellOfPhoto(tx: Tx, line: EventLine, now: Date): Promise<boolean> {
  const [check] = await tx.query<{ id: string; townId: string; version: number; state: string }[]>(
    `SELECT m.id, m.town_id AS townId, m.version, m.state FROM content_check k JOIN matter m ON m.id = k.id
     WHERE k.trace_id = ?`,
    [line.trace_id ?? ''],
  )
  if (!check) return false
  if (check.state !== 'pending') return true
  const passed = line['result.suggest'] === 'pass' && (line.errcode ?? '0') === '0'
  const step = { version: check.version, form: {} }
  await act(tx, contentCheck, systemOf(check.townId), check.id, passed ? 'pass' : 'hold', step, now)
  return true
}
