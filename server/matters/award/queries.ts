import type { OutputOf } from '../../../shared/grammar/endpoint'
import type {
  listAwards as listEndpoint,
  listPublicAwards as publicEndpoint,
} from '../../../shared/matters/award/endpoints'
import { type AwardState, publicIn } from '../../../shared/matters/award/states'
import { type AwardKind, honouredNamed } from '../../../shared/matters/award/words'
import type { Day } from '../../../shared/rules/days'
import { pageInOrder } from '../../database/keyset'
import type { Reader } from '../../database/source'
import { quoted } from '../../database/sql'
import { knownTown } from '../../features/towns/known-town'
import { shownTextSql } from '../content-check/shown'
import { honouredColumns, honouredFrom } from './record'

interface Placed {
  id: string
  year: number
  title: string
  certificateNo: string | null
  suggestionNo: string | null
  place: number | null
}

/** The newest year first; then by certificate, and without one by the register: never by anything that was done (D.L4). */
const inOrder = <Row extends Placed>(rows: readonly Row[], cursor: string | undefined) =>
  pageInOrder(rows, cursor, ({ id, year, title, certificateNo, place, suggestionNo }) => ({
    order: [
      ...[9999 - Number(year), certificateNo ?? '~', title, String(place ?? 0).padStart(6, '0')],
      suggestionNo ?? '',
    ].join(' '),
    id,
  }))

const columnsOf = (columns: Readonly<Record<string, string>>) =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} AS \`${name}\``)
    .join(', ')
const placed = `${columnsOf(honouredColumns)}, a.id, COALESCE(p.position, g.position) AS place`

interface ListRow extends Placed {
  awardKind: AwardKind
  name: string
  noticeTo: Day | null
  state: AwardState
}

/** A town has some twenty of them a year. */
export async function listAwards(
  reader: Reader,
  townId: string,
  cursor: string | undefined,
): Promise<OutputOf<typeof listEndpoint>> {
  const found = await reader.query<ListRow[]>(
    `SELECT ${placed}, m.state FROM award a JOIN matter m ON m.id = a.id ${honouredFrom}
     WHERE a.town_id = ?`,
    [townId],
  )
  const { rows, next } = inOrder(found, cursor)
  return {
    next,
    items: rows.map(({ name, suggestionNo, year, place: _, ...row }) => ({
      ...row,
      ...{ year: Number(year), whose: honouredNamed(row.awardKind, name, suggestionNo) },
    })),
  }
}

interface PublicRow extends ListRow {
  deputy: string | null
  groupName: string | null
  suggestionId: string | null
  item: string | null
  deeds: string
}

/** What stands on the notice and what was granted. @throws Refusal `not_found`, `bad_cursor` */
export async function listPublicAwards(
  reader: Reader,
  townId: string,
  cursor: string | undefined,
): Promise<OutputOf<typeof publicEndpoint>> {
  await knownTown(reader, townId)
  const found = await reader.query<PublicRow[]>(
    `SELECT ${placed}, m.state, a.deeds, p.name AS deputy, g.name AS groupName, s.id AS suggestionId,
       ${shownTextSql('ki', 's.public_item')} AS item
     FROM award a JOIN matter m ON m.id = a.id ${honouredFrom} LEFT JOIN matter ki ON ki.id = s.item_check_id
     WHERE a.town_id = ? AND m.state IN (${quoted(publicIn)})`,
    [townId],
  )
  const { rows, next } = inOrder(found, cursor)
  return {
    next,
    items: rows.map((row) => ({
      ...{ year: Number(row.year), title: row.title, awardKind: row.awardKind, deeds: row.deeds },
      ...{ deputy: row.deputy, group: row.groupName, certificateNo: row.certificateNo },
      noticeTo: row.state === 'onNotice' ? row.noticeTo : null,
      suggestion:
        row.suggestionId === null
          ? null
          : { id: row.suggestionId, no: row.suggestionNo, item: row.item ?? '' },
    })),
  }
}
