import type { Attendance, Mark } from './words'

/** One mark of a roll; instants as milliseconds. */
export interface Marked {
  id?: string
  personId: string
  mark: Mark
  at: number
  /** Of a slip: the mark that was one. Where none is named, it is the one before. */
  undoes?: string | null
}

/** The marks of each that count, in the order in which they were written: what was a slip is gone with what it undoes. */
export function effective(marks: readonly Marked[]): ReadonlyMap<string, readonly Marked[]> {
  const of = new Map<string, Marked[]>()
  const slips = new Set(marks.flatMap(({ undoes }) => undoes ?? []))
  for (const one of marks) {
    if (one.undoes || (one.id !== undefined && slips.has(one.id))) continue
    const before = of.get(one.personId) ?? []
    of.set(one.personId, one.mark === 'undone' ? before.slice(0, -1) : [...before, one])
  }
  return of
}

/** As they happened: two clerks at two doors write into one roll. */
export const inOrder = <M extends Marked>(marks: readonly M[]): M[] =>
  [...marks].sort((one, other) => one.at - other.at || ((one.id ?? '') < (other.id ?? '') ? -1 : 1))

/** Whether somebody sits there, by the marks of theirs that count. */
export const isThere = (own: readonly Marked[] = []) => own[own.length - 1]?.mark === 'arrived'

/**
 * How somebody attended. Being there wins over a leave or an absence that was noted before.
 * @param openedAt in milliseconds; whoever came after it was late
 */
export function attendanceOf(own: readonly Marked[] = [], openedAt: number): Attendance | null {
  const arrived = own.find(({ mark }) => mark === 'arrived')
  if (arrived) return arrived.at > openedAt ? 'late' : 'present'
  if (own.some(({ mark }) => mark === 'leave')) return 'leave'
  return own.some(({ mark }) => mark === 'absent') ? 'absent' : null
}

/** What a call of the roll adds to the marks of one person. */
export function marksOfCall(
  own: readonly Marked[] = [],
  { present, leave }: { present: boolean; leave: boolean },
): Mark[] {
  const there = isThere(own)
  if (present) return there ? [] : ['arrived']
  const slip: Mark[] = there ? ['undone'] : []
  const rest = there ? own.slice(0, -1) : own
  if (rest.some(({ mark }) => mark === 'arrived' || mark === 'leave')) return slip
  if (leave) return [...slip, 'leave']
  return rest.some(({ mark }) => mark === 'absent') ? slip : [...slip, 'absent']
}
