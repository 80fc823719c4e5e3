import { countScan, listCodes, makeCode, resolveScene, revokeCode } from '../../shared/api/qr-codes'
import { type CodeTarget, codeTargets } from '../../shared/words/words'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

/** A code on a wall: made, scanned by whoever comes, printed again, taken back, and scanned by whoever comes late. */
let server: TestServer
let town: TestTown
let targets: Readonly<Record<CodeTarget, string>>
beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  targets = {
    ...{ board: town.id, station: town.station, village: town.village, deputy: town.deputy.id },
    matter: await bring(server, town, 'handling'),
  }
})
afterAll(() => server.stop())

const params = () => ({ town: town.id })
const make = async (kind: CodeTarget) =>
  (await town.office.client.call(makeCode, { params: params(), input: { kind, id: targets[kind] } })).scene
const listed = async (kind: CodeTarget) => {
  const { targets: all } = await town.office.client.call(listCodes, { params: params() })
  return all.find((one) => one.kind === kind && one.id === targets[kind])
}
/** As a phone does that nobody has signed in on: where it leads, and that it was scanned. */
async function scan(scene: string) {
  server.clock.advance({ seconds: 2 })
  const anyone = createClient(server.url)
  const found = await anyone.call(resolveScene, { params: { scene } })
  await anyone.call(countScan, { params: { scene }, input: {} })
  return found
}
const kept = () =>
  server.database.reader.query<Record<string, unknown>[]>(
    'SELECT * FROM code_scan ORDER BY scene, scanned_on',
  )

test.each(Object.keys(codeTargets) as CodeTarget[])(
  'the code of a %s: made, scanned, printed again, taken back, scanned again',
  async (kind) => {
    const scene = await make(kind)
    expect((await listed(kind))?.code).toMatchObject({ scene, scans: 0, recentScans: 0 })
    const { ended, stationId, villageId, deputyId, matterId } = await scan(scene)
    expect(ended).toBeNull()
    expect({ station: stationId, village: villageId, deputy: deputyId, matter: matterId }).toMatchObject(
      kind === 'board' ? {} : { [kind]: targets[kind] },
    )
    expect((await listed(kind))?.code).toMatchObject({ scans: 1, recentScans: 1 })
    expect(await make(kind)).toBe(scene)

    const because = { because: '门口的码被人盖住了' }
    await town.office.client.call(revokeCode, { params: { ...params(), scene }, input: because })
    expect(await scan(scene)).toMatchObject({ townName: '禾丰坝镇', ended: 'revoked' })
    expect(await listed(kind)).toMatchObject({ code: null, revoked: [{ scene, scans: 2, recentScans: 2 }] })
    expect(await make(kind)).not.toBe(scene)
  },
)

test('of a scan a number of its day is kept, and nothing else', async () => {
  const scene = await make('station')
  await scan(scene)
  await scan(scene)
  await staySignedIn(server)
  server.clock.advance({ days: 40 })
  await scan(scene)
  const rows = (await kept()).filter((row) => row.scene === scene)
  expect(rows.map(({ scans }) => Number(scans))).toEqual([2, 1])
  for (const row of await kept())
    expect(Object.keys(row).sort()).toEqual(['scanned_on', 'scans', 'scene', 'town_id'])
  expect((await listed('station'))?.code).toMatchObject({ scans: 3, recentScans: 1 })
})

test('what is no code of any town is counted nowhere', async () => {
  const before = await kept()
  const scene = 'nowhere'
  const { code } = await createClient(server.url).refused(countScan, { params: { scene }, input: {} })
  expect(code).toBe('not_found')
  expect(await kept()).toEqual(before)
})

test('many at once are all counted', async () => {
  const scene = await make('village')
  await Promise.all(
    Array.from({ length: 12 }, () =>
      createClient(server.url).call(countScan, { params: { scene }, input: {} }),
    ),
  )
  expect((await kept()).filter((row) => row.scene === scene).map(({ scans }) => Number(scans))).toEqual([12])
})
