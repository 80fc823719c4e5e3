import type Koa from 'koa'
import type { Endpoint } from '../../../shared/grammar/endpoint'

interface Layer {
  path: string
  methods: string[]
}
type Routed = Koa.Middleware & { router?: { stack: Layer[] } }

/** What the router of a running app answers, and how many doors stand in front of it. */
export function routesOf(app: Koa) {
  const middleware = app.middleware as Routed[]
  const routed = middleware.filter(({ router }) => router !== undefined)
  const stack = routed.flatMap(({ router }) => router?.stack ?? [])
  return {
    routes: stack.flatMap(({ methods, path }) =>
      methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
    ),
    inFront: middleware.length - routed.length,
  }
}

export const routeOf = ({ method, path }: Endpoint) => `${method} /api${path}`

/** Doors that are no endpoints: what they say to somebody with nothing in their hands. */
export const otherDoors: readonly [method: string, path: string, status: number][] = [
  // A code on a wall leads to a page; it says nothing of what it stands for.
  ['GET', '/q/q00000000000000000000000000', 302],
  ['GET', '/q/..%2F..%2Fetc', 302],
  // WeChat has to prove that it speaks.
  ['GET', '/wechat/push', 403],
  ['GET', '/wechat/push?signature=a&timestamp=1&nonce=b&echostr=c', 403],
  ['POST', '/wechat/push', 403],
  ['PUT', '/wechat/push', 405],
  // Pages are for everybody; nothing that lies beside them is.
  ['GET', '/', 200],
  ['POST', '/', 405],
  ['GET', '/api', 404],
  ['GET', '/api/towns/x/nothing-of-the-kind', 404],
  ['DELETE', '/api/towns', 405],
]
