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
import { noteTakenBack, rememberImport, undoOf } from '../imports/records'
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

/** What a town loaded, and what it had loaded before: with this it is taken back. */
interface Undo {
  year: number
  was: [Day, DayKind][]
  is: [Day, DayKind][]
}

const byActor = (actor: Actor) => ({ scope: actor.townId, townIds: [actor.townId], keeper: actor })

/**
 * Takes the list of a year for one town and counts its running rounds again.
 * @returns how many deadlines moved. @throws Refusal `nothing_changed` where it is the list that the town has
 */
export async function loadForTown(
  tx: Tx,
  actor: Actor,
  { year, days, fileName }: { year: number; days: ListedDays; fileName: string },
  now: Date,
) {
  const was = await loadedBy(tx, actor.townId, year)
  const moved = await load(tx, byActor(actor), year, days, published(year), now)
  if (moved === undefined) throw new Refusal('nothing_changed')
  const undo: Undo = { year, was: [...was], is: [...days] }
  const says = `${year} 年：${spokenList(days)}`
  const { townId, person } = actor
  await rememberImport(
    tx,
    { townId, personId: person?.id ?? null, kind: 'holidays', fileName, says, undo },
    now,
  )
  return moved
}

/**
 * The town has the list again that it had before, or none of its own; running rounds are counted again.
 * @throws Refusal `not_found`, `nothing_changed`, `built_upon`
 */
export async function takeBackHolidays(tx: Tx, actor: Actor, id: string, now: Date) {
  const { undo } = await undoOf(tx, actor.townId, 'holidays', id)
  const { year, was, is } = undo as Undo
  if (!isSame(await loadedBy(tx, actor.townId, year), new Map(is)))
    throw new Refusal('built_upon', {}, `${year} 年的放假安排后来又改过，不能撤回，请重新载入。`)
  await load(tx, byActor(actor), year, new Map(was), `镇里撤回了载入的 ${year} 年放假安排`, now)
  await noteTakenBack(tx, actor.townId, id, actor.person?.id ?? null, now)
}

const published = (year: number) => `国务院办公厅公布了 ${year} 年放假安排`

/** The same for every town of this server; a list that a town loaded itself stays before it. */
export async function loadForEveryTown(tx: Tx, year: number, days: ListedDays, now: Date): Promise<number> {
  const towns = await tx.query<{ id: string }[]>('SELECT id FROM town ORDER BY id')
  const by = { scope: everyTown, townIds: towns.map(({ id }) => id), keeper: { roles: [], person: null } }
  return (await load(tx, by, year, days, published(year), now)) ?? 0
}

async function loadedBy(tx: Tx, scope: string, year: number): Promise<ListedDays> {
  const stands = await tx.query<{ day: Day; kind: DayKind }[]>(
    'SELECT day, kind FROM official_day WHERE scope = ? AND year = ?',
    [scope, year],
  )
  return new Map(stands.map(({ day, kind }) => [day, kind]))
}

const isSame = (one: ListedDays, other: ListedDays) =>
  one.size === other.size && standsAlready(Object.fromEntries(one), Object.fromEntries(other))

/** @returns how many deadlines moved; undefined where this list stands already, and nothing was written */
async function load(
  tx: Tx,
  by: { scope: string; townIds: readonly string[]; keeper: Omit<Keeper, 'townId'> },
  year: number,
  days: ListedDays,
  why: string,
  now: Date,
): Promise<number | undefined> {
  const before = new Map(
    await Promise.all(by.townIds.map(async (id) => [id, await readCalendar(tx, id)] as const)),
  )
  if (isSame(await loadedBy(tx, by.scope, year), days)) return undefined
  await tx.delete(OfficialDay, { scope: by.scope, year })
  if (days.size > 0)
    await tx.insert(
      OfficialDay,
      [...days].map(([day, kind]) => ({ scope: by.scope, year, day, kind })),
    )
  let moved = 0
  for (const [townId, calendar] of before) {
    const calendars = { before: calendar, after: await readCalendar(tx, townId) }
    const ofTown = await recalculate(tx, townId, calendars, why, now)
    moved += ofTown
    const label = `${year} 年放假安排`
    const from = calendar.isTentative(`${year}-01-01`) ? '还没有，按法定节日和周末暂算' : '原来的安排'
    const to = days.size === 0 ? '本镇载入的不用了' : spokenList(days)
    const change = { changes: [{ label, from, to }], why: null }
    await recordSetting(tx, { ...by.keeper, townId }, 'calendar', change, now)
    await writeAudit(
      tx,
      {
        townId,
        personId: by.keeper.person?.id ?? null,
        what: label,
        fromValue: from,
        toValue: `${to}；${ofTown} 件建议的期限变了`,
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
