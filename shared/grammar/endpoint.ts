import * as z from 'zod/mini'
import { id } from './fields'
import type { Permission } from '../permissions'

/** One line of the contract between the phone and the server. The OpenAPI document is made from these. */
export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
> {
  method: 'GET' | 'POST' | 'PUT'
  /** Below `/api`; `:name` marks a parameter. */
  path: Path
  /** `anyone`: without sign-in. `account`: signed in, in no town. `person`: signed in, in the town of the path. */
  who: 'anyone' | 'account' | 'person' | Permission
  /** One sentence for the OpenAPI document. */
  says: string
  /** Its answer holds what nobody may read later; a retry gets it for minutes only. */
  secret?: true
  query: Query
  input: Input
  output: Output
  /** The part of a multipart body that holds the one file; without it the body is JSON. */
  file?: string
  /** What that file is; a picture unless it says otherwise. */
  fileType?: string
  /** What the answer is where it is no JSON. */
  mediaType?: string
}

const none = z.strictObject({})
type None = typeof none

interface Rest<Q extends z.ZodMiniType, O extends z.ZodMiniType> {
  who: Endpoint['who']
  says: string
  secret?: true
  query?: Q
  output: O
  file?: string
  fileType?: string
  mediaType?: string
}

/** The answer is a picture. */
export const showsPicture = { mediaType: 'image/*', output: z.unknown() }

export const get = <P extends string, O extends z.ZodMiniType, Q extends z.ZodMiniType = None>(
  path: P,
  rest: Rest<Q, O>,
): Endpoint<P, Q, None, O> => ({
  method: 'GET',
  path,
  ...rest,
  query: rest.query ?? (none as unknown as Q),
  input: none,
})

export const post = <
  P extends string,
  O extends z.ZodMiniType,
  I extends z.ZodMiniType = None,
  Q extends z.ZodMiniType = None,
>(
  path: P,
  rest: Rest<Q, O> & { input?: I },
): Endpoint<P, Q, I, O> => ({
  method: 'POST',
  path,
  ...rest,
  query: rest.query ?? (none as unknown as Q),
  input: rest.input ?? (none as unknown as I),
})

export const put = <P extends string, O extends z.ZodMiniType, I extends z.ZodMiniType = None>(
  path: P,
  rest: Rest<None, O> & { input?: I },
): Endpoint<P, None, I, O> => ({ ...post(path, rest), method: 'PUT' })

/** `/towns/:town/board/:id` → `{ town: string; id: string }`. */
export type Params<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? Params<Head> & Params<Tail>
  : Path extends `:${infer Name}`
    ? { [name in Name]: string }
    : unknown

export type QueryOf<E extends Endpoint> = z.output<E['query']>
export type InputOf<E extends Endpoint> = z.output<E['input']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>

export const parameterNames = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')

/** A page of a list: `next` is the cursor of the following page, or null at the end. */
export const pageOf = <S extends z.ZodMiniType>(item: S) =>
  z.strictObject({ items: z.array(item), next: z.nullable(z.string()) })

/** Keyset cursor: opaque to the client, made by the server. */
export const cursor = z.optional(z.string().check(z.maxLength(200)))

export const named = z.strictObject({ id: id(), name: z.string() })
export type Named = z.output<typeof named>

export const done = z.strictObject({ done: z.literal(true) })
