import * as z from 'zod/mini'
import type { Endpoint, InputOf, OutputOf, Params, QueryOf } from '../../shared/grammar/endpoint'
import type { Arrived } from '../../shared/words/refusals'
import { newId } from '../../server/database/id'
import { send } from './send'

/** What came back: the checked answer, or the refusal. */
export type Answer<T> =
  | { status: number; body: T; code?: undefined; headers: Headers }
  | {
      status: number
      code: string
      message: string
      fields: Record<string, string>
      arrived: Arrived | undefined
      headers: Headers
    }

type Request<E extends Endpoint> = { key?: string } & (unknown extends Params<E['path']>
  ? { params?: Record<string, string> }
  : { params: Params<E['path']> }) &
  (QueryOf<E> extends Record<string, never> ? { query?: QueryOf<E> } : { query?: QueryOf<E> }) & {
    input?: InputOf<E> | Record<string, unknown>
  }

/** Speaks to the server like the phone does, and checks every answer against the contract: unknown fields fail the test. */
export function createClient(url: string, token?: string, beforeEach = () => {}) {
  async function ask<E extends Endpoint>(endpoint: E, request: Request<E>): Promise<Answer<OutputOf<E>>> {
    beforeEach()
    const params = request.params ?? {}
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const query = new URLSearchParams(
      Object.entries((request.query ?? {}) as Record<string, string | undefined>).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    )
    const response = await send(`${url}/api${path}${query.size > 0 ? `?${query}` : ''}`, {
      method: endpoint.method,
      headers: {
        // Packing is asserted where it is asked for.
        'accept-encoding': 'identity',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(endpoint.method === 'GET'
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': request.key ?? newId() }),
      },
      ...(endpoint.method === 'GET' ? {} : { body: JSON.stringify(request.input ?? {}) }),
    })
    const { status, headers } = response
    const body: unknown = response.text === '' ? undefined : JSON.parse(response.text)
    if (status >= 200 && status < 300) {
      return { status, body: z.parse(endpoint.output, body) as OutputOf<E>, headers }
    }
    const refusal = body as {
      code: string
      message: string
      fields?: Record<string, string>
      arrived?: Arrived
    }
    return {
      status,
      code: refusal.code,
      message: refusal.message,
      fields: refusal.fields ?? {},
      arrived: refusal.arrived,
      headers,
    }
  }

  return {
    token,
    ask,
    /** Asks and expects a "yes". */
    async call<E extends Endpoint>(endpoint: E, request: Request<E>): Promise<OutputOf<E>> {
      const answer = await ask(endpoint, request)
      if (answer.code !== undefined) {
        throw new Error(
          `${endpoint.method} ${endpoint.path}: ${answer.status} ${answer.code} ${answer.message} ${JSON.stringify(answer.fields)}`,
        )
      }
      return answer.body
    },
    /** Asks and expects a "no"; answers its code. */
    async refused<E extends Endpoint>(endpoint: E, request: Request<E>) {
      const answer = await ask(endpoint, request)
      if (answer.code === undefined) throw new Error(`${endpoint.method} ${endpoint.path} was not refused`)
      return answer
    },
  }
}
export type Client = ReturnType<typeof createClient>
