// The server as `npm run serve` starts it, which also tells how much it has used.
import { AbstractLogger } from 'typeorm'
import { serve } from '../../server/serve'
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
serve(process.env, () => new Date())
