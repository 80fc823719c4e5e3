import type { Due } from '../../shared/grammar/due'
import { type Ladder, type LadderPlan, ladderOf, ladders } from '../../shared/grammar/ladder'
import { instantOfStep } from '../../shared/grammar/ladder-steps'
import { askAwaited, openActions } from '../../shared/grammar/decide'
import type { ActionRow, AnyTable } from '../../shared/grammar/matter'
import type { Calendar } from '../../shared/rules/calendar'
import { addDays, beijingDay, type Day, startOfDay } from '../../shared/rules/days'
import type { Party } from '../../shared/words/parties'
import type { LateSentences } from '../../shared/words/messages'
import { isoInstant } from '../database/sql'
import { clocksOfAsks, endsOfAsks } from './asks/facts'
import type { Holder } from './holders'
import { toldKey, type ToldSteps } from './kept'
import type { AnyKind, At, Holders, MatterRecord, SideClock } from './kind'
import { type MatterStanding, nextStep, standingIn } from './standing'

/** A row of `matter_holder`, without what it shares with the others of its matter. */
export interface HolderRow {
  holder: Holder
  party: Party
  /** `aside` is in no list. */
  lane: 'mine' | 'others' | 'ended' | 'aside'
  at: Date
  soonAt: Date | null
  step: string | null
  fromOn: Day
  untilOn: Day
}

export const always = { from: '0001-01-01', until: '9999-12-31' } as const
/** The place of what has no day: after everything that has one. */
export const someDay = new Date('9999-12-31T00:00:00.000Z')

type AnyStanding = MatterStanding<string, Party, string, MatterRecord>

/** How a matter stands by itself, asked by nobody in particular. */
export const standingAlone = (
  kind: AnyKind,
  record: MatterRecord,
  calendar: Calendar,
  now: Date,
): AnyStanding => standingIn(kind, record, null, new Map(), calendar, now)

/** One clock that runs for a matter. */
export interface Clock {
  ladder: Ladder
  due: Due
  party: Party
  side?: SideClock<Party>
  /** In words of its own. */
  says?: LateSentences
}

const sidesOf = (kind: AnyKind, record: MatterRecord, at: At): SideClock<Party>[] => [
  ...(kind.clocks?.(record, at) ?? []),
  ...clocksOfAsks(kind, record, at),
]

/** A clock that names some of those whose turn it is says that it is not the others'. */
const isNamed = (sides: readonly SideClock<Party>[], turn: Party | null) =>
  sides.some(({ party, holders, turn: own }) => party === turn && holders !== undefined && own !== undefined)

const changesIn = (kind: AnyKind, record: MatterRecord, at: At): Day[] => [
  ...(kind.changesOn?.(record, at) ?? []),
  ...endsOfAsks(kind, record, at),
]

/** Who is asked for now: whose turn it is, and whoever is asked something beside it. */
export function clocksOf(kind: AnyKind, { record, state, turn, due, at, open }: AnyStanding): Clock[] {
  const row = kind.table.states[state]
  const asked = askAwaited(kind.table, state, open)
  const ladder = asked?.ladder ?? (row && ladderOf(row, turn))
  const says = asked?.says ?? row?.says
  const sides = sidesOf(kind, record, at)
  return [
    ...(ladder && due && turn && !isNamed(sides, turn)
      ? [{ ladder, due, party: turn, ...(says && { says }) }]
      : []),
    ...sides
      .filter(({ waitsForTurn }) => waitsForTurn !== true || due?.urgency !== 'overdue')
      .map((side) => ({
        ...{ ladder: side.ladder, due: side.due, party: side.party, side },
        ...(side.says && { says: side.says }),
      })),
  ]
}

/** The rows of everybody who stands to a matter, now and after each day at which it changes by itself. */
export function holderRows(
  kind: AnyKind,
  record: MatterRecord,
  holders: Holders<Party>,
  calendar: Calendar,
  now: Date,
): HolderRow[] {
  const first = standingAlone(kind, record, calendar, now)
  const days = [...new Set(changesIn(kind, record, first.at))].filter((day) => day > first.at.today).sort()
  const starts = [always.from, ...days]
  const rows = starts.flatMap((fromOn, index) => {
    const standing = index === 0 ? first : standingAlone(kind, record, calendar, startOfDay(fromOn))
    const next = starts[index + 1]
    const untilOn = next === undefined ? always.until : addDays(next, -1)
    return rowsNow(kind, standing, holders).map((row) => ({ ...row, fromOn, untilOn }))
  })
  return joined(rows)
}

function rowsNow(kind: AnyKind, standing: AnyStanding, holders: Holders<Party>) {
  const { turn, due, record, state } = standing
  const row = kind.table.states[state]
  const ended = row?.waitsFor === null
  const sides = ended ? [] : sidesOf(kind, record, standing.at).filter((side) => side.turn)
  return (Object.entries(holders) as [Party, readonly Holder[]][]).flatMap(([party, those]) => {
    const step = turn === party ? nextStep(kind, standing, party) : null
    return [...new Set(those)].map((holder) => {
      const side = sides.find(
        (one) => one.party === party && (one.holders === undefined || one.holders.includes(holder)),
      )
      const isMine = !ended && (side !== undefined || (turn === party && !isNamed(sides, turn)))
      const counts = earlier(turn === party || side === undefined ? due : null, side?.due ?? null)
      return {
        holder,
        party,
        lane:
          kind.parties[party] === 'aside' || (ended && row?.unlisted === true)
            ? ('aside' as const)
            : ended
              ? ('ended' as const)
              : isMine
                ? ('mine' as const)
                : ('others' as const),
        at: ended ? new Date(isoInstant(record.stateSince)) : (counts?.lateFrom ?? someDay),
        soonAt: ended ? null : (counts?.soonAt ?? null),
        step: side?.turn !== undefined && counts === side.due ? side.turn.step : step,
      }
    })
  })
}

const earlier = (one: Due | null, other: Due | null) =>
  one === null || other === null ? (one ?? other) : other.lateFrom < one.lateFrom ? other : one

/** Rows of one holder that say the same on days that follow each other are one row. */
function joined(rows: readonly HolderRow[]): HolderRow[] {
  const kept: HolderRow[] = []
  for (const row of rows) {
    const before = kept.find(
      (one) => one.holder === row.holder && one.party === row.party && addDays(one.untilOn, 1) === row.fromOn,
    )
    if (before !== undefined && sameTurn(before, row)) before.untilOn = row.untilOn
    else kept.push({ ...row })
  }
  return kept
}

const sameTurn = (one: HolderRow, other: HolderRow) =>
  one.lane === other.lane &&
  one.step === other.step &&
  one.at.getTime() === other.at.getTime() &&
  one.soonAt?.getTime() === other.soonAt?.getTime()

/** The steps that the clock may take by itself from this state. */
export const stepsOfClock = (table: AnyTable, state: string): string[] =>
  Object.entries<ActionRow<string, Party, string>>(table.actions)
    .filter(([, row]) => row.byClock === true && row.moves[state] !== undefined)
    .map(([name]) => name)

/** The step that the clock may take now. */
export const openToClock = (kind: AnyKind, standing: AnyStanding): string | undefined =>
  openActions(kind.table, { ...standing, parties: new Set<Party>(['system']) }).find(
    (name) => kind.table.actions[name]?.byClock === true,
  )

/** When the clock has something to say or to do for a matter; null where never. */
export function nextLook(kind: AnyKind, standing: AnyStanding, told: ToldSteps): Date | null {
  if (openToClock(kind, standing) !== undefined) return standing.at.now
  const { due, at, record, state } = standing
  const rungs = clocksOf(kind, standing).map(({ ladder, due: day }) =>
    instantOfStep(ladders[ladder] as LadderPlan, day, (told.get(toldKey(ladder, day.lateFrom)) ?? -1) + 1),
  )
  const changes = changesIn(kind, record, at).map(startOfDay)
  const lapses = due !== null && stepsOfClock(kind.table, state).length > 0 ? [due.lateFrom] : []
  const ahead = [...changes, ...lapses].filter((instant) => instant > at.now)
  const all = [...rungs, ...ahead].filter((instant) => instant !== undefined)
  return all.length === 0 ? null : all.reduce((first, one) => (one < first ? one : first))
}

/** Whether a row counts on this day. */
export const countsOn = ({ fromOn, untilOn }: Pick<HolderRow, 'fromOn' | 'untilOn'>, now: Date) =>
  fromOn <= beijingDay(now) && beijingDay(now) <= untilOn
