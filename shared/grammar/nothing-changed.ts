import { Refusal } from '../words/refusals'

type Row = object

/** Empty is empty however it is written; a database gives 1 for true. */
const plain = (value: unknown) =>
  Array.isArray(value) ? value.join() : typeof value === 'boolean' ? Number(value) : (value ?? null)

/** Whether everything that is to be written stands there already. Columns that nobody wants to write do not matter. */
export const standsAlready = (stands: Row, wanted: Row): boolean =>
  Object.entries(wanted).every(([name, value]) => plain(stands[name as keyof Row]) === plain(value))

/**
 * Whoever saves what stands there already changes nothing: nothing is written, nobody is told.
 * @throws Refusal `nothing_changed`
 */
export function refuseSame(stands: Row, wanted: Row) {
  if (standsAlready(stands, wanted)) throw new Refusal('nothing_changed')
}
