import type { Context } from 'koa'
import type Router from 'koa-router'
import type { Endpoint, InputOf, OutputOf, Params, QueryOf } from '../../shared/grammar/endpoint'
import type { settleSending as settleEndpoint } from '../../shared/api/sendings'
import { Refusal } from '../../shared/words/refusals'
import { digestOf } from '../database/digest'
import type { Reader, Tx } from '../database/source'
import { inTown } from '../database/waking'
import { askerOf } from './address'
import { type Actor, actorIn, allow } from './actor'
import { settleSending, writeOnce } from './idempotency'
import { parse } from './parse'
import { type Asked, type BindParts, paramsOf, type Told } from './bind-parts'
import { bindPublic } from './bind-public'
import { noteUse, sessionOf } from './session'
import { createRoom, fileWords, receiveFile } from './upload'

/** Binds the endpoints of the contract to code: guards, one call, one answer. */
export function createBind(router: Router, parts: BindParts) {
  const { database, secretKey, now, limits, ready } = parts
  const store = { database, secretKey }
  const withRoom = createRoom()
  const bound = new Set<Endpoint>()

  function route(endpoint: Endpoint, handle: (context: Context) => Promise<void>) {
    bound.add(endpoint)
    router.register('/api' + endpoint.path, [endpoint.method], (context) => handle(context))
  }

  const asked = <E extends Endpoint>(endpoint: E, context: Context): Asked<E> => ({
    params: paramsOf(endpoint.path, context) as Params<E['path']>,
    query: parse(endpoint.query, { ...context.query }, now()) as QueryOf<E>,
    now: now(),
    context,
  })
  const told = <E extends Endpoint>(endpoint: E, context: Context): Told<E> => ({
    ...asked(endpoint, context),
    input: parse(endpoint.input, jsonOf(context), now()) as InputOf<E>,
  })

  const countRead = (context: Context) => limits('read', askerOf(context))

  /** Whoever only tries tokens is counted like whoever reads without one. */
  const accountIn = async (context: Context) => {
    const session = await sessionOf(database.reader, context, now()).catch((error: unknown) =>
      countRead(context).then(() => Promise.reject(error as Error)),
    )
    context.state.session = session
    noteUse(database, session, now())
    return session.accountId
  }

  async function actorOf(endpoint: Endpoint, context: Context): Promise<Actor> {
    const accountId = await accountIn(context)
    const actor = await actorIn(database.reader, accountId, paramsOf(endpoint.path, context).town ?? '')
    if (endpoint.who === 'anyone' || endpoint.who === 'account')
      throw new Error(`${endpoint.path} has no actor`)
    allow(actor, endpoint.who)
    await ready?.(actor.townId)
    return actor
  }

  /** Its key is looked up before all else but who asks: what was delivered is answered, whatever the limits say. */
  async function write<Ready>(
    endpoint: Endpoint,
    context: Context,
    accountId: string,
    ready: () => Promise<Ready>,
    work: (tx: Tx, ready: Ready) => Promise<unknown>,
    body: string | Buffer = (context.request as { rawBody?: string }).rawBody ?? '',
  ) {
    const requestKey = context.get('idempotency-key')
    if (!isKey(requestKey)) throw new Refusal('key_missing')
    const { town } = paramsOf(endpoint.path, context)
    const result = await writeOnce(
      store,
      {
        actorId: accountId,
        requestKey,
        request: `${context.method} ${context.path} ${digestOf(body)}`,
        secret: endpoint.secret === true,
      },
      now(),
      async () => {
        await limits('write', accountId)
        return ready()
      },
      (tx, made) => {
        if (town !== undefined) inTown(tx, town)
        return work(tx, made)
      },
    )
    if (result.replayed) context.set('Idempotent-Replay', 'true')
    context.type = 'json'
    context.body = result.answer
  }

  return {
    bound: bound as ReadonlySet<Endpoint>,

    ...bindPublic({ parts, route, asked, told, countRead }),

    accountRead<E extends Endpoint>(
      endpoint: E,
      handle: (request: Asked<E> & { reader: Reader; accountId: string }) => Promise<OutputOf<E>>,
    ) {
      route(endpoint, async (context) => {
        const known = { reader: database.reader, accountId: await accountIn(context) }
        context.body = await handle({ ...asked(endpoint, context), ...known })
      })
    },

    /** @param guard comes before the transaction, and not again for a key that was answered */
    accountWrite<E extends Endpoint, Prepared = void>(
      endpoint: E,
      handle: (request: Told<E> & { tx: Tx; accountId: string; prepared: Prepared }) => Promise<OutputOf<E>>,
      guard: (accountId: string, request: Told<E>) => Promise<Prepared> = noGuard,
    ) {
      route(endpoint, async (context) => {
        const accountId = await accountIn(context)
        const ready = async () => {
          const request = told(endpoint, context)
          return { ...request, prepared: await guard(accountId, request) }
        }
        await write(endpoint, context, accountId, ready, (tx, request) =>
          handle({ ...request, tx, accountId }),
        )
      })
    },

    /** What became of a sending of the same account; changes nothing but whether it may still arrive. */
    settle(endpoint: typeof settleEndpoint) {
      route(endpoint, async (context) => {
        const actorId = await accountIn(context)
        await limits('write', actorId)
        const { key = '' } = paramsOf(endpoint.path, context)
        if (!isKey(key)) throw new Refusal('not_found')
        const arrived = await settleSending(store, { actorId, requestKey: key }, now())
        context.body = { arrived }
      })
    },

    read<E extends Endpoint>(
      endpoint: E,
      handle: (request: Asked<E> & { reader: Reader; actor: Actor }) => Promise<OutputOf<E>>,
    ) {
      route(endpoint, async (context) => {
        const actor = await actorOf(endpoint, context)
        context.body = await handle({ ...asked(endpoint, context), reader: database.reader, actor })
      })
    },

    /**
     * A read of what nobody may see without a trace: the answer leaves only after the trace is kept, and where it cannot
     * be kept, nothing is shown. Without a trace it is a read like every other, and waits for no writer.
     */
    tracedRead<E extends Endpoint>(
      endpoint: E,
      handle: (request: Asked<E> & { reader: Reader; actor: Actor }) => Promise<{
        show: () => OutputOf<E>
        trace: ((tx: Tx) => Promise<unknown>) | undefined
      }>,
    ) {
      route(endpoint, async (context) => {
        const actor = await actorOf(endpoint, context)
        const { show, trace } = await handle({
          ...asked(endpoint, context),
          reader: database.reader,
          actor,
        })
        if (trace) await database.transaction(trace)
        context.body = show()
      })
    },

    /** A read whose question is too private for an address, so that it comes as a body. Writes nothing. */
    lookUp<E extends Endpoint>(
      endpoint: E,
      handle: (request: Told<E> & { reader: Reader; actor: Actor }) => Promise<OutputOf<E>>,
    ) {
      route(endpoint, async (context) => {
        const actor = await actorOf(endpoint, context)
        context.body = await handle({ ...told(endpoint, context), reader: database.reader, actor })
      })
    },

    write<E extends Endpoint>(
      endpoint: E,
      handle: (request: Told<E> & { tx: Tx; actor: Actor }) => Promise<OutputOf<E>>,
      guard: (actor: Actor) => Promise<void> = async () => {},
    ) {
      route(endpoint, async (context) => {
        const actor = await actorOf(endpoint, context)
        const ready = async () => {
          const request = told(endpoint, context)
          await guard(actor)
          return request
        }
        const work = (tx: Tx, request: Told<E>) => handle({ ...request, tx, actor })
        await write(endpoint, context, actor.accountId, ready, work)
      })
    },

    /** Something is fetched from outside before the transaction begins, and not again for a key that was answered. */
    writeAfter<E extends Endpoint, Prepared>(
      endpoint: E,
      prepare: (request: Told<E> & { reader: Reader; actor: Actor }) => Promise<Prepared>,
      handle: (request: Told<E> & { tx: Tx; actor: Actor; prepared: Prepared }) => Promise<OutputOf<E>>,
    ) {
      route(endpoint, async (context) => {
        const actor = await actorOf(endpoint, context)
        const ready = async () => {
          const request = told(endpoint, context)
          return { ...request, prepared: await prepare({ ...request, reader: database.reader, actor }) }
        }
        const work = (tx: Tx, request: Awaited<ReturnType<typeof ready>>) => handle({ ...request, tx, actor })
        await write(endpoint, context, actor.accountId, ready, work)
      })
    },

    /** One file; made ready before the transaction begins, because that takes time, and not again for the same sending. */
    upload<E extends Endpoint, Prepared>(
      endpoint: E,
      prepare: (file: Buffer | undefined) => Promise<Prepared>,
      handle: (request: Asked<E> & { tx: Tx; actor: Actor; prepared: Prepared }) => Promise<OutputOf<E>>,
    ) {
      const words = endpoint.fileType === undefined ? fileWords.picture : fileWords.table
      const receive = receiveFile(endpoint.file ?? '', words)
      route(endpoint, async (context) => {
        const actor = await actorOf(endpoint, context)
        await withRoom(actor.accountId, words, async () => {
          const file = await receive(context)
          const ready = async () => {
            await limits('upload', actor.accountId)
            return { ...asked(endpoint, context), prepared: await prepare(file) }
          }
          await write(
            endpoint,
            context,
            actor.accountId,
            ready,
            (tx, request) => handle({ ...request, tx, actor }),
            file,
          )
        })
      })
    },
  }
}

const noGuard = () => Promise.resolve() as Promise<never>
export type Bind = ReturnType<typeof createBind>

/** @throws Refusal `wrong_type` where a body came that is no JSON in UTF-8: it would be read as an empty one, or wrongly. */
function jsonOf(context: Context): unknown {
  const isOther = context.is('json') === false || !/^(utf-?8|us-ascii)?$/i.test(context.request.charset)
  if (isOther) throw new Refusal('wrong_type')
  return (context.request as { body?: unknown }).body ?? {}
}
const isKey = (text: string) => /^[\w-]{8,64}$/.test(text)
