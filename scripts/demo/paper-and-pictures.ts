import sharp from 'sharp'
import { addRow } from '../../server/engine/registers/keep'
import { registerNamed } from '../../server/features/registers/found'
import type { Actor } from '../../server/http/actor'
import { isoInstant } from '../../server/database/sql'
import { act } from '../../server/engine/act'
import { readPublicReport } from '../../server/features/figures/annual-report'
import { giveReport } from '../../server/features/figures/given-reports'
import { setPicture } from '../../server/features/register-pictures/pictures'
import { makePicture } from '../../server/gateways/pictures/make-picture'
import { kind as contentCheck } from '../../server/matters/content-check/kind'
import type { Seeding } from './seeding'

/** A small house with a flag, drawn. */
const house = `
  <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
    <rect width="1200" height="600" fill="#cfe3ee"/>
    <path d="M0 600 L280 420 L560 560 L860 400 L1200 580 V620 H0 Z" fill="#8fae86"/>
    <rect y="600" width="1200" height="300" fill="#d9d2c3"/>
    <rect x="330" y="380" width="540" height="320" fill="#f4efe6"/>
    <path d="M290 390 L600 230 L910 390 Z" fill="#9b4a3a"/>
    <rect x="540" y="500" width="120" height="200" fill="#6f4a34"/>
    <rect x="390" y="460" width="100" height="90" fill="#7fb0cc"/>
    <rect x="710" y="460" width="100" height="90" fill="#7fb0cc"/>
    <rect x="980" y="240" width="10" height="460" fill="#777"/>
    <rect x="990" y="245" width="130" height="80" fill="#c8332b"/>
  </svg>`

/** How a reply may be worded; what only the unit knows is left open. */
const templates = [
  {
    name: '已经办好',
    outcome: 'solved',
    text: '您提的事____月____日已经办好：____。现在可以到____看。今后由____管护，有问题请打____。',
  },
  {
    name: '暂时办不了',
    outcome: 'cannotSolve',
    text: '您提的事眼下还办不了，因为____（依据____）。我们先做了____。条件具备以后（____）再办，办之前由____每____看一次。',
  },
] as const

async function writeTemplates({ database, now }: Seeding, office: Actor) {
  const kept = registerNamed('replyTemplate')
  for (const template of templates)
    await database.transaction((tx) => addRow(tx, kept, office, template, now))
}

/** What the office has done beside the matters: let files through, given the report of last year, shown a house. */
export async function keepPaperAndPictures(seeding: Seeding) {
  const { database, townId, now, today } = seeding
  const office = await seeding.actorOf('陈静')
  const files = await database.reader.query<{ id: string; version: number; writtenAt: string }[]>(
    `SELECT m.id, m.version, k.written_at AS writtenAt FROM content_check k JOIN matter m ON m.id = k.id
     WHERE k.town_id = ? AND k.kind = 'file' AND m.state = 'held'`,
    [townId],
  )
  for (const { id, version, writtenAt } of files) {
    const soon = new Date(Date.parse(isoInstant(writtenAt)) + 3_600_000)
    await database.transaction((tx) =>
      act(tx, contentCheck, office, id, 'approve', { version, form: {} }, soon < now ? soon : now),
    )
  }
  await writeTemplates(seeding, office)
  const year = String(Number(today.slice(0, 4)) - 1)
  const report = await readPublicReport(database.reader, townId, year, now)
  const by = { townId, personId: office.person?.id ?? '' }
  await database.transaction((tx) => giveReport(tx, by, year, report, now))
  const [station] = await database.reader.query<{ id: string }[]>(
    "SELECT id FROM liaison_station WHERE town_id = ? AND station_kind = 'home'",
    [townId],
  )
  const jpeg = await makePicture('photo', await sharp(Buffer.from(house)).png().toBuffer())
  await database.transaction((tx) =>
    setPicture(tx, office, 'stationPhoto', { id: station?.id ?? '', jpeg, seen: null }, now),
  )
}
