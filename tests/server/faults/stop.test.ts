import { stop } from '../../../scripts/faults/stop'
import { groundOf } from '../../support/faults'
import { startProcess } from '../../support/process'
import { beginSlowly } from '../../../scripts/faults/slow-request'
import { cleanDatabase } from '../../support/clean-database'

test('a server that is told to end takes no new request and finishes those in hand, then ends with 0', async () => {
  const { figures, wrong } = await stop.run(groundOf(stop))
  expect({ wrong, acknowledged: figures.acknowledged }).toEqual({ wrong: [], acknowledged: 36 })
})

test('it does not wait for ever for somebody who never sends the rest', async () => {
  const { url, drop } = await cleanDatabase()
  const server = await startProcess({ NODE_ENV: 'test', PORT: '0', DATABASE_URL: url, LOG_LEVEL: 'silent' })
  await beginSlowly(server.url, {
    method: 'POST',
    path: '/api/sign-in',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'never sent to its end' }),
  })
  const began = performance.now()
  const code = await server.kill('SIGTERM')
  await drop()
  expect([code, performance.now() - began < 14_000]).toEqual([0, true])
})
