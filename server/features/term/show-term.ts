import type { showTerm } from '../../../shared/api/term'
import type { AnyTable } from '../../../shared/grammar/matter'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { type KindName, matterTables } from '../../../shared/workflow'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { holdersOf, nameIn, person, type Holder } from '../../engine/holders'
import type { Actor } from '../../http/actor'
import { goesOn, notElectedAgain } from './elected'

type Term = OutputOf<typeof showTerm>
type Next = NonNullable<Term['term']>
type Leaving = Pick<Term['leaving'][number], 'id' | 'name' | 'district'>

/** The congress of today beside the one that was elected, or, once its first session has begun, what the change was. */
export async function readTerm(reader: Reader, actor: Actor): Promise<Term> {
  const { townId } = actor
  const term = await newestTerm(reader, townId)
  if (term === null)
    return {
      ...{ term, seats: { before: 0, after: 0 } },
      ...{ again: [], fresh: [], leaving: [], unfilled: [], leaderless: [] },
    }
  const elected = await readElected(reader, townId, term)
  const left = await readLeaving(reader, townId, term)
  const again = elected.filter(({ again: goes }) => Number(goes) === 1)
  const fresh = elected.filter(({ again: goes }) => Number(goes) !== 1)
  return {
    term,
    seats: { before: again.length + left.length, after: elected.length },
    again: again.map(shown),
    fresh: fresh.map(shown),
    leaving: await withOpen(reader, actor, left),
    unfilled: await unfilledOf(reader, townId, elected),
    leaderless: await leaderlessOf(reader, townId, elected),
  }
}

async function newestTerm(reader: Reader, townId: string): Promise<Next | null> {
  const [row] = await reader.query<
    { termNo: number; waiting: number | string; version: number | string; openedOn: string | null }[]
  >(
    `SELECT e.term_no AS termNo, SUM(CASE WHEN e.ended_on IS NULL THEN 1 ELSE 0 END) AS waiting,
       SUM(e.version + 1) AS version, MAX(s.opened_on) AS openedOn
     FROM elected_deputy e LEFT JOIN congress_session s ON s.town_id = e.town_id AND s.term_no = e.term_no
       AND s.session_no = 1 AND s.ended_on IS NULL
     WHERE e.town_id = ? AND (e.ended_on IS NULL OR e.begun_on IS NOT NULL)
     GROUP BY e.term_no ORDER BY e.term_no DESC LIMIT 1`,
    [townId],
  )
  if (!row) return null
  return {
    ...{ termNo: Number(row.termNo), openedOn: row.openedOn },
    ...{ begun: Number(row.waiting) === 0, version: Number(row.version) },
  }
}

interface Elected {
  id: string
  name: string
  districtId: string | null
  district: string | null
  groupId: string | null
  group: string | null
  leads: number | boolean
  again: number | string
}

const wentOn = `EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = e.person_id AND m.town_id = e.town_id
  AND m.congress_level = 'township' AND m.ended_kind = 'termOver' AND m.ended_on = e.begun_on)`

const readElected = (reader: Reader, townId: string, { termNo, begun }: Next) =>
  reader.query<Elected[]>(
    `SELECT e.person_id AS id, p.name, d.id AS districtId, d.name AS district, g.id AS groupId, g.name AS \`group\`,
       e.group_leader AS leads, CASE WHEN ${begun ? wentOn : goesOn} THEN 1 ELSE 0 END AS again
     FROM elected_deputy e JOIN person p ON p.id = e.person_id
     LEFT JOIN electoral_district d ON d.id = e.electoral_district_id
     LEFT JOIN deputy_group g ON g.id = COALESCE(e.deputy_group_id, p.deputy_group_id)
     WHERE e.town_id = ? AND e.term_no = ? AND ${begun ? 'e.begun_on IS NOT NULL' : 'e.ended_on IS NULL'}
     ORDER BY e.place, e.id`,
    [townId, termNo],
  )

const shown = ({ id, name, district, group, leads }: Elected) => ({
  ...{ id, name, district, group },
  leads: Number(leads) === 1,
})

/** Those of the mandates that end with the term who were not elected again. */
const readLeaving = (reader: Reader, townId: string, { termNo, begun }: Next) =>
  reader.query<Leaving[]>(
    `SELECT p.id, p.name, d.name AS district FROM mandate r JOIN person p ON p.id = r.person_id
     LEFT JOIN electoral_district d ON d.id = r.electoral_district_id
     WHERE r.town_id = ? AND ${begun ? wasNotElected : notElectedAgain} ORDER BY r.place, r.id`,
    begun ? [townId, termNo, termNo] : [townId],
  )

const wasNotElected = `r.congress_level = 'township' AND r.ended_kind = 'termOver'
  AND r.ended_on = (SELECT MAX(e.begun_on) FROM elected_deputy e WHERE e.town_id = r.town_id AND e.term_no = ?)
  AND NOT EXISTS (SELECT 1 FROM elected_deputy o WHERE o.person_id = r.person_id AND o.town_id = r.town_id
    AND o.term_no = ? AND o.begun_on IS NOT NULL)`

interface Open {
  holder: Holder
  kind: KindName
  id: string
  title: string
  number: string | null
  state: string
}
const mostNamed = 500

/** Suggestions that the asker stands to are named; of what residents wrote only how much there is. */
async function withOpen(reader: Reader, actor: Actor, leaving: readonly Leaving[]): Promise<Term['leaving']> {
  if (leaving.length === 0) return []
  const { townId } = actor
  const theirs = leaving.map(({ id }) => person(id))
  const mine = holdersOf(actor)
  const rows = await reader.query<Open[]>(
    `SELECT h.holder, m.kind, m.id, m.title, m.number, m.state
     FROM matter_holder h JOIN matter m ON m.id = h.matter_id
     JOIN matter_holder own ON own.matter_id = h.matter_id AND own.holder IN (${marks(mine)})
     WHERE h.town_id = ? AND h.holder IN (${marks(theirs)}) AND h.lane IN ('mine', 'others')
       AND h.kind = 'suggestion' AND h.party = 'leadDeputy' LIMIT ${mostNamed}`,
    [...mine, townId, ...theirs],
  )
  // Of one matter there is a row for each day at which it changes by itself, and for each part that the asker has.
  const open = [...new Map(rows.map((row) => [`${row.holder} ${row.id}`, row])).values()]
  const waiting = await reader.query<{ holder: Holder; id: string }[]>(
    `SELECT h.holder, h.matter_id AS id FROM matter_holder h
     JOIN matter m ON m.id = h.matter_id AND m.state IN ('received', 'callAsked', 'replied', 'deputyAway')
     WHERE h.town_id = ? AND h.holder IN (${marks(theirs)}) AND h.lane IN ('mine', 'others')
       AND h.kind = 'opinion' AND h.party = 'deputy' LIMIT ${mostNamed}`,
    [townId, ...theirs],
  )
  const waitingFor = (id: string) =>
    new Set(waiting.flatMap((one) => (nameIn(one.holder) === id ? [one.id] : []))).size
  return leaving.map((one) => ({
    ...one,
    open: open
      .filter(({ holder }) => nameIn(holder) === one.id)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ kind, id, title, number, state }) => ({
        ...{ kind, id, title, number },
        state: (matterTables[kind] as AnyTable).states[state]?.label ?? '',
      })),
    opinions: waitingFor(one.id),
  }))
}

/** A district of which nothing is said has one seat. */
async function unfilledOf(reader: Reader, townId: string, elected: readonly Elected[]) {
  const districts = await reader.query<{ id: string; name: string; seats: number | null }[]>(
    `SELECT d.id, d.name, d.seats FROM electoral_district d
     WHERE d.town_id = ? AND d.congress_level = 'township' AND d.ended_on IS NULL ORDER BY d.position, d.id`,
    [townId],
  )
  return districts.flatMap(({ id, name, seats }) => {
    const won = elected.filter(({ districtId }) => districtId === id).length
    const all = Number(seats ?? 1)
    return won < all ? [{ id, name, seats: all, won }] : []
  })
}

async function leaderlessOf(reader: Reader, townId: string, elected: readonly Elected[]) {
  const groups = await reader.query<{ id: string; name: string }[]>(
    `SELECT g.id, g.name FROM deputy_group g WHERE g.town_id = ? AND g.ended_on IS NULL
     ORDER BY g.position, g.id`,
    [townId],
  )
  const led = new Set(elected.flatMap(({ groupId, leads }) => (Number(leads) === 1 ? [groupId] : [])))
  return groups.filter(({ id }) => !led.has(id))
}
