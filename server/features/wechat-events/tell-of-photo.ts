import type { ContentCheckAction, ContentKind } from '../../../shared/matters/content-check/table'
import type { Tx } from '../../database/source'
import type { EventLine } from '../../gateways/wechat/read-event'
import { act } from '../../engine/act'
import { systemOf } from '../../engine/kind'
import { kind as contentCheck } from '../../matters/content-check/kind'

/**
 * WeChat's word on a photo. Anything but "pass" is for a person, who reads that WeChat has its doubts; so is a photo that
 * it could not fetch (-1008), and a file at which a person looks in any case.
 * @returns false where the photo is not known under this name yet: the word may come before the answer to the request
 */
export async function tellOfPhoto(tx: Tx, line: EventLine, now: Date): Promise<boolean> {
  const [check] = await tx.query<
    { id: string; townId: string; version: number; state: string; kind: ContentKind }[]
  >(
    `SELECT m.id, m.town_id AS townId, m.version, m.state, k.kind FROM content_check k JOIN matter m ON m.id = k.id
     WHERE k.trace_id = ?`,
    [line.trace_id ?? ''],
  )
  if (!check) return false
  if (check.state !== 'pending') return true
  const step = { version: check.version, form: {} }
  await act(tx, contentCheck, systemOf(check.townId), check.id, actionAfter(line, check.kind), step, now)
  return true
}

function actionAfter(line: EventLine, kind: ContentKind): ContentCheckAction {
  if ((line.errcode ?? '0') !== '0') return 'hold'
  if (line['result.suggest'] !== 'pass') return 'doubt'
  return kind === 'file' ? 'hold' : 'pass'
}
