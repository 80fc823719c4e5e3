import { posts, type PostKind } from '../../../shared/permissions'
import { beijingDay, type Day, spokenDay } from '../../../shared/rules/days'
import { congressLevels, type CongressLevel } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { instantText, isoInstant, marks, sqlInstant } from '../../database/sql'
import { part, readTogether } from '../../database/together'

/** One mandate or post of somebody, in words. */
export interface Held {
  id: string
  personId: string
  kind: 'mandate' | 'post'
  word: string
  note: string | null
  endedOn: Day | null
}

interface MandateRow {
  id: string
  personId: string
  level: CongressLevel
  district: string | null
  certificateNo: string | null
  endedOn: Day | null
}
interface PostRow {
  id: string
  personId: string
  postKind: PostKind
  unit: string | null
  endedOn: Day | null
}

const heldParts = (townId: string, personIds: readonly string[]) => ({
  mandates: part<MandateRow>({
    columns: {
      ...{ id: 'm.id', personId: 'm.person_id', level: 'm.congress_level', district: 'e.name' },
      ...{ certificateNo: 'm.certificate_no', endedOn: dayText('m.ended_on') },
    },
    from: `FROM mandate m LEFT JOIN electoral_district e ON e.id = m.electoral_district_id
      WHERE m.town_id = ? AND m.person_id IN (${marks(personIds)})`,
    order: 'm.congress_level DESC, m.id',
    parameters: [townId, ...personIds],
  }),
  posts: part<PostRow>({
    columns: {
      ...{ id: 'o.id', personId: 'o.person_id', postKind: 'o.post_kind', unit: 'u.name' },
      endedOn: dayText('o.ended_on'),
    },
    from: `FROM post o LEFT JOIN handling_unit u ON u.id = o.handling_unit_id
      WHERE o.town_id = ? AND o.person_id IN (${marks(personIds)})`,
    order: 'o.id',
    parameters: [townId, ...personIds],
  }),
})
const dayText = (column: string) => `CASE WHEN ${column} IS NULL THEN NULL ELSE CONCAT(${column}, '') END`

/** What these persons are or were: `镇人大代表`, `镇水利站 经办人`. */
export async function readHeld(
  reader: Reader,
  townId: string,
  personIds: readonly string[],
): Promise<Held[]> {
  const held = await readTogether(reader, heldParts(townId, personIds))
  return [
    ...held.mandates.map(({ level, district, certificateNo, ...row }): Held => ({
      ...{ id: row.id, personId: row.personId, kind: 'mandate', word: congressLevels[level] },
      note: [district, certificateNo && `证号 ${certificateNo}`].filter(Boolean).join('，') || null,
      endedOn: row.endedOn,
    })),
    ...held.posts.map(({ id, personId, postKind, unit, endedOn }): Held => ({
      ...{ id, personId, kind: 'post', note: null, endedOn },
      word: [unit, posts[postKind].label].filter(Boolean).join(' '),
    })),
  ]
}

const isOpen = ({ endedOn }: Held) => endedOn === null

/** What somebody is today, in words. */
export const heldBy = async (reader: Reader, townId: string, personId: string) =>
  (await readHeld(reader, townId, [personId])).filter(isOpen).map(({ word }) => word)

/** By person, what each is today. */
export async function titlesOf(reader: Reader, townId: string, personIds: readonly string[]) {
  const titles = new Map<string, string[]>(personIds.map((id) => [id, []]))
  for (const { personId, word } of (await readHeld(reader, townId, personIds)).filter(isOpen))
    titles.get(personId)?.push(word)
  return titles
}

/** Who of these has bound WeChat, and whose invite is good until when. */
export async function readBindings(
  reader: Reader,
  townId: string,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, { bound: boolean; invitedUntil: Day | null }>> {
  const rows = await reader.query<{ id: string; accountId: string | null; until: string | null }[]>(
    `SELECT p.id, p.account_id AS accountId, MAX(${instantText('i.expires_at')}) AS until
     FROM person p LEFT JOIN invite i ON i.person_id = p.id AND i.ended_at IS NULL AND i.expires_at > ?
     WHERE p.town_id = ? AND p.id IN (${marks(personIds)}) GROUP BY p.id, p.account_id`,
    [sqlInstant(now), townId, ...personIds],
  )
  return new Map(
    rows.map(({ id, accountId, until }) => [
      id,
      {
        bound: accountId !== null,
        invitedUntil: until === null ? null : beijingDay(new Date(isoInstant(until))),
      },
    ]),
  )
}

/** What a list of people says beside the fields. */
export async function saidOf(reader: Reader, townId: string, personIds: readonly string[], now: Date) {
  const titles = await titlesOf(reader, townId, personIds)
  const bindings = await readBindings(reader, townId, personIds, now)
  const today = beijingDay(now)
  return new Map(
    personIds.map((id) => {
      const { bound, invitedUntil } = bindings.get(id) ?? { bound: false, invitedUntil: null }
      const open = invitedUntil === null ? '未绑定' : `邀请码${spokenDay(invitedUntil, today)}前有效`
      const holds = titles.get(id)?.join('、') ?? ''
      return [id, { ...(holds === '' ? {} : { holds }), binding: bound ? '已绑定' : open }]
    }),
  )
}
