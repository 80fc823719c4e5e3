import { createCalendar, type ListedDays } from '../../../shared/rules/calendar'
import type { DayKind } from '../../../shared/rules/festivals'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { standsAlready } from '../../../shared/grammar/nothing-changed'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { OfficialDay } from '../../database/entities/rules/official-day'
import type { Reader, Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { type Keeper, recordSetting } from '../../engine/settings'
import { writeAudit } from '../../engine/write-audit'
import { everyTown, readCalendar, readCalendarParts } from '../../engine/read-calendar'
import { readList } from './read-list'
import { movesOf, recalculate } from './recalculate'

const mostProblemsTold = 20

/** @throws Refusal `bad_input` with a sentence for each line that is not right */
export function checkedList(text: string, year: number, now: Date): { days: ListedDays; notes: string[] } {
  const thisYear = Number(beijingDay(now).slice(0, 4))
  if (Math.abs(year - thisYear) > 1)
    throw wrongField('year', '只能载入去年、今年或明年的放假安排，请核对年份。')
  const { days, problems, notes } = readList(text, year)
  if (problems.length === 0) return { days, notes }
  const told = problems.slice(0, mostProblemsTold)
  const rest = problems.length - told.length
  throw wrongField('text', [...told, ...(rest > 0 ? [`还有 ${rest} 处要改。`] : [])].join('\n'))
}

/** What loading this list would do to the running rounds of a town; nothing is written. */
export async function previewMoves(reader: Reader, townId: string, year: number, days: ListedDays) {
  const { official, local } = await readCalendarParts(reader, townId)
  const after = createCalendar({ official: new Map([...official, [year, days]]), local })
  return movesOf(reader, townId, createCalendar({ official, local }), after)
}

/**
 * Takes the list of a year for one town and counts its running rounds again.
 * @returns how many deadlines moved. @throws Refusal `nothing_changed` where it is the list that the town has
 */
export async function loadForTown(tx: Tx, actor: Actor, year: number, days: ListedDays, now: Date) {
  const by = { scope: actor.townId, townIds: [actor.townId], keeper: actor }
  const moved = await load(tx, by, year, days, now)
  if (moved === undefined) throw new Refusal('nothing_changed')
  return moved
}

/** The same for every town of this server; a list that a town loaded itself stays before it. */
export async function loadForEveryTown(tx: Tx, year: number, days: ListedDays, now: Date): Promise<number> {
  const towns = await tx.query<{ id: string }[]>('SELECT id FROM town ORDER BY id')
  const by = { scope: everyTown, townIds: towns.map(({ id }) => id), keeper: { roles: [], person: null } }
  return (await load(tx, by, year, days, now)) ?? 0
}

async function isLoaded(tx: Tx, scope: string, year: number, days: ListedDays): Promise<boolean> {
  const stands = await tx.query<{ day: Day; kind: DayKind }[]>(
    'SELECT day, kind FROM official_day WHERE scope = ? AND year = ?',
    [scope, year],
  )
  const loaded = Object.fromEntries(stands.map(({ day, kind }) => [day, kind]))
  return stands.length === days.size && standsAlready(loaded, Object.fromEntries(days))
}

/** @returns how many deadlines moved; undefined where this list stands already, and nothing was written */
async function load(
  tx: Tx,
  by: { scope: string; townIds: readonly string[]; keeper: Omit<Keeper, 'townId'> },
  year: number,
  days: ListedDays,
  now: Date,
): Promise<number | undefined> {
  const before = new Map(
    await Promise.all(by.townIds.map(async (id) => [id, await readCalendar(tx, id)] as const)),
  )
  if (await isLoaded(tx, by.scope, year, days)) return undefined
  await tx.delete(OfficialDay, { scope: by.scope, year })
  await tx.insert(
    OfficialDay,
    [...days].map(([day, kind]) => ({ scope: by.scope, year, day, kind })),
  )
  const why = `国务院办公厅公布了 ${year} 年放假安排`
  let moved = 0
  for (const [townId, calendar] of before) {
    const calendars = { before: calendar, after: await readCalendar(tx, townId) }
    const ofTown = await recalculate(tx, townId, calendars, why, now)
    moved += ofTown
    const label = `${year} 年放假安排`
    const from = calendar.isTentative(`${year}-01-01`) ? '还没有，按法定节日和周末暂算' : '原来的安排'
    const change = { changes: [{ label, from, to: spokenList(days) }], why: null }
    await recordSetting(tx, { ...by.keeper, townId }, 'calendar', change, now)
    await writeAudit(
      tx,
      {
        townId,
        personId: by.keeper.person?.id ?? null,
        what: label,
        fromValue: from,
        toValue: `${spokenList(days)}；${ofTown} 件建议的期限变了`,
        reason: why,
      },
      now,
    )
  }
  return moved
}

export function spokenList(days: ListedDays): string {
  const kinds = [...days.values()]
  const worked = kinds.filter((kind) => kind === 'workday').length
  return `放假 ${kinds.length - worked} 天，调休上班 ${worked} 天`
}
