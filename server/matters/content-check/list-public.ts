import type { PublicList } from '../../../shared/matters/content-check/endpoints'
import { publicCheckStates } from '../../../shared/matters/content-check/table'
import { registerKinds } from '../../../shared/public-texts'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import type { Actor } from '../../http/actor'
import { isPublicSql } from '../../features/board/public'
import { presentAll } from './queries'
import { type CheckRecord, checkSql } from './record'
import { registerTextsSql } from './register'

/** Where the words of a suggestion stand now; what was replaced by a correction is public no more. */
const stands = `(
  k.id IN (s.item_check_id, s.text_check_id)
  OR EXISTS (SELECT 1 FROM reply a WHERE a.suggestion_id = s.id AND a.round_no = s.current_round AND k.id IN (a.result_check_id, a.to_see_check_id))
  OR EXISTS (SELECT 1 FROM commitment c WHERE c.suggestion_id = s.id AND k.id IN (c.promise_check_id, c.result_check_id))
  OR EXISTS (SELECT 1 FROM matter_event e WHERE e.matter_id = s.id AND e.kind = 'suggestion' AND e.line_check_id = k.id)
  OR EXISTS (SELECT 1 FROM key_suggestion y WHERE y.suggestion_id = s.id AND y.leader_check_id = k.id AND y.ended_at IS NULL)
  OR EXISTS (SELECT 1 FROM photo f JOIN photo_use u ON u.photo_id = f.id WHERE f.check_id = k.id AND u.suggestion_id = s.id))`

const lists: Record<PublicList, { states: readonly string[]; sql: string; towns: number }> = {
  matters: {
    states: publicCheckStates,
    sql: `(${isPublicSql} AND ${stands} OR k.kind = 'externalResult')`,
    towns: 0,
  },
  register: {
    states: publicCheckStates,
    sql: `(${[
      `k.kind = 'portrait' AND EXISTS (SELECT 1 FROM portrait f WHERE f.person_id = k.place_id)`,
      `k.kind = 'stationPhoto' AND EXISTS (SELECT 1 FROM station_photo f WHERE f.liaison_station_id = k.place_id)`,
      ...registerKinds.map((kind) => `k.kind = '${kind}' AND k.text IN (${registerTextsSql(kind)})`),
    ].join(' OR ')})`,
    towns: registerKinds.length,
  },
  hidden: { states: ['hidden'], sql: '1 = 1', towns: 0 },
}

/** What everyone may read now, or what was taken back, the newest first; found by words or by the number of the matter. */
export async function listPublic(
  reader: Reader,
  actor: Actor,
  { list, words, cursor }: { list: PublicList; words?: string | undefined; cursor?: string | undefined },
  now: Date,
) {
  const place = after('m.state_since', 'm.id', cursor)
  const { states, sql, towns } = lists[list]
  const wanted = words?.trim() ?? ''
  const like = `%${wanted.replace(/[\\%_]/g, '')}%`
  const rows = await reader.query<CheckRecord[]>(
    `${states
      .map(
        (state) => `SELECT * FROM (${checkSql} AND m.state = '${state}' AND ${sql}
          ${wanted === '' ? '' : 'AND (k.text LIKE ? OR s.subject LIKE ? OR s.suggestion_no LIKE ? OR p.name LIKE ?)'}
          ${place.sql}${place.order} LIMIT ${pageSize + 1}) AS one`,
      )
      .join(' UNION ALL ')} ORDER BY stateSince DESC, id DESC LIMIT ${pageSize + 1}`,
    states.flatMap(() => [
      actor.townId,
      ...Array<string>(towns).fill(actor.townId),
      ...(wanted === '' ? [] : [like, like, like, like]),
      ...place.parameters,
    ]),
  )
  const page = pageOfRows(rows, ({ stateSince, id }) => ({ at: stateSince, id }))
  return { items: await presentAll(reader, actor, page.rows, now), next: page.next }
}
