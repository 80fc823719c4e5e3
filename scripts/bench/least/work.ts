import { marks } from '../../../server/database/sql'
import { wantedPieces } from '../../../server/engine/words-found'
import type { Day } from '../../../shared/rules/days'
import type { Asker } from './asker'
import type { Store } from './store'

const rowSql = `m.id, m.kind, m.version, m.number, m.title, m.note, m.state, m.state_since AS since, u.name AS unit,
  v.name AS village, (SELECT t.party FROM matter_holder t WHERE t.matter_id = m.id AND t.lane = 'mine' LIMIT 1) AS turn`
const headSql = 'LEFT JOIN handling_unit u ON u.id = m.unit_id LEFT JOIN village v ON v.id = m.village_id'

interface Listed {
  id: string
}
const once = <R extends Listed>(rows: readonly R[]) =>
  rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) === index)

/** The first page of a lane, over all that one holds. */
export async function lanePage(store: Store, townId: string, { holders }: Asker, lane: string, today: Day) {
  const way = lane === 'ended' ? 'DESC' : 'ASC'
  const elsewhere =
    lane === 'others'
      ? `AND NOT EXISTS (SELECT 1 FROM matter_holder x WHERE x.matter_id = h.matter_id AND x.holder IN (${marks(holders)})
           AND x.lane = 'mine' AND x.from_on <= ? AND x.until_on >= ?)`
      : ''
  const one = `SELECT * FROM (SELECT h.matter_id, h.party, h.step, h.at, h.soon_at, h.kind FROM matter_holder h
    WHERE h.town_id = ? AND h.holder = ? AND h.lane = ? AND h.from_on <= ? AND h.until_on >= ? ${elsewhere}
    ORDER BY h.at ${way}, h.kind ${way}, h.matter_id ${way} LIMIT 42) AS one`
  const rows = await store.all<Listed>(
    `SELECT ${rowSql}, h.party, h.step, h.at, h.soon_at AS soonAt
     FROM (${holders.map(() => one).join(' UNION ALL ')}) AS h JOIN matter m ON m.id = h.matter_id ${headSql}
     ORDER BY h.at ${way}, h.kind ${way}, h.matter_id ${way} LIMIT 42`,
    holders.flatMap((holder) => [
      ...[townId, holder, lane, today, today],
      ...(lane === 'others' ? [...holders, today, today] : []),
    ]),
  )
  const items = once(rows)
  return { items: items.slice(0, 20), next: items.length > 20 ? items[19]?.id : null }
}

export async function found(store: Store, townId: string, { holders }: Asker, text: string, today: Day) {
  const { pieces } = wantedPieces(text)
  const counts = await store.all<{ token: string; count: number }>(
    pieces
      .map(
        () =>
          'SELECT ? AS token, COUNT(*) AS count FROM (SELECT 1 FROM search_token WHERE town_id = ? AND token = ? LIMIT 1000) AS some',
      )
      .join(' UNION ALL '),
    pieces.flatMap((piece) => [piece, townId, piece]),
  )
  const [first, ...others] = counts.sort((a, b) => a.count - b.count).map(({ token }) => token)
  const rows = await store.all<Listed>(
    `SELECT ${rowSql}, h.party, h.step, h.at FROM search_token t JOIN matter m ON m.id = t.matter_id
     JOIN matter_holder h ON h.matter_id = t.matter_id AND h.holder IN (${marks(holders)}) ${headSql}
     WHERE t.town_id = ? AND t.token = ? AND h.from_on <= ? AND h.until_on >= ?
       ${others.map(() => 'AND EXISTS (SELECT 1 FROM search_token o WHERE o.town_id = ? AND o.token = ? AND o.kind = t.kind AND o.matter_id = t.matter_id)').join(' ')}
       AND m.found_by LIKE ? ORDER BY m.state_since DESC, m.id, h.lane LIMIT 82`,
    [...holders, townId, first, today, today, ...others.flatMap((piece) => [townId, piece]), `%${text}%`],
  )
  const items = once(rows)
  return { items: items.slice(0, 40), more: items.length > 40 }
}
