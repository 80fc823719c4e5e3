import type { Context, Middleware } from 'koa'
import type { Endpoint, OutputOf } from '../../shared/grammar/endpoint'
import type { Reader } from '../database/source'
import { type Asked, type BindParts, paramsOf, type Told } from './bind-parts'
import { createPublicCache } from './public-cache'

interface Tools {
  parts: BindParts
  route: (endpoint: Endpoint, handle: (context: Context) => Promise<void>) => void
  asked: <E extends Endpoint>(endpoint: E, context: Context) => Asked<E>
  told: <E extends Endpoint>(endpoint: E, context: Context) => Told<E>
  countRead: (context: Context) => Promise<void>
}

/** What is open to whoever comes, without sign-in. */
export function bindPublic({ parts, route, asked, told, countRead }: Tools) {
  const { database, beforePublic } = parts
  const forEveryone = createPublicCache(database, parts.publicBytes)

  /** Most who come want what stands there ready: they are answered before the way is looked for. */
  const keptFirst: Middleware = async (context, next) => {
    if (context.method === 'GET' && forEveryone.isKept(context.url)) {
      await countRead(context)
      context.state.isCounted = true
      if (await forEveryone.showKept(context, parts.now())) return
    }
    await next()
  }

  return {
    keptFirst,

    /**
     * The same for everyone, and kept until something public of its town changes: so it knows nothing of who asks.
     */
    publicRead<E extends Endpoint>(
      endpoint: E,
      handle: (request: Omit<Asked<E>, 'context'> & { reader: Reader }) => Promise<OutputOf<E>>,
      { kept = true } = {},
    ) {
      route(endpoint, async (context) => {
        if (context.state.isCounted !== true) await countRead(context)
        const { town } = paramsOf(endpoint.path, context)
        const now = parts.now()
        const make = async (reader: Reader) => {
          const { params, query } = asked(endpoint, context)
          const answer = await handle({ params, query, now, reader })
          return beforePublic ? beforePublic(reader, endpoint, town, answer) : answer
        }
        if (kept) await forEveryone.show(context, town, now, make)
        else await forEveryone.showAnew(context, make)
      })
    },

    /** What is looked for among it comes as a body: it may be a name, and stands in no address and no cache. */
    publicLookUp<E extends Endpoint>(
      endpoint: E,
      handle: (request: Omit<Told<E>, 'context'> & { reader: Reader }) => Promise<OutputOf<E>>,
    ) {
      route(endpoint, async (context) => {
        await countRead(context)
        const { params, query, input, now } = told(endpoint, context)
        const { town = '' } = paramsOf(endpoint.path, context)
        const { reader } = database.of(town)
        const answer = await handle({ params, query, input, now, reader })
        context.body = beforePublic ? await beforePublic(reader, endpoint, town, answer) : answer
      })
    },

    /** Whether it is shown at all, and how long it may be kept, the answer itself decides. */
    openRead<E extends Endpoint>(
      endpoint: E,
      handle: (request: Asked<E> & { reader: Reader }) => Promise<OutputOf<E>>,
    ) {
      route(endpoint, async (context) => {
        await countRead(context)
        const { town = '' } = paramsOf(endpoint.path, context)
        context.body = await handle({ ...asked(endpoint, context), reader: database.of(town).reader })
      })
    },

    /** Never remembered: sign-in, and answers that are no JSON. */
    publicCall<E extends Endpoint>(endpoint: E, handle: (request: Told<E>) => Promise<OutputOf<E>>) {
      route(endpoint, async (context) => {
        await countRead(context)
        context.body = await handle(told(endpoint, context))
      })
    },
  }
}
