import { askOfStep } from '../../shared/grammar/ask-steps'
import type { AnyTable } from '../../shared/grammar/matter'
import { beijingDay } from '../../shared/rules/days'
import { parties, type Party } from '../../shared/words/parties'
import type { Reader } from '../database/source'
import { isoInstant, marks } from '../database/sql'
import { someDay } from './awaited'
import { kindNamed } from './known-kinds'
import type { Found } from './list'

interface HeadRow {
  id: string
  kind: string
  townId: string
  state: string
  version: number
  stateSince: string
  title: string
  number: string | null
  note: string | null
  unit: string | null
  village: string | null
}

interface Turn {
  id: string
  party: Party
  step: string | null
}

/** The rows of one page, drawn from the heads alone: no matter of it is read. */
export async function workRows(reader: Reader, found: readonly Found[], now: Date) {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const today = beijingDay(now)
  const [heads, turns] = await Promise.all([
    reader.query<HeadRow[]>(
      `SELECT m.id, m.kind, m.town_id AS townId, m.state, m.version, m.state_since AS stateSince, m.title, m.number, m.note,
         u.name AS unit, v.name AS village
       FROM matter m LEFT JOIN handling_unit u ON u.id = m.unit_id LEFT JOIN village v ON v.id = m.village_id
       WHERE m.id IN (${marks(ids)})`,
      ids,
    ),
    reader.query<Turn[]>(
      `SELECT matter_id AS id, party, step FROM matter_holder
       WHERE matter_id IN (${marks(ids)}) AND lane = 'mine' AND from_on <= ? AND until_on >= ? ORDER BY at, party`,
      [...ids, today, today],
    ),
  ])
  const headOf = new Map(heads.map((head) => [head.id, head]))
  const turnsOf = new Map(ids.map((id): [string, Turn[]] => [id, []]))
  for (const turn of turns) turnsOf.get(turn.id)?.push(turn)
  return found.flatMap((one) => {
    const head = headOf.get(one.id)
    if (head === undefined) return []
    const { asks } = kindNamed(head.kind).table
    const those = turnsOf.get(one.id) ?? []
    // Who is asked something beside the turn is awaited too, and is not whom the matter waits for.
    const turn = those.find(({ step }) => step === null || !isBeside(asks, step)) ?? those[0]
    return [rowOf(one, head, turn?.party ?? null, now)]
  })
}

const isBeside = (asks: AnyTable['asks'], step: string) => {
  const asked = askOfStep(asks, step)
  return asked !== undefined && asked.plan.stops !== true
}

function rowOf(found: Found, head: HeadRow, turn: Party | null, now: Date) {
  const kind = kindNamed(head.kind)
  const { table } = kind
  const state = table.states[head.state]
  // Who only reads what it was is told neither whose turn it is now nor until when.
  const isAside = kind.parties[found.party as Party] === 'aside'
  const ended = isAside || state?.waitsFor === null
  const at = new Date(isoInstant(found.at))
  const action = found.step === null ? undefined : table.actions[found.step]
  const awaited = isAside ? null : (turn ?? (ended ? null : (state?.waitsFor ?? null)))
  return {
    kind: head.kind,
    id: head.id,
    version: head.version,
    number: head.number,
    title: head.title,
    note: head.note,
    unit: head.unit,
    village: head.village,
    state: head.state,
    stateLabel: state?.label ?? head.state,
    saidNo: state?.saidNo ?? false,
    since: isoInstant(head.stateSince),
    due: ended || at >= someDay ? null : duePlaced(found, now),
    lateFrom: ended || at >= someDay ? null : at.toISOString(),
    turn: awaited,
    turnLabel: awaited === null || awaited === 'system' ? null : parties[awaited],
    next: found.step === null || action === undefined ? null : { step: found.step, label: action.label },
    page: kind.page(found.party as Party, head.townId, head.id),
  }
}

/** The last day in time of a place in a list, and how it stands against it. */
export function duePlaced({ at, soonAt }: { at: string; soonAt: string | null }, now: Date) {
  const lateFrom = new Date(isoInstant(at))
  return {
    on: beijingDay(new Date(lateFrom.getTime() - 1)),
    urgency: urgencyOf(lateFrom, soonAt === null ? null : new Date(isoInstant(soonAt)), now),
  }
}

const urgencyOf = (lateFrom: Date, soonAt: Date | null, now: Date) =>
  now >= lateFrom
    ? ('overdue' as const)
    : soonAt !== null && now >= soonAt
      ? ('dueSoon' as const)
      : ('inTime' as const)
