import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showOwnGoals } from '../../../shared/api/duty-goals'
import {
  daysIn,
  fewestForMedian,
  type GoalSetChoice,
  goalsOf,
  medianOf,
  notCounted,
  type Span,
} from '../../../shared/duty/goals'
import { type DutyKindName, dutyKindNames, dutyKinds } from '../../../shared/duty/kinds'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { atOnce, part, readTogether } from '../../database/together'
import { readSessions, termBegunOn } from '../congress-sessions/queries'
import { counts, type Line, readLines } from './lines'

type Answer = OutputOf<typeof showOwnGoals>
interface Asking {
  townId: string
  personId: string
  groupId: string | null
}

/** Of these alone a median may be shown: nobody is moved to pad what is done out of one's own mind. */
const organised = dutyKindNames.filter((kind) => 'organised' in dutyKinds[kind])

/** How far a deputy of the township is with what the sets ask. Nobody else reads any of it. */
export async function readOwnGoals(
  reader: Reader,
  { townId, personId, groupId }: Asking,
  chosen: GoalSetChoice,
  today: Day,
): Promise<Answer> {
  const year = Number(today.slice(0, 4))
  const { mandates, absences } = await readInOffice(reader, townId, personId, groupId, year)
  const isWhy = (id: string) => {
    const own = mandates.filter((one) => one.personId === id)
    const leave = absences.filter((one) => one.personId === id)
    return own.length === 0 ? '' : notCounted(daysIn(year, officeOf(own), leave))
  }
  const none = { notCounted: null, goals: [], medians: [] }
  const why = isWhy(personId)
  if (why === '') return none
  const begun = termBegunOn(await readSessions(reader, townId))
  const newYear: Day = `${year}-01-01`
  const from = begun === null || begun > newYear ? newYear : begun
  const counted = [...new Set(mandates.map((one) => one.personId))].filter((id) => isWhy(id) === null)
  const compared = why === null && counted.length >= fewestForMedian ? counted : []
  const [own, ...others] = await atOnce(reader, () =>
    Promise.all([
      readLines(reader, { townId, personId, from, to: today }),
      ...compared.map((id) =>
        readLines(reader, { townId, personId: id, from: newYear, to: today }, organised),
      ),
    ]),
  )
  const done = own.filter(counts)
  return {
    notCounted: why,
    goals: goalsOf(chosen).flatMap(({ label, sets, kinds, atLeast, per }) => {
      if (per === 'year' && why !== null) return []
      const since = per === 'year' ? newYear : (begun ?? newYear)
      const those = done.filter(({ kind, on }) => kinds.includes(kind) && on >= since)
      return [
        {
          ...{ label, sets, isOfTerm: per === 'term' },
          doneOn: those[atLeast - 1]?.on ?? null,
          until: per === 'year' ? `${year}-12-31` : null,
        },
      ]
    }),
    medians: organised.flatMap((kind) => {
      const median = medianOf(others.map((lines) => countOf(lines, kind)))
      const ownCount = countOf(
        done.filter(({ on }) => on >= newYear),
        kind,
      )
      return median === null || (median === 0 && ownCount === 0) ? [] : [{ kind, own: ownCount, median }]
    }),
  }
}

const countOf = (lines: readonly Line[], kind: DutyKindName) =>
  lines.filter((line) => line.kind === kind && counts(line)).length

interface MandateRow {
  personId: string
  begunOn: Day | null
  endedOn: Day | null
}
interface AbsenceRow extends Span {
  personId: string
}

/** The mandates of the township in the group, one's own with them, and who of them was away this year. */
async function readInOffice(
  reader: Reader,
  townId: string,
  personId: string,
  groupId: string | null,
  year: number,
) {
  const who = groupId === null ? 'p.id = ?' : 'p.deputy_group_id = ?'
  return readTogether(reader, {
    mandates: part<MandateRow>({
      columns: { personId: 'd.person_id', begunOn: 'd.begun_on', endedOn: 'd.ended_on' },
      from: `FROM person p JOIN mandate d ON d.person_id = p.id AND d.town_id = p.town_id
        WHERE p.town_id = ? AND ${who} AND p.merged_into_id IS NULL AND d.congress_level = 'township'
          AND d.ended_on IS NULL AND d.suspended_on IS NULL`,
      order: 'd.id',
      parameters: [townId, groupId ?? personId],
    }),
    absences: part<AbsenceRow>({
      columns: { personId: 'a.person_id', from: 'a.from_on', to: 'a.until_on' },
      from: `FROM person p JOIN absence a ON a.person_id = p.id AND a.town_id = p.town_id
        WHERE p.town_id = ? AND ${who} AND a.ended_on IS NULL AND a.until_on >= ? AND a.from_on <= ?`,
      order: 'a.from_on, a.id',
      parameters: [townId, groupId ?? personId, `${year}-01-01`, `${year}-12-31`],
    }),
  })
}

/** Where nobody wrote down when it began, it did with the term. */
const officeOf = (mandates: readonly MandateRow[]): Span => ({
  from: mandates.map(({ begunOn }) => begunOn ?? '0001-01-01').sort()[0] ?? '0001-01-01',
  to: '9999-12-31',
})
