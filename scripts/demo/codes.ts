import { addDays, type Day, startOfDay } from '../../shared/rules/days'
import type { CodeTarget } from '../../shared/words/words'
import { CodeScan } from '../../server/database/entities/people/code-scan'
import { newId } from '../../server/database/id'
import { keepCode } from '../../server/features/qr-codes/keep-codes'
import { act } from '../../server/engine/act'
import { kind as poster } from '../../server/matters/poster/kind'
import { startPoster } from '../../server/matters/poster/start'
import { openBoxOf } from '../../server/matters/letter-box/openings'
import { drawQrCode } from '../wechat-simulator/qr-image'
import type { Seeding } from './seeding'

const look = { width: 430, color: { r: 0, g: 0, b: 0 }, format: 'png', isTransparent: false } as const
/** For so many days before today they were scanned, on market days more often. */
const scannedDays = 30

/** The codes that hang on the doors and stand on the desks, with their scans, and the boxes beside two of the doors. */
export async function hangAtDoors(seeding: Seeding) {
  const { database, townId } = seeding
  const idsOf = async (sql: string) =>
    (await database.reader.query<{ id: string }[]>(sql, [townId])).map(({ id }) => id)
  const stations = await idsOf(
    'SELECT id FROM liaison_station WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id LIMIT 4',
  )
  const [village] = await idsOf(
    'SELECT id FROM village WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id LIMIT 1',
  )
  const [deputy] = await idsOf("SELECT id FROM person WHERE town_id = ? AND name = '王建国'")
  const wanted: { kind: CodeTarget; id: string | undefined }[] = [
    { kind: 'board', id: townId },
    ...stations.map((id) => ({ kind: 'station' as const, id })),
    { kind: 'village', id: village },
    { kind: 'deputy', id: deputy },
  ]
  for (const [at, { kind, id }] of wanted.entries()) if (id) await hang(seeding, { kind, id }, at)
  for (const [at, id] of stations.slice(0, 2).entries()) await openBox(seeding, id, at)
  const [first] = stations
  if (first !== undefined) await hangPoster(seeding, first)
}

async function hang(seeding: Seeding, target: { kind: CodeTarget; id: string }, at: number) {
  const { database, townId, today, now } = seeding
  const office = await seeding.actorOf('陈静')
  const scene = `q${newId()}`
  const image = { contentType: 'image/png' as const, bytes: await drawQrCode(`wxsim://demo/${scene}`, look) }
  await database.transaction(async (tx) => {
    await keepCode(tx, office, target, { scene, image }, now)
    const days = Array.from({ length: scannedDays }, (_, ago) => addDays(today, -1 - ago))
    const rows = days.map((scannedOn) => ({ scene, scannedOn, townId, scans: scansOn(scannedOn, at) }))
    await tx.insert(
      CodeScan,
      rows.filter(({ scans }) => scans > 0),
    )
  })
}

/** 逢三六九. */
const scansOn = (day: Day, at: number) =>
  /[369]$/.test(day) ? 4 + ((at * 3 + Number(day.slice(-2))) % 5) : (at + Number(day.slice(-2))) % 3

/** The second issue of two months; the next one is not due yet. */
async function hangPoster({ database, actorOf, today }: Seeding, stationId: string) {
  const office = await actorOf('陈静')
  const at = (daysAgo: number) => new Date(startOfDay(addDays(today, -daysAgo)).getTime() + 9 * 3_600_000)
  const id = await database.transaction((tx) => startPoster(tx, office, { stationId, every: '2' }, at(66)))
  await database.transaction((tx) =>
    act(tx, poster, office, id, 'printNext', { version: 0, form: {} }, at(5)),
  )
}

/** By two persons; the second one waits longer than two weeks. */
async function openBox(seeding: Seeding, stationId: string, at: number) {
  const office = await seeding.actorOf('陈静')
  const openedOn = addDays(seeding.today, at === 0 ? -6 : -19)
  const opened = { openedOn, letters: 2 - at, openedBy: '陈静', openedWith: '周明德' }
  await seeding.database.transaction((tx) => openBoxOf(tx, office, stationId, opened, seeding.now))
}
