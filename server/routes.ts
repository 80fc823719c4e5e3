import path from 'node:path'
import type { Apart } from './apart/reads'
import { modulesIn } from './database/found'
import type { Database } from './database/source'
import type { Env } from './env'
import type { Wechat } from './gateways/wechat/wechat'
import type { Bind } from './http/bind'
import type { Limits } from './http/limits'

/** What a room may use to answer; most need no more than `bind`. */
export interface RouteParts {
  env: Env
  database: Database
  wechat: Wechat
  apart: Apart
  limits: Limits
}

type Routes = (bind: Bind, parts: RouteParts) => void

const isRoutes = (name: string) => name.endsWith('/routes')

/** What each room answers: the `routes` of every matter and every feature, by folder. */
export const allRoutes = ['matters', 'features'].flatMap((folder) =>
  modulesIn(path.join(__dirname, folder), isRoutes).map(({ routes }) => routes as Routes),
)
