import * as z from 'zod/mini'
import { listWork, type WorkCounts, type WorkLane, workLanes } from '../../../shared/api/work'
import { mostCounted } from '../../../shared/api/doors'
import { kindNames } from '../../../shared/matters/kinds'
import type { KindName } from '../../../shared/workflow'

/** What the list shows: a lane, and what it is narrowed to. It stands in the address, so that back finds it again. */
export type Shown = Omit<z.output<typeof listWork.query>, 'cursor'>
export type Narrowing = Omit<Shown, 'lane'>

const names = ['lane', 'kind', 'overdue', 'state', 'village', 'unit', 'category', 'person'] as const

/** An address that somebody has cut or changed leads to the whole of what waits for me. */
export function readShown(params: Readonly<Record<string, string | undefined>>): Shown {
  const given = Object.fromEntries(names.flatMap((name) => (params[name] ? [[name, params[name]]] : [])))
  const read = z.safeParse(listWork.query, { lane: 'mine', ...given })
  return read.success ? read.data : { lane: 'mine' }
}

export const writeShown = (shown: Shown): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (shown[name] && shown[name] !== 'mine' ? [[name, shown[name]]] : [])),
  )

/** What has ended is not late any more. */
export function inLane({ overdue, ...shown }: Shown, lane: WorkLane): Shown {
  return { ...shown, ...(overdue && lane !== 'ended' ? { overdue } : {}), lane }
}

/** The states of a kind are its own: another kind forgets them. */
export function ofKind({ kind: _, state: __, ...shown }: Shown, kind: KindName | undefined): Shown {
  return { ...shown, ...(kind ? { kind } : {}) }
}

export function without(shown: Shown, name: keyof Narrowing): Shown {
  if (name === 'kind') return ofKind(shown, undefined)
  const { [name]: _, ...rest } = shown
  return rest
}

/** What is chosen besides the chips that are always there. */
export const picksOf = ({ lane, overdue: _, ...picks }: Shown): Narrowing => {
  const { kind, ...rest } = picks
  return lane === 'ended' && kind ? { kind, ...rest } : rest
}
export const isNarrowed = (shown: Shown) => Object.keys(writeShown(inLane(shown, 'mine'))).length > 0

/** How much there is of it all, of each kind, and how much of what is shown is late or soon. */
export function countsIn({ counts, more }: WorkCounts, lane: WorkLane, kind?: KindName) {
  if (lane === 'ended') return { kinds: [], all: '', late: '', soon: '' }
  const here = counts.filter((one) => one.lane === lane)
  const spoken = (of: typeof here) => {
    const count = of.reduce((sum, one) => sum + one.count, 0)
    return count > mostCounted ? `${mostCounted}+` : more[lane] && count > 0 ? `${count}+` : String(count)
  }
  const shown = here.filter((one) => kind === undefined || one.kind === kind)
  const urgent = (urgency: 'overdue' | 'dueSoon') => {
    const of = shown.filter((one) => one.urgency === urgency)
    return of.length === 0 ? '' : spoken(of)
  }
  return {
    kinds: kindNames
      .filter((name) => name === kind || here.some((one) => one.kind === name))
      .map((name) => ({ name, count: spoken(here.filter((one) => one.kind === name)) })),
    all: spoken(here),
    late: urgent('overdue'),
    soon: urgent('dueSoon'),
  }
}

/** On the tabs: how much waits for me, and for others. */
export const laneCounts = (counts: WorkCounts | undefined): Partial<Record<WorkLane, string>> =>
  counts === undefined
    ? {}
    : Object.fromEntries(
        (Object.keys(workLanes) as WorkLane[]).flatMap((lane) => {
          const { all } = countsIn(counts, lane)
          return all === '' || all === '0' ? [] : [[lane, all]]
        }),
      )
