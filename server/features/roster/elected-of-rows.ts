import { standsAlready } from '../../../shared/grammar/nothing-changed'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { type Planned, plannedRow, writeRows } from '../../engine/registers/keep'
import { commandLine, type KeptRow } from '../../engine/registers/kept-register'
import { allRows } from '../../engine/registers/rows'
import { readSessions } from '../congress-sessions/queries'
import { registerNamed } from '../registers/found'
import { fitsThePrepared, termIsAhead } from '../term/prepared'
import type { Who } from './people-of-rows'
import type { Places } from './places'
import type { Plan, PlannedPerson } from './plan'
import { Doubtful, type Problem } from './problem'
import { type RowOf, sheets } from './sheets'
import type { Tally } from './tally'

const sheet = sheets.electedDeputies

/** Who was elected for the next term: of the term in office nothing of theirs changes. */
export function planElected(
  rows: readonly RowOf<'electedDeputies'>[],
  who: Who,
  report: (problem: Problem) => void,
) {
  for (const row of rows) {
    const at = { sheet: sheet.name, row: row.row }
    if (row.level !== undefined && row.level !== 'township') {
      report({ ...at, heading: '代表级别', sentence: '这里只登记镇人大代表，请删去这一行' })
      continue
    }
    const person = who.find(row.name, row.phone, { ...at, heading: '手机号' })
    if (!person) continue
    if (person.elected) {
      const sentence = `“${row.name}”前面（第 ${person.elected.row} 行）已经写过。是同一位，请删掉重复的一行；是同名的两位，请填手机号分清`
      report({ ...at, heading: '姓名', sentence })
      continue
    }
    const { termNo, district, certificateNo, group, groupPost, paper } = row
    person.elected = { row: row.row, termNo, district, certificateNo, group, groupPost, paper }
    person.gender ??= row.gender
    person.occupation ??= row.occupation
    person.village ??= row.village
  }
}

/** Stands in the file for nothing but the next term. */
export const isOnlyElected = ({ elected, mandates, posts }: PlannedPerson) =>
  elected !== undefined && mandates.length === 0 && posts.length === 0

/**
 * Adds to the list of those elected, or changes it, through its register, so that each has its history.
 * @returns who stands on the list and not in the file, for the office to look at
 * @throws Doubtful with the rows that do not fit
 */
export async function writeElected(
  tx: Tx,
  plan: Plan,
  { townId, districts, groups, villages }: Places,
  ids: ReadonlyMap<PlannedPerson, string>,
  tally: Tally,
  now: Date,
): Promise<string[]> {
  const planned = plan.people.flatMap((person) =>
    person.elected ? [{ person, elected: person.elected, personId: ids.get(person) ?? '' }] : [],
  )
  if (planned.length === 0) return []
  const kept = registerNamed('electedDeputy')
  const known = (await allRows(tx, kept, townId)).filter(({ endedOn }) => endedOn === null)
  const sessions = await readSessions(tx, townId)
  const named = new Set(planned.map(({ personId }) => personId))
  const beside = known.filter(({ values }) => !named.has(String(values.personId)))
  const problems: Problem[] = []
  const writes: Planned[] = []
  const others: KeptRow[] = [...beside]
  let last = Math.max(-1, ...known.map(({ own }) => Number(own.place)))
  for (const { person, elected, personId } of planned) {
    const { row, termNo, district, certificateNo, group, groupPost, paper } = elected
    const report = (heading: string, sentence: string) =>
      problems.push({ sheet: sheet.name, row, heading, sentence })
    if (person.village !== undefined && !villages.has(person.village))
      report('所在村', `没有“${person.village}”这个村，请先在“村”里登记，或核对村名`)
    const before = known.find(({ values }) => values.personId === personId) ?? null
    const values = {
      termNo,
      personId,
      electoralDistrictId:
        (district && districts.get(`township|${district}`)) ?? before?.values.electoralDistrictId ?? null,
      certificateNo: certificateNo ?? before?.values.certificateNo ?? null,
      deputyGroupId: (group && groups.get(group)) ?? before?.values.deputyGroupId ?? null,
      groupLeader: groupPost === undefined ? before?.values.groupLeader === true : groupPost === 'leader',
      paper: paper ?? before?.values.paper ?? null,
    }
    tally.add('electedDeputies', before ? 'kept' : 'added')
    const one = plannedRow(kept, before, values, {
      place: before ? Number(before.own.place) : (last += 1),
      begunOn: null,
    })
    try {
      termIsAhead(sessions, termNo, beijingDay(now))
      fitsThePrepared(values, others)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      for (const [field, sentence] of Object.entries(error.fields))
        report(headings[field] ?? '姓名', sentence.replace(/。$/, ''))
    }
    others.push(one.row)
    if (!before || !standsAlready(before.values, values)) writes.push(one)
  }
  if (problems.length > 0) throw new Doubtful(problems)
  await writeRows(tx, kept, commandLine(townId), writes, now)
  return beside.length === 0 ? [] : [`新一届名单上另有 ${beside.length} 位不在这个文件里，保持不变。`]
}

const headings: Readonly<Record<string, string>> = { termNo: '届', groupLeader: '小组职务' }
