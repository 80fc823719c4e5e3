import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { makeCode } from '../../../shared/api/qr-codes'
import type { TestServer } from '../server'
import { control } from '../simulator'
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

/** A picture, as a file. */
export async function takePicture(): Promise<string> {
  const file = path.resolve('tests/.output/portrait.jpg')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await sharp({ create: { width: 400, height: 400, channels: 3, background: '#5b7a8c' } })
    .jpeg()
    .toFile(file)
  return file
}

/** The office prints the code of the station; the phone's camera reads it. */
async function scanPrintedCode(server: TestServer, town: TestTown): Promise<string> {
  const { scene } = await town.office.client.call(makeCode, {
    params: { town: town.id },
    input: { kind: 'station', id: town.station },
  })
  const printed = await fetch(`${server.url}/api/towns/${town.id}/qr-codes/${scene}/image`, {
    headers: { authorization: `Bearer ${town.office.client.token ?? ''}` },
  })
  const image = Buffer.from(await printed.arrayBuffer()).toString('base64')
  const { page, query } = await control<{ page: string; query: { scene: string } }>(server, '/scan', {
    image,
  })
  if (page !== 'pages/scan') throw new Error(`The printed code leads to ${page}.`)
  return decodeURIComponent(query.scene)
}
