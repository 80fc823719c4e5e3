import fs from 'node:fs'
import path from 'node:path'
import { connect } from '../../../server/database/connect'
import type { Reader } from '../../../server/database/source'
import { sqlInstant } from '../../../server/database/sql'
import { runScript } from '../../support/command'
import { emptyPlace } from '../../support/empty-place'
import { oldTown } from '../../support/old-town/old-town'
import { oldNow } from '../../support/old-town/rows'

/** A new program takes a backup before it was ever started: the tables are still those of the earlier one. */
const historyOf = (reader: Reader) =>
  reader.query<{ kind: string; events: number }[]>(
    // What the clock does as soon as a town is restored comes after it.
    'SELECT kind, COUNT(*) AS events FROM matter_event WHERE recorded_at <= ? GROUP BY kind ORDER BY kind',
    [sqlInstant(new Date(oldNow))],
  )
const plain = (rows: { kind: string; events: number }[]) =>
  rows.map(({ kind, events }) => [kind, Number(events)])

test('what an earlier program wrote is whole in a backup that is taken before the tables are moved on', async () => {
  const old = await oldTown()
  const place = await emptyPlace()
  const backups = path.join(path.dirname(place.dataDir), 'backups')
  const taken = await runScript('backup', [backups], { DATABASE_URL: old.url })
  expect(taken.code).toBe(0)
  const [name = ''] = fs.readdirSync(backups)
  const back = await runScript('restore', [path.join(backups, name)], {
    DATABASE_URL: place.url,
    DATA_DIR: place.dataDir,
  })
  expect(back.code).toBe(0)

  await old.database.source.runMigrations()
  const restored = await connect(place.url)
  const history = plain(await historyOf(restored.reader))
  expect(history).toEqual(plain(await historyOf(old.database.reader)))
  expect(history.map(([kind]) => kind)).toEqual(
    expect.arrayContaining(['contentCheck', 'opinion', 'suggestion']),
  )
  await restored.close()
  await place.drop()
  await old.drop()
})
