import { broadcastOpenids, oweBroadcast } from '../../../scripts/bench/owe-broadcast'
import { throughOutage } from '../../../scripts/bench/through-outage'
import { createWechat } from '../../../server/gateways/wechat/wechat'
import { createLog } from '../../../server/http/log'
import { atOnce } from '../../../server/jobs/deliver'
import { startServer, type TestServer } from '../../support/server'
import { addUser } from '../../support/simulator'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

test('a broadcast through an hour without WeChat arrives whole, twice only where an answer was cut off', async () => {
  const openids = broadcastOpenids(500)
  const { state } = server.simulator
  const progress = { templateId: 'sim-template-progress', remaining: 3, longTerm: false }
  for (const openid of openids) await addUser(server, { openid })
  state.subscriptions.push(...openids.map((openid) => ({ ...progress, openid })))
  await oweBroadcast(server.database, openids, server.clock.now())
  const figures = await throughOutage(
    {
      database: server.database,
      wechat: createWechat(server.env.wechat, server.clock.now),
      now: server.clock.now,
      log: createLog('silent'),
      outboxLeaseSeconds: 60,
      pushesADay: 10_000,
    },
    { simulator: server.simulator, clock: server.clock, owed: openids },
  )
  expect(figures).toMatchObject({ drained: 500, lost: 0 })
  expect(figures.duplicates).toBeGreaterThan(0)
  expect(figures.duplicates).toBeLessThanOrEqual(figures.cutOff)
  // What was cut off by the fault, and no more than was on the way when the port closed.
  expect(figures.cutOff).toBeLessThanOrEqual(10 + atOnce)
})
