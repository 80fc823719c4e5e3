import { beijingDay } from '../../../shared/rules/days'
import { posts, type PostKind } from '../../../shared/permissions'
import { congressLevels, type CongressLevel, type UnitKind } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isoInstant, marks, sqlInstant } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { Refusal } from '../../../shared/words/refusals'
import { pageSize } from '../../database/keyset'

export const unitsPart = (townId: string) =>
  part<{ id: string; name: string; kind: UnitKind }>({
    columns: { id: 'u.id', name: 'u.name', kind: 'u.unit_kind' },
    from: 'FROM handling_unit u WHERE u.town_id = ?',
    order: 'u.position, u.id',
    parameters: [townId],
  })
export const readUnits = async (reader: Reader, townId: string) =>
  (await readTogether(reader, { units: unitsPart(townId) })).units

/** The register in its own order; the cursor is the place of the last one seen. */
export async function readRoster(
  reader: Reader,
  townId: string,
  bound: 'yes' | 'no' | undefined,
  cursor: string | undefined,
  now: Date,
) {
  const afterPosition = cursor === undefined ? -1 : Number(cursor)
  if (!Number.isInteger(afterPosition)) throw new Refusal('bad_cursor')
  const rows = await reader.query<
    {
      id: string
      name: string
      position: number
      accountId: string | null
      invitedUntil: string | null
      isDeputy: number
    }[]
  >(
    `SELECT p.id, p.name, p.position, p.account_id AS accountId,
       (SELECT MAX(i.expires_at) FROM invite i WHERE i.person_id = p.id AND i.ended_at IS NULL AND i.expires_at > ?)
         AS invitedUntil,
       CASE WHEN EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = p.id AND m.ended_on IS NULL) THEN 1 ELSE 0 END
         AS isDeputy
     FROM person p WHERE p.town_id = ? AND p.position > ?
     ${bound === undefined ? '' : `AND p.account_id IS ${bound === 'yes' ? 'NOT ' : ''}NULL`}
     ORDER BY p.position, p.id LIMIT ${pageSize + 1}`,
    [sqlInstant(now), townId, afterPosition],
  )
  const page = rows.slice(0, pageSize)
  const titles = await readTitles(
    reader,
    townId,
    page.map((row) => row.id),
  )
  return {
    items: page.map((row) => ({
      id: row.id,
      name: row.name,
      titles: titles.get(row.id) ?? [],
      isDeputy: row.isDeputy === 1,
      bound: row.accountId !== null,
      invitedUntil: row.invitedUntil ? beijingDay(new Date(isoInstant(row.invitedUntil))) : null,
    })),
    next: rows.length > pageSize ? String(page[page.length - 1]?.position) : null,
  }
}

/** What each person is, in words: `镇人大代表`, `水利站 经办人`. */
async function readTitles(reader: Reader, townId: string, personIds: readonly string[]) {
  const titles = new Map<string, string[]>(personIds.map((id) => [id, []]))
  const mandates = await reader.query<{ personId: string; level: CongressLevel }[]>(
    `SELECT person_id AS personId, congress_level AS level FROM mandate
     WHERE town_id = ? AND ended_on IS NULL AND person_id IN (${marks(personIds)})`,
    [townId, ...personIds],
  )
  for (const { personId, level } of mandates) titles.get(personId)?.push(congressLevels[level])
  const held = await reader.query<{ personId: string; kind: PostKind; unit: string | null }[]>(
    `SELECT o.person_id AS personId, o.post_kind AS kind, u.name AS unit FROM post o
     LEFT JOIN handling_unit u ON u.id = o.handling_unit_id
     WHERE o.town_id = ? AND o.person_id IN (${marks(personIds)})`,
    [townId, ...personIds],
  )
  for (const { personId, kind, unit } of held) {
    titles.get(personId)?.push(unit ? `${unit} ${posts[kind].label}` : posts[kind].label)
  }
  return titles
}
