import type { Tx } from '../../database/source'
import type { EventLine } from '../../gateways/wechat/read-event'
import { actOnCheck } from '../../matters/content-check/act'

/**
 * WeChat's word on a photo. Anything but "pass", a photo that it could not fetch (-1008) included, is for a person.
 * @returns false where the photo is not known under this name yet: the word may come before the answer to the request
 */
export async function tellOfPhoto(tx: Tx, line: EventLine, now: Date): Promise<boolean> {
  const [check] = await tx.query<{ id: string; townId: string; version: number; state: string }[]>(
    'SELECT id, town_id AS townId, version, state FROM content_check WHERE trace_id = ?',
    [line.trace_id ?? ''],
  )
  if (!check) return false
  if (check.state !== 'pending') return true
  const passed = line['result.suggest'] === 'pass' && (line.errcode ?? '0') === '0'
  const asker = { townId: check.townId, system: true } as const
  await actOnCheck(tx, asker, check.id, passed ? 'pass' : 'hold', { version: check.version, form: {} }, now)
  return true
}
