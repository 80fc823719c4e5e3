import { type Row } from './assumed/row'
import { rows1To25 } from './assumed/rows-1-to-25'
import { rowsFrom26 } from './assumed/rows-from-26'

export type Assumption = {
  number: number
  endpoint: string
  assumption: string
  why: string
  confidence: Row[1]
}

/**
 * Every undocumented choice of the simulator, for a person with a real account to confirm one by one.
 * Comments and people refer to the numbers: rows are added at the end and never moved.
 */
export const assumptions: Assumption[] = [...rows1To25, ...rowsFrom26].map(
  ([endpoint, confidence, assumption, why], place) => ({
    number: place + 1,
    endpoint,
    assumption,
    why,
    confidence,
  }),
)
