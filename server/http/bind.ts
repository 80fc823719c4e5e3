import type { Context } from 'koa'
import type Router from 'koa-router'
import type { Endpoint, InputOf, OutputOf, Params, QueryOf } from '../../shared/grammar/endpoint'
import { spreadsheet } from '../../shared/grammar/register'
import type { settleSending as settleEndpoint } from '../../shared/api/sendings'
import { Refusal } from '../../shared/words/refusals'
import { digestOf } from '../database/digest'
import type { Reader, Tx } from '../database/source'
import { inTown } from '../database/waking'
import { askerOf } from './address'
import { type Actor, actorIn, allow } from './actor'
import { type InHand, settleSending, type Work, writeOnce } from './idempotency'
import { parse } from './parse'
import { isKey, jsonIn, jsonOf, keyOf } from './request'
import { idOf } from './kept-answers'
import { type Asked, type BindParts, paramsOf, type Show, type Told } from './bind-parts'
import { bindPublic } from './bind-public'
import { noteUse } from './session'
import { createRoom, type FileWords, fileWords, receiveFile } from './upload'
import { type WhoAsks, whoAsks } from './who-asks'

/** Binds the endpoints of the contract to code: guards, one call, one answer. */
export function createBind(router: Router, parts: BindParts) {
  const { database, secretKey, now, limits, ready } = parts
  const inHand: InHand = new Map()
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
  async function known(context: Context, townId?: string): Promise<WhoAsks> {
    const { reader } = wayTo(townId)
    const asker = await whoAsks(reader, context, townId, now(), () => countRead(context))
    context.state.session = asker.session
    noteUse(database, asker.session, now())
    return asker
  }
  /** What is asked of a town waits in the line of that town. */
  const wayTo = (townId?: string) => (townId === undefined ? database : database.of(townId))

  const accountIn = async (context: Context) => (await known(context)).session.accountId

  async function actorOf(endpoint: Endpoint, context: Context) {
    const { who, path } = endpoint
    const { town = '' } = paramsOf(path, context)
    const { actor, before } = await known(context, town)
    if (who === 'anyone' || who === 'account' || actor === undefined) throw new Error(`${path} has no actor`)
    allow(actor, who)
    await ready?.(actor.townId)
    return { actor, before, accountId: actor.accountId, way: wayTo(town) }
  }

  /** Its key is looked up with who asks, before all else: what was delivered is answered, whatever the limits say. */
  async function write<Ready, Made>(
    endpoint: Endpoint,
    context: Context,
    { accountId, before }: { accountId: string } & Pick<WhoAsks, 'before'>,
    { ready, work, ...shown }: Work<Ready, Made>,
    body: string | Buffer = (context.request as { rawBody?: string }).rawBody ?? '',
  ) {
    const requestKey = keyOf(context)
    if (!isKey(requestKey)) throw new Refusal('key_missing')
    const { town } = paramsOf(endpoint.path, context)
    const result = await writeOnce(
      { database: wayTo(town), secretKey, inHand },
      {
        actorId: accountId,
        requestKey,
        request: `${context.method} ${context.path} ${digestOf(body)}`,
        secret: endpoint.secret === true,
        before,
        about: idOf(paramsOf(endpoint.path, context)),
      },
      now(),
      {
        ...shown,
        ready: async () => {
          await limits('write', accountId)
          return ready()
        },
        work: (tx, made) => {
          if (town !== undefined) inTown(tx, town)
          return work(tx, made)
        },
      },
    )
    if (result.replayed) context.set('Idempotent-Replay', 'true')
    context.type = 'json'
    context.body = result.answer
  }

  /** A write of somebody in a town: what comes before the transaction, what happens in it, and what is shown of it. */
  function writing<E extends Endpoint, Prepared, Made>(
    endpoint: E,
    prepare: (request: Told<E> & { reader: Reader; actor: Actor }) => Promise<Prepared>,
    handle: (request: Told<E> & { tx: Tx; actor: Actor; prepared: Prepared }) => Promise<Made>,
    show?: Show<E, Made>,
  ) {
    route(endpoint, async (context) => {
      const { actor, way, ...sender } = await actorOf(endpoint, context)
      const { reader } = way
      const work: Work<Told<E> & { prepared: Prepared }, Made> = {
        ready: async () => {
          const request = told(endpoint, context)
          return { ...request, prepared: await prepare({ ...request, reader, actor }) }
        },
        work: (tx, request) => handle({ ...request, tx, actor }),
      }
      const shown = show && {
        // Who asks again was looked up before the first one was through: what they were then is not what they are.
        show: async (id: string | null, first?: { made: Made }) => {
          const own = first ? actor : await actorIn(reader, actor.accountId, actor.townId)
          return show({ ...asked(endpoint, context), reader, actor: own, id: id ?? '' }, first?.made)
        },
      }
      await write(endpoint, context, sender, { ...work, ...shown })
    })
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
        const { session, before } = await known(context)
        const { accountId } = session
        await write(
          endpoint,
          context,
          { accountId, before },
          {
            ready: async () => {
              const request = told(endpoint, context)
              return { ...request, prepared: await guard(accountId, request) }
            },
            work: (tx, request) => handle({ ...request, tx, accountId }),
          },
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
        const arrived = await settleSending({ database, inHand }, { actorId, requestKey: key }, now())
        context.body = { arrived }
      })
    },

    read<E extends Endpoint>(
      endpoint: E,
      handle: (request: Asked<E> & { reader: Reader; actor: Actor }) => Promise<OutputOf<E>>,
    ) {
      route(endpoint, async (context) => {
        const { actor, way } = await actorOf(endpoint, context)
        context.body = await handle({ ...asked(endpoint, context), reader: way.reader, actor })
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
        const { actor, way } = await actorOf(endpoint, context)
        const { show, trace } = await handle({ ...asked(endpoint, context), reader: way.reader, actor })
        if (trace) await way.transaction(trace)
        context.body = show()
      })
    },

    /** A read whose question is too private for an address, so that it comes as a body. Writes nothing. */
    lookUp<E extends Endpoint>(
      endpoint: E,
      handle: (request: Told<E> & { reader: Reader; actor: Actor }) => Promise<OutputOf<E>>,
    ) {
      route(endpoint, async (context) => {
        const { actor, way } = await actorOf(endpoint, context)
        context.body = await handle({ ...told(endpoint, context), reader: way.reader, actor })
      })
    },

    write<E extends Endpoint>(
      endpoint: E,
      handle: (request: Told<E> & { tx: Tx; actor: Actor }) => Promise<OutputOf<E>>,
      guard: (actor: Actor) => Promise<void> = async () => {},
    ) {
      writing(endpoint, ({ actor }) => guard(actor), handle)
    },

    /**
     * What was done is shown once it is kept: reading the answer keeps no writer waiting, and whoever sends the same
     * again is shown it as it is then.
     * @param show gets what was made the first time, and its id each time
     */
    writeThenShow<E extends Endpoint, Made>(
      endpoint: E,
      handle: (request: Told<E> & { tx: Tx; actor: Actor }) => Promise<Made>,
      show: Show<E, Made>,
      guard: (actor: Actor) => Promise<void> = async () => {},
    ) {
      writing(endpoint, ({ actor }) => guard(actor), handle, show)
    },

    /** Something is fetched from outside before the transaction begins, and not again for a key that was answered. */
    writeAfter<E extends Endpoint, Prepared>(
      endpoint: E,
      prepare: (request: Told<E> & { reader: Reader; actor: Actor }) => Promise<Prepared>,
      handle: (request: Told<E> & { tx: Tx; actor: Actor; prepared: Prepared }) => Promise<OutputOf<E>>,
    ) {
      writing(endpoint, prepare, handle)
    },

    /** One file, and what is said beside it; made ready before the transaction begins, because that takes time, and not again for the same sending. */
    upload<E extends Endpoint, Prepared>(
      endpoint: E,
      prepare: (file: Buffer | undefined, input: InputOf<E>) => Promise<Prepared>,
      handle: (request: Told<E> & { tx: Tx; actor: Actor; prepared: Prepared }) => Promise<OutputOf<E>>,
    ) {
      const words = wordsFor(endpoint)
      const receive = receiveFile(endpoint.file ?? '', words)
      route(endpoint, async (context) => {
        const { actor, accountId, before } = await actorOf(endpoint, context)
        await withRoom(actor.accountId, words, async () => {
          const { file, form } = await receive(context)
          const ready = async () => {
            await limits('upload', actor.accountId)
            const input = parse(endpoint.input, jsonIn(form), now()) as InputOf<E>
            return { ...asked(endpoint, context), input, prepared: await prepare(file, input) }
          }
          const work = (tx: Tx, request: Awaited<ReturnType<typeof ready>>) =>
            handle({ ...request, tx, actor })
          const body = form === undefined ? file : Buffer.concat([file ?? Buffer.alloc(0), Buffer.from(form)])
          await write(endpoint, context, { accountId, before }, { ready, work }, body)
        })
      })
    },
  }
}

const wordsFor = ({ fileType }: Endpoint): FileWords =>
  fileType === undefined ? fileWords.picture : fileType === spreadsheet ? fileWords.table : fileWords.file

const noGuard = () => Promise.resolve() as Promise<never>
export type Bind = ReturnType<typeof createBind>
