import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showPublicDuties } from '../../../shared/api/public-duties'
import { type DutyKindName, dutyKindNames, dutyKinds } from '../../../shared/duty/kinds'
import { reportedIn } from '../../../shared/matters/duty-report-meeting/states'
import { type Ratings, resultOf } from '../../../shared/matters/duty-report-meeting/words'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { Outcome } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { quoted } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { shownTextSql } from '../../matters/content-check/shown'
import { isPublicSql } from '../board/public'
import { readSessions, termsAmong } from '../congress-sessions/queries'
import { publicDeputies } from '../people/public-deputies'
import { everLed, ledBetween, ledInDays } from './led-suggestions'
import { countedIn, type Line, readLines } from './lines'

/** Of these alone anything is read: what is no part of the extract does not even come near it. */
const publicKinds: readonly DutyKindName[] = dutyKindNames.filter((kind) => 'isPublic' in dutyKinds[kind])

/** @throws Refusal `not_found` unless it is a deputy of the town who is in office */
export async function readPublicDuties(
  reader: Reader,
  townId: string,
  personId: string,
  now: Date,
): Promise<OutputOf<typeof showPublicDuties>> {
  const deputy = (await publicDeputies(reader, townId)).find(({ id }) => id === personId)
  if (deputy === undefined) throw new Refusal('not_found')
  const today = beijingDay(now)
  const year = Number(today.slice(0, 4))
  const [term] = termsAmong(await readSessions(reader, townId))
  const newYear: Day = `${year}-01-01`
  const from = term === undefined || newYear < term.from ? newYear : term.from
  const lines = (await readLines(reader, { townId, personId, from, to: today }, publicKinds)).filter(
    ({ restricted }) => !restricted,
  )
  return {
    ...{ deputy, year, inYear: numbersOf(lines.filter(({ on }) => on >= newYear)) },
    term:
      term === undefined
        ? null
        : {
            ...{ no: term.no, from: term.from },
            counted: numbersOf(lines.filter(({ on }) => on >= term.from)),
          },
    ...(await readLists(reader, { townId, personId, from: term?.from ?? newYear, to: today })),
  }
}

/** How many people came stands in the file alone. */
const numbersOf = (lines: readonly Line[]) =>
  countedIn(lines, publicKinds).map(({ kind, lines: count }) => ({ kind, lines: count }))

/** Asked of each row: by the day that it was accepted, MariaDB would look through all that are public. */
const isPublic = `CASE WHEN ${isPublicSql} THEN 1 ELSE 0 END`
interface Marked {
  isPublic: number
}
const openTo = <R extends Marked>(rows: readonly R[]) => rows.filter((row) => Number(row.isPublic) === 1)

interface SuggestionRow extends Marked {
  id: string
  item: string
  outcome: Outcome | null
}
interface ReportRow extends Record<keyof Ratings, number | null> {
  on: Day
  district: string
  place: string
  present: number | null
}

interface AwardRow extends Marked {
  year: number
  title: string
  certificateNo: string | null
}
const ofAward = { year: 'a.year', title: 'a.title', certificateNo: 'a.certificate_no' }

/** What is public of its own: it stands here as it stands on the board, with the reports, among the awards. */
async function readLists(
  reader: Reader,
  { townId, personId, from, to }: { townId: string; personId: string; from: Day; to: Day },
) {
  const { suggestions, reports, awards, praised } = await readTogether(reader, {
    suggestions: part<SuggestionRow>({
      columns: { id: 's.id', item: shownTextSql('ki', 's.public_item'), outcome: 'a.outcome', isPublic },
      from: `FROM ${ledInDays} s JOIN matter m ON m.id = s.id AND m.state <> 'withdrawn'
        LEFT JOIN matter ki ON ki.id = s.item_check_id
        LEFT JOIN reply a ON a.suggestion_id = s.id AND a.round_no = s.current_round`,
      order: 's.submitted_at, s.id',
      parameters: ledBetween({ townId, personId, from, to }),
    }),
    reports: part<ReportRow>({
      columns: {
        ...{ on: 'v.held_on', district: 'd.name', place: 'v.place', present: 'v.present_voters' },
        ...{ satisfied: 's.satisfied', basicallySatisfied: 's.basically_satisfied' },
        notSatisfied: 's.not_satisfied',
      },
      from: `FROM duty_report s JOIN duty_report_meeting v ON v.id = s.meeting_id AND v.town_id = ?
        JOIN matter m ON m.id = v.id AND m.state IN (${quoted(reportedIn)})
        JOIN electoral_district d ON d.id = v.electoral_district_id
        WHERE s.person_id = ? AND s.here = 1 AND v.held_on BETWEEN ? AND ?`,
      order: 'v.held_on, v.id',
      parameters: [townId, personId, from, to],
    }),
    awards: part<AwardRow>({
      columns: { ...ofAward, isPublic: '1' },
      from: `FROM award a JOIN matter m ON m.id = a.id AND m.state = 'granted'
        WHERE a.person_id = ? AND a.town_id = ? AND a.decided_on BETWEEN ? AND ?`,
      order: 'a.certificate_no, a.id',
      parameters: [personId, townId, from, to],
    }),
    praised: part<AwardRow>({
      columns: { ...ofAward, isPublic },
      from: `FROM ${everLed} s JOIN award a ON a.suggestion_id = s.id AND a.town_id = s.town_id
        JOIN matter m ON m.id = a.id AND m.state = 'granted'
        WHERE a.decided_on BETWEEN ? AND ?`,
      order: 'a.certificate_no, a.id',
      parameters: [townId, personId, from, to],
    }),
  })
  return {
    suggestions: openTo(suggestions).map(({ isPublic: _, ...row }) => row),
    reports: reports.map(({ present, satisfied, basicallySatisfied, notSatisfied, ...said }) => {
      const isCounted = satisfied !== null
      const votes = {
        satisfied: Number(satisfied),
        basicallySatisfied: Number(basicallySatisfied),
        notSatisfied: Number(notSatisfied),
      }
      return {
        ...said,
        presentVoters: isCounted ? Number(present) : null,
        says: isCounted ? resultOf(votes, Number(present ?? 0)).says : null,
      }
    }),
    awards: openTo([...awards, ...praised])
      .sort((a, b) => ((a.certificateNo ?? '') < (b.certificateNo ?? '') ? -1 : 1))
      .map(({ year, title }) => ({ year: Number(year), title })),
  }
}
