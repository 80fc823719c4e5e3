import type { Endpoint } from '../../shared/grammar/endpoint'
import type { Database, Reader } from '../database/source'
import type { Limits } from './limits'

/** What binding an endpoint to code takes. */
export interface BindParts {
  database: Database
  secretKey: string
  now: () => Date
  limits: Limits
  /** Until everything that follows from the matters of a town is there. @throws Refusal `unavailable` */
  ready?: (townId: string) => Promise<void>
  /** The last look at an answer before everyone may read it. */
  beforePublic?: (
    reader: Reader,
    endpoint: Endpoint,
    townId: string | undefined,
    answer: unknown,
  ) => Promise<unknown>
}
