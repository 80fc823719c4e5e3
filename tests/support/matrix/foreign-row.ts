import type { Endpoint } from '../../../shared/grammar/endpoint'
import type { Place } from '../../../scripts/faults/places'
import type { TestPerson } from '../town'

/** One question that is right, and where in it another town's id is put. */
export interface Question {
  endpoint: Endpoint
  params: Record<string, string>
  person: TestPerson
  input: unknown
}
export type Row = readonly [
  name: string,
  place: Place,
  foreign: () => Promise<string> | string,
  ask: () => Promise<Question>,
]
