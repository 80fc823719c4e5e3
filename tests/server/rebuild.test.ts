import { bring } from '../support/bring'
import { runScript } from '../support/command'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

/** `npm run rebuild`: what is kept beside the matters is made anew from them, beside a server that goes on. */
let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const run = (...args: string[]) => runScript('rebuild', args, { DATABASE_URL: server.databaseUrl })

test('what does not follow from its matter is named by --check, written only without it, and then gone', async () => {
  // Nobody is awaited any more, so that the day on which this runs is nothing to it.
  const id = await bring(server, town, 'closed')
  const { source } = server.database
  await source.query("DELETE FROM matter_holder WHERE matter_id = ? AND party = 'leadDeputy'", [id])
  await source.query("UPDATE matter SET title = '改坏了' WHERE id = ?", [id])
  const [piece] = await source.query<{ token: string }[]>(
    'SELECT token FROM search_token WHERE matter_id = ? ORDER BY token LIMIT 1',
    [id],
  )
  await source.query('DELETE FROM search_token WHERE matter_id = ? AND token = ?', [id, piece?.token])

  const ofIt = `“建议” ${id}，状态“已办结”（closed）：表头、谁等谁办 1 处、搜得到的字词 1 处对不上。\n`
  const wrong = { code: 1, said: `${ofIt}有 1 件对不上；运行 npm run rebuild 重新算。\n` }
  expect([await run('--check'), await run('--check')]).toEqual([wrong, wrong])
  const made = await run()
  expect([made.code, made.said]).toEqual([
    0,
    expect.stringMatching(/^“建议” .*对不上。\n\d+ 件都重新算过了，其中 1 件原来对不上。\n$/),
  ])
  expect(await run('--check')).toEqual({ code: 0, said: '都对得上。\n' })
})
