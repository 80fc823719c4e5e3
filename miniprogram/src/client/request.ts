import type { Endpoint, InputOf, Params, QueryOf } from '../../../shared/grammar/endpoint'
import { type Arrived, Refusal, type RefusalCode } from '../../../shared/words/refusals'
import { type Answer, carry } from './transport'

/** There is no network, or the server did not answer. What was typed is still on the phone. */
export class Offline extends Error {
  constructor(
    /** The network is there, and something in between answered that the server is not. */
    readonly isServerAway = false,
  ) {
    super(
      isServerAway
        ? '系统现在连不上，不是您的网络的事。过几分钟再试一次，您填的内容还在。'
        : '网络不好，没有连上。您填的内容还在，有网后再试一次。',
    )
  }
}

export type Asking<E extends Endpoint> = (unknown extends Params<E['path']>
  ? { params?: undefined }
  : { params: Params<E['path']> }) & {
  query?: QueryOf<E>
  input?: InputOf<E>
  /** One key for each thing the person means to do once, however often it is sent. */
  key?: string
}

/** What goes to the server, whoever takes it there and when. */
export interface Letter {
  /** With its query. */
  path: string
  method: Endpoint['method']
  data?: unknown
}

/** @throws Refusal `not_found` */
export const letterOf = <E extends Endpoint>(endpoint: E, asking: Asking<E>): Letter => ({
  path: '/api' + fillPath(endpoint.path, asking.params) + queryText(asking.query),
  method: endpoint.method,
  ...(endpoint.method === 'GET' ? {} : { data: asking.input ?? {} }),
})

export const send = <E extends Endpoint>(
  endpoint: E,
  asking: Asking<E>,
  key: string,
  token: string,
): Promise<Answer> => carryLetter(letterOf(endpoint, asking), key, token)

/** @throws Refusal `too_large`, or Offline */
export async function carryLetter(letter: Letter, key: string, token: string): Promise<Answer> {
  try {
    return await carry({
      ...letter,
      header: {
        'content-type': 'application/json',
        ...proofOf(token),
        ...(key === '' ? {} : { 'idempotency-key': key }),
      },
    })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Offline()
  }
}

/** Who asks: a phone shows its token; a browser sends its cookie by itself, and shows that a page of ours asks. */
export const proofOf = (token: string): Record<string, string> =>
  process.env.TARO_ENV === 'h5' ? { 'x-desk': '1' } : token ? { authorization: `Bearer ${token}` } : {}

/** @throws Refusal with the server's sentence */
export function read<T>(answer: Answer): T {
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data as T
  const said = answer.data as
    { code?: RefusalCode; message?: string; fields?: Record<string, string>; arrived?: Arrived } | undefined
  if (said?.code === undefined) throw new Offline(answer.statusCode >= 500)
  throw new Refusal(said.code, said.fields, said.message, undefined, said.arrived)
}

/**
 * A link that was cut off lacks what it is about; without it the address would be another one, with another answer.
 * @throws Refusal `not_found`
 */
export const fillPath = (path: string, params: unknown) =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const value = (params as Record<string, string> | undefined)?.[name]
    if (!value) throw new Refusal('not_found')
    return encodeURIComponent(value)
  })

export function queryText(query: unknown): string {
  const pairs = Object.entries((query ?? {}) as Record<string, string | undefined>)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
