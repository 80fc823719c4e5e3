import type { AnyTable } from '../../../shared/grammar/matter'
import type { MatterView } from '../../../shared/grammar/matter-view'
import { spokenDate } from '../../../shared/rules/days'
import { parties } from '../../../shared/words/parties'
import { today } from '../client/today'

/** Whether the one who looks is whom the matter waits for: a step of nobody else is open to them. */
const isMine = (table: AnyTable, { waitsFor, actions }: MatterView) =>
  actions.some((name) => {
    const by = table.actions[name]?.by ?? []
    return by.length === 1 && by[0] === waitsFor
  })

/** `您`, the name of whom it waits for, or what they are to it; nobody where it rests or goes on by itself. */
export const awaitedIn = (table: AnyTable, view: MatterView, named?: string | null) =>
  view.waitsFor === null || view.waitsFor === 'system'
    ? null
    : isMine(table, view)
      ? '您'
      : (named ?? parties[view.waitsFor])

/** Where a step leads from where the matter stands; nowhere else, or unknown, where the form has a say in it. */
function nextOf(table: AnyTable, state: string, step: string): string | null {
  const move = table.actions[step]?.moves[state]
  return typeof move === 'string' && move !== state ? move : null
}

/** Whether a step brings the matter on, for what it is there for; whatever it says in its form. */
export const bringsOn = (table: AnyTable, state: string, step: string): boolean => {
  const move = table.actions[step]?.moves[state]
  return move !== undefined && !leadsTo(move, state)
}

interface Standing extends Pick<MatterView, 'limits'> {
  state: string
}

/** What comes of a step, in the words of the table: who is awaited then, until when, who is told, and the way back. */
export function followsFrom(table: AnyTable, { state, limits }: Standing, step: string): string[] {
  const row = table.actions[step]
  if (!row) return []
  const next = nextOf(table, state, step)
  const { waitsFor = null, limit = null } = (next === null ? undefined : table.states[next]) ?? {}
  const awaited = waitsFor === 'system' ? null : waitsFor
  const told = (Object.keys(row.tells) as (keyof typeof parties)[]).filter(
    (party) => !row.by.includes(party) && party !== 'system',
  )
  return [
    awaited ? `之后等${parties[awaited]}。` : '',
    awaited && limit !== null
      ? limit === 'deadline'
        ? '在答复限期以前办。'
        : spokenLimit(limits?.find(({ action }) => action === step))
      : '',
    told.length > 0 ? `有关的${told.map((party) => parties[party]).join('、')}会收到消息。` : '',
    next === null ? '' : wayBack(table, { state, step, next }),
  ].filter(Boolean)
}

/** How much time they have, and until when. */
const spokenLimit = (limit: NonNullable<MatterView['limits']>[number] | undefined) =>
  limit === undefined
    ? '有规定的期限，逾期会催。'
    : `${limit.length}，${spokenDate(limit.on, today())}以前办，逾期会催。`

/** What stands open in any case and leads to where nobody is awaited ends what was begun. */
const endsIt = (table: AnyTable, { tone, moves, needs }: AnyTable['actions'][string], from: string) => {
  const to = moves[from]
  return (
    tone === 'danger' && needs.length === 0 && typeof to === 'string' && table.states[to]?.waitsFor === null
  )
}

/** Whoever takes a step may have one that leads back, or says otherwise. */
function wayBack(
  table: AnyTable,
  { state, step, next }: { state: string; step: string; next: string },
): string {
  const taken = table.actions[step]
  const back = Object.values(table.actions).find(
    (row) =>
      row.by.some((party) => taken?.by.includes(party)) &&
      row.moves[next] !== undefined &&
      // What was typed for somebody else is put back in another way.
      row.putsBack === undefined &&
      (leadsTo(row.moves[next], state) || row.takesBack?.[step] !== undefined || endsIt(table, row, next)),
  )
  return back ? `之后还可以“${back.label}”。` : '办了就不能自己收回。'
}

/**
 * Since when it is their turn: since it came into this state; where it waits for somebody else inside of the state, since
 * the last step. Unknown to whoever reads of no steps.
 */
export function turnSince(table: AnyTable, { state, waitsFor, timeline }: MatterView): string | null {
  if (waitsFor === null) return null
  const isOfState = table.states[state]?.waitsFor === waitsFor
  const begun = timeline.filter(({ action }) => !isOfState || comesInto(table, action, state))
  return begun[begun.length - 1]?.at ?? null
}

const comesInto = (table: AnyTable, action: string, state: string) =>
  action === 'start'
    ? table.first === state
    : Object.entries(table.actions[action]?.moves ?? {}).some(
        ([from, to]) => from !== state && leadsTo(to, state),
      )

const leadsTo = (to: unknown, state: string): boolean =>
  typeof to === 'object' && to !== null ? Object.values(to).some((one) => leadsTo(one, state)) : to === state

/** The last step that somebody else has taken: what one answers to. */
export const lastOfOthers = <E extends { by: string; action: string }>(
  timeline: readonly E[],
  own: readonly string[],
): E | undefined =>
  [...timeline]
    .reverse()
    .find(({ by, action }) => action !== 'start' && !own.some((name) => by.endsWith(name)))
