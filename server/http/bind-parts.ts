import type { Context } from 'koa'
import type { Endpoint, InputOf, OutputOf, Params, QueryOf } from '../../shared/grammar/endpoint'
import { parameterNames } from '../../shared/grammar/endpoint'
import type { Database, Reader } from '../database/source'
import type { Actor } from './actor'
import type { Limits } from './limits'

/** What binding an endpoint to code takes. */
export interface BindParts {
  database: Database
  secretKey: string
  now: () => Date
  limits: Limits
  /** Until everything that follows from the matters of a town is there. @throws Refusal `unavailable` */
  ready?: (townId: string) => Promise<void>
  /** How much is kept of what everyone reads. */
  publicBytes?: number
  /** The last look at an answer before everyone may read it. */
  beforePublic?: (
    reader: Reader,
    endpoint: Endpoint,
    townId: string | undefined,
    answer: unknown,
  ) => Promise<unknown>
}

/** What a route knows of one request; everything else it asks the database. */
export interface Asked<E extends Endpoint> {
  params: Params<E['path']>
  query: QueryOf<E>
  now: Date
  context: Context
}
export interface Told<E extends Endpoint> extends Asked<E> {
  input: InputOf<E>
}

export function paramsOf(path: string, context: Context): Record<string, string> {
  const given = (context as unknown as { params: Record<string, string> }).params
  return Object.fromEntries(parameterNames(path).map((name) => [name, given[name] ?? '']))
}

/** Reads the answer of a write once all is kept. */
export type Show<E extends Endpoint, Made> = (
  request: Asked<E> & { reader: Reader; actor: Actor; id: string },
  made?: Made,
) => Promise<OutputOf<E>>
