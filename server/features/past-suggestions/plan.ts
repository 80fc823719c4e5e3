import type { ImportReport, LineFate } from '../../../shared/grammar/register'
import type { PastSuggestion } from '../../../shared/matters/suggestion/past'
import { beijingDay } from '../../../shared/rules/days'
import { instantText, isoInstant, marks } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { type KeptSession, sessionsPart } from '../congress-sessions/queries'
import { countIn, seriesFor } from './numbers'
import type { PastLine } from './read-lines'

/** One that will be written, with the number that it gets. */
export interface PlannedPast {
  /** What the first of its rows says; what has come of it the last one says. */
  form: PastSuggestion
  /** One for each of its rows. */
  rounds: [PastSuggestion, ...PastSuggestion[]]
  filed: ReturnType<typeof seriesFor>['filed']
  suggestionNo: string | null
}
export const lastOf = ({ rounds, form }: PlannedPast): PastSuggestion => rounds[rounds.length - 1] ?? form

interface Series {
  series: string
  last: number
}

export interface PastPlan {
  planned: PlannedPast[]
  told: ImportReport['lines']
  notices: string[]
  /** How far each series comes that moves: from, to; from is null where it is new. */
  moved: { series: string; from: number | null; to: number }[]
}

/** What becomes of each line among those that are there; nothing is written. */
export async function planPast(
  reader: Reader,
  townId: string,
  lines: readonly PastLine[],
): Promise<PastPlan> {
  const read = lines.flatMap(({ form }) => form ?? [])
  const { sessions, taken } = await readTogether(reader, {
    sessions: sessionsPart(townId),
    taken: part<Series>({
      columns: { series: 'n.series', last: 'n.last' },
      from: 'FROM number_series n WHERE n.town_id = ?',
      order: 'n.series',
      parameters: [townId],
    }),
  })
  const given = numbersGiven(read, sessions)
  const there = await readThere(reader, townId, read, [...given.values()])
  const rowOfNo = new Map<string, number>()
  const begun = new Map<string, { row: number; one: PlannedPast | undefined }>()
  const planned: PlannedPast[] = []
  const told = lines.map(({ row, title, form, why: wrong }): ImportReport['lines'][number] => {
    const line = (fate: LineFate, why: string[] = []) => ({ row, fate, title, changes: [], why })
    if (form === undefined) return line('wrong', wrong)
    const key = keyOf(form)
    const first = begun.get(key)
    if (first !== undefined) {
      const why = whyNotNext(first, form)
      if (why.length > 0) return line('wrong', why)
      first.one?.rounds.push(form)
      first.row = row
      return line(first.one === undefined ? 'left' : 'added')
    }
    begun.set(key, { row, one: undefined })
    if (there.keys.has(key)) return line('left')
    if (form.roundNo !== '1') return line('wrong', ['它的第一轮也要有一行，请写在这一行的前面。'])
    const { filed, begins } = seriesFor(sessions, form)
    const no = given.get(form)
    if (form.suggestionNo !== undefined && no === undefined)
      return line('wrong', [
        `编号“${form.suggestionNo}”和提出日期、种类对不上：这一天提出的应是“${begins}”开头，也可以只写后面的数，或者留空由系统接着编。`,
      ])
    const [sameNo, other] = [no && rowOfNo.get(no), no && there.numbers.get(no)]
    if (no && sameNo) return line('wrong', [`编号 ${no} 和第 ${sameNo} 行一样，请核对。`])
    if (no && other) return line('wrong', [`编号 ${no} 已经是《${other}》的，请核对。`])
    if (no) rowOfNo.set(no, row)
    const one: PlannedPast = { form, rounds: [form], filed, suggestionNo: no ?? null }
    planned.push(one)
    begun.set(key, { row, one })
    return line('added')
  })
  const moved = fillNumbers(planned, sessions, taken)
  return { planned, told, notices: noticesOf(planned), moved }
}

/** Why this row cannot be the next round of the suggestion whose row came before. */
function whyNotNext(
  { row, one }: { row: number; one: PlannedPast | undefined },
  form: PastSuggestion,
): string[] {
  if (form.roundNo === '1')
    return [`和第 ${row} 行是同一件，请只留一行；是又办了一轮的，“第几轮”请写 2 或 3。`]
  if (one === undefined) return []
  const before = lastOf(one)
  const next = one.rounds.length + 1
  const ended = before.ratedOn ?? before.repliedOn ?? before.handedOverOn
  return [
    ...(form.roundNo === String(next) ? [] : [`它接着第 ${row} 行，“第几轮”请写 ${next}。`]),
    ...(before.state === 'evaluated' ? [] : [`又办了一轮的，第 ${row} 行“办到哪一步”请写“不满意待处理”。`]),
    ...(before.promise === undefined ? [] : [`又办了一轮的，第 ${row} 行不用填“承诺要办的事”。`]),
    ...(form.handedOverOn === undefined ? ['又办了一轮的，请填这一轮的“交办日期”。'] : []),
    ...(form.handedOverOn !== undefined && ended !== undefined && form.handedOverOn < ended
      ? [`这一轮的“交办日期”不能早于第 ${row} 行的最后一天，请核对。`]
      : []),
  ]
}

/** What is never accepted has no number. */
const isNumbered = (one: PlannedPast) => {
  const { state, handedOverOn } = lastOf(one)
  return state !== 'notAccepted' && (state !== 'withdrawn' || handedOverOn !== undefined)
}

/** The numbers that stand on the sheet, as the town writes them; one that cannot be of its day is in none. */
function numbersGiven(forms: readonly PastSuggestion[], sessions: readonly KeptSession[]) {
  const given = new Map<PastSuggestion, string>()
  for (const form of forms) {
    const { begins, write } = seriesFor(sessions, form)
    const count = form.suggestionNo === undefined ? undefined : countIn(begins, form.suggestionNo)
    if (count !== undefined) given.set(form, write(count))
  }
  return given
}

/** Those without a number come after those that have one, in the order in which they were handed in. */
function fillNumbers(planned: PlannedPast[], sessions: readonly KeptSession[], taken: readonly Series[]) {
  const last = new Map(taken.map(({ series, last: count }) => [series, Number(count)]))
  const to = new Map<string, number>()
  const reach = (series: string, count: number) =>
    to.set(series, Math.max(to.get(series) ?? last.get(series) ?? 0, count))
  for (const { form, suggestionNo } of planned) {
    if (suggestionNo === null) continue
    const { series, begins } = seriesFor(sessions, form)
    reach(series, countIn(begins, suggestionNo) ?? 0)
  }
  const open = planned.filter((one) => one.suggestionNo === null && isNumbered(one))
  for (const one of open.sort((a, b) => (a.form.handedInOn < b.form.handedInOn ? -1 : 1))) {
    const { series, write } = seriesFor(sessions, one.form)
    const count = (to.get(series) ?? last.get(series) ?? 0) + 1
    reach(series, count)
    one.suggestionNo = write(count)
  }
  return [...to]
    .map(([series, count]) => ({ series, from: last.get(series) ?? null, to: count }))
    .filter(({ from, to: count }) => from === null || count > from)
}

const keyOf = ({ subject, deputyId, handedInOn }: PastSuggestion) => `${deputyId} ${handedInOn} ${subject}`

const atOnce = 200

/** Those that are there already: by who handed it in when, and by number. */
async function readThere(
  reader: Reader,
  townId: string,
  forms: readonly PastSuggestion[],
  given: readonly string[],
) {
  const keys = new Set<string>()
  const numbers = new Map<string, string>()
  const subjects = [...new Set(forms.map(({ subject }) => subject))]
  for (let from = 0; from < Math.max(subjects.length, given.length); from += atOnce) {
    const [some, nos] = [subjects.slice(from, from + atOnce), given.slice(from, from + atOnce)]
    const { rows } = await readTogether(reader, {
      rows: part<{ no: string | null; subject: string; deputyId: string; submittedAt: string | null }>({
        columns: {
          ...{ no: 's.suggestion_no', subject: 's.subject', deputyId: 's.lead_deputy_id' },
          submittedAt: instantText('s.submitted_at'),
        },
        from: `FROM suggestion s WHERE s.town_id = ?
          AND (s.subject IN (${marks(some)}) OR s.suggestion_no IN (${marks(nos)}))`,
        order: 's.id',
        parameters: [townId, ...some, ...nos],
      }),
    })
    for (const { no, subject, deputyId, submittedAt } of rows) {
      if (no !== null) numbers.set(no, subject)
      if (submittedAt !== null)
        keys.add(`${deputyId} ${beijingDay(new Date(isoInstant(submittedAt)))} ${subject}`)
    }
  }
  return { keys, numbers }
}

function noticesOf(planned: readonly PlannedPast[]): string[] {
  const silent = planned.filter(({ rounds }) =>
    rounds.some((one) => one.resultRating !== undefined && one.attitudeRating === undefined),
  ).length
  return silent === 0 ? [] : [`有 ${silent} 件没有写“办理态度”，按满意度登记。`]
}
