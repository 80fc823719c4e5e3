import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Driver } from './driver'

/** The people of the story with what they hold in their hands. */
export interface Stage {
  server: TestServer
  town: TestTown
  /** What is in the code that the office printed for the station's door. */
  scene: string
  /** A picture of the deputy, as a file. */
  portrait: string
  villager: Driver
  deputy: Driver
  coSigner: Driver
  office: Driver
  unit: Driver
}

const people = ['villager', 'deputy', 'coSigner', 'office', 'unit'] as const

/** Puts everybody on the stage; each gets a driver of their own. */
export async function setStage(
  server: TestServer,
  town: TestTown,
  createDriver: (person: (typeof people)[number]) => Promise<Driver>,
): Promise<Stage> {
  const [villager, deputy, coSigner, office, unit] = await Promise.all(people.map(createDriver))
  if (!villager || !deputy || !coSigner || !office || !unit) throw new Error('Somebody is missing.')
  return {
    server,
    town,
    scene: await scanPrintedCode(server, town),
    portrait: await takePicture(),
    villager,
    deputy,
    coSigner,
    office,
    unit,
  }
}

async function takePicture(): Promise<string> {
  const file = path.resolve('tests/.output/portrait.jpg')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await sharp({ create: { width: 400, height: 400, channels: 3, background: '#5b7a8c' } })
    .jpeg()
    .toFile(file)
  return file
}

/** The office prints the code of the station; the phone's camera reads it. */
async function scanPrintedCode(server: TestServer, town: TestTown): Promise<string> {
  const printed = await fetch(`${server.url}/api/towns/${town.id}/stations/${town.station}/code`, {
    headers: { authorization: `Bearer ${town.office.client.token ?? ''}` },
  })
  const image = Buffer.from(await printed.arrayBuffer()).toString('base64')
  const scanned = await fetch(`${server.simulator.url}/__sim/scan`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ image }),
  })
  const { page, query } = (await scanned.json()) as { page: string; query: { scene: string } }
  if (page !== 'pages/station') throw new Error(`The printed code leads to ${page}.`)
  return decodeURIComponent(query.scene)
}
