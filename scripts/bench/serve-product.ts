// The server as `npm run serve` starts it, which also tells how much it has used.
import { AbstractLogger } from 'typeorm'
import type * as server from '../../server/serve'
import { tellUsage } from './usage'

const bracket = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET )/i
let asked = 0
// Each driver says here what it asks, on whichever of its connections.
Object.assign(AbstractLogger.prototype, {
  logQuery(sql: string) {
    if (!bracket.test(sql)) asked += 1
  },
})
tellUsage(() => asked)
// eslint-disable-next-line @typescript-eslint/no-require-imports -- compiled, as it is run
const { serve } = require(process.env.BENCH_SERVER ?? '') as typeof server
serve(process.env, () => new Date())
