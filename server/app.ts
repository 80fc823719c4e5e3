import path from 'node:path'
import { bodyParser } from '@koa/bodyparser'
import Koa from 'koa'
import helmet from 'koa-helmet'
import { QuickRouter } from './http/quick-router'
import type { Database } from './database/source'
import type { Env } from './env'
import type { Apart } from './apart/reads'
import { guardPublic } from './matters/content-check/guard-public'
import { followLinks } from './features/qr-codes/follow-link'
import { openScreens } from './features/qr-codes/open-screen'
import { receiveWechatEvents } from './features/wechat-events/receive'
import type { Wechat } from './gateways/wechat/wechat'
import { knowAddress } from './http/address'
import { settleSending } from '../shared/api/sendings'
import { createBind } from './http/bind'
import { knowTls } from './http/cookies'
import { keepNothing } from './http/keep-nothing'
import { createLimits, type Limits } from './http/limits'
import { refuseOddRequests } from './http/odd-requests'
import { type Logger, logRequests } from './http/log'
import { packAnswers } from './http/pack'
import { servePages } from './http/pages'
import { answerRefusals } from './http/refusals'
import './matters/kinds'
import { allRoutes } from './routes'

export interface AppParts {
  env: Env
  database: Database
  wechat: Wechat
  log: Logger
  now: () => Date
  /** Does the reads that walk much. */
  apart: Apart
  limits?: Limits
  /** Until everything that follows from the matters of a town is there. */
  ready?: ((townId: string) => Promise<void>) | undefined
  publicBytes?: number
  /** Where the built h5 pages lie. */
  pages?: string
  /** What is answered; everything that stands in the folders unless told. */
  routes?: typeof allRoutes
}

/** Builds the Koa app from its parts; the tests build it the same way. */
export function createApp(parts: AppParts) {
  const { env, database, wechat, log, now, apart, ready, limits = createLimits(database, now) } = parts
  const { pages = path.resolve('miniprogram/dist/h5'), routes = allRoutes } = parts
  const statesTls = env.publicUrl?.startsWith('https:') ?? false
  const app = new Koa()
  const router = new QuickRouter()
  const bind = createBind(router, {
    database,
    secretKey: env.secretKey,
    now,
    limits,
    ...(ready === undefined ? {} : { ready }),
    ...(parts.publicBytes === undefined ? {} : { publicBytes: parts.publicBytes }),
    beforePublic: guardPublic,
  })

  bind.settle(settleSending)
  for (const bindRoom of routes) bindRoom(bind, { env, database, wechat, apart, limits })

  // Whoever goes before an answer has come through is no fault of ours.
  app.on('error', (error: { code?: string }) => {
    if (!gone.has(error.code ?? '')) log.error({ err: error })
  })
  app.use(knowAddress({ hops: env.trustedProxies, cloud: env.wechat }))
  app.use(logRequests(log))
  app.use(knowTls(statesTls))
  app.use(securityHeaders(statesTls))
  app.use(keepNothing)
  app.use(packAnswers)
  app.use(answerRefusals(log))
  app.use(refuseOddRequests)
  app.use(bind.keptFirst)
  app.use(receiveWechatEvents({ database, config: env.wechat, now }))
  app.use(followLinks(env.wechat))
  app.use(openScreens)
  app.use(servePages(pages))
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '200kb', encoding: 'utf-8' }))
  app.use(router.routes())
  app.use(router.allowedMethods())
  return { app, bound: bind.bound }
}

const gone = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'])

/** The h5 pages style themselves inline; nothing else from outside is let in. */
const securityHeaders = (statesTls: boolean) =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // A picture that was chosen is read from the browser's own memory before it is sent.
        connectSrc: ["'self'", 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    // Only where the address itself is https: anywhere else a browser would lock people out.
    strictTransportSecurity: statesTls && { maxAge: 31_536_000, includeSubDomains: false },
  })
