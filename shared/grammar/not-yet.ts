import { parties, type Party } from '../words/parties'
import { targetsOf } from './moves'
import type { ActionRow, MatterTable } from './matter'

interface Leading<S, P extends Party> {
  row: ActionRow<string, P, string>
  from: S
  to: S
}

/** Neither the clock, nor what was typed for somebody, nor the ways round who is silent. */
const isOnMainLine = ({ tone, by, byClock, byWordOf, insteadOf }: ActionRow<string, Party, string>) =>
  tone === 'primary' && !(byClock ?? byWordOf ?? insteadOf?.every((silent) => !by.includes(silent)))

/** What leads on in the ordinary way. */
const mainLine = <S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
): Leading<S, P>[] =>
  Object.values<ActionRow<S, P, G>>(table.actions)
    .filter(isOnMainLine)
    .flatMap((row) =>
      (Object.entries(row.moves) as [S, (typeof row.moves)[S]][]).flatMap(([from, move]) =>
        targetsOf<S>(move)
          .filter((to) => to !== from)
          .map((to) => ({ row, from, to })),
      ),
    )

/**
 * Which steps come before one that is not open in this state: one of whoever it may be, or several of those who would
 * take it. None where the step is done, or behind, or no step of the main line.
 */
function stepsBefore<S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
  action: A,
  state: S,
): readonly ActionRow<string, P, string>[] {
  const { moves, by } = table.actions[action]
  if (!isOnMainLine(table.actions[action])) return []
  const isDone = Object.values<(typeof moves)[S]>(moves).some((move) => targetsOf<S>(move).includes(state))
  if (isDone) return []
  const line = mainLine(table)
  const isOwn = (row: ActionRow<string, P, string>) => row.by.some((party) => by.includes(party))
  const seen = new Set<S>([state])
  let ways: { at: S; steps: readonly ActionRow<string, P, string>[] }[] = [{ at: state, steps: [] }]
  while (ways.length > 0) {
    const next = ways.flatMap(({ at, steps }) =>
      line.filter(({ from }) => from === at).map(({ row, to }) => ({ at: to, steps: [...steps, row] })),
    )
    const there = next.find(
      ({ at, steps }) => moves[at] !== undefined && (steps.length === 1 || steps.every(isOwn)),
    )
    if (there !== undefined) return there.steps
    ways = next.filter(({ at, steps }) => !seen.has(at) && steps.every(isOwn) && seen.add(at))
  }
  return []
}

/** What comes first, for whoever asks for a step before its time; undefined where there is nothing to wait for. */
export function notYet<S extends string, A extends string, P extends Party, G extends string>(
  table: MatterTable<S, A, P, G>,
  action: A,
  { state, parties: mine }: { state: S; parties: ReadonlySet<P> },
): string | undefined {
  const steps = stepsBefore(table, action, state)
  const [first] = steps
  if (first === undefined) return undefined
  const now = `这件事现在是“${table.states[state].label}”，`
  const wanted = `“${table.actions[action].label}”`
  const [awaited] = first.by
  return first.by.some((party) => mine.has(party)) || awaited === undefined
    ? `${now}先${steps.map(({ label }) => `“${label}”`).join('、')}，再${wanted}。`
    : `${now}要等${parties[awaited]}“${first.label}”，才能${wanted}。`
}
