import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { newId } from '../../server/database/id'
import {
  type Bomb,
  canary,
  damagedPictures,
  greedyPictures,
  noPictures,
  tellingJpegs,
  tellingOthers,
  thinPictures,
} from './bombs/pictures'
import { type WorkbookBomb, workbookBombs } from './bombs/workbooks'
import { type House, openHouse } from './house'
import { watchMemory } from './memory'
import type { Person } from './people'
import { type Scenario, sleep } from './scenario'

const root = path.resolve(__dirname, '../..')

/** At the worst. A picture may take its seconds, but nobody else waits for it. */
const bounds = { answerMs: 15_000, healthMs: 2000, moreMegabytes: 800 }

/** Pictures and workbooks that want much or are not what they say, through every door. */
export const bomb: Scenario = {
  name: 'bomb',
  says: '传各种有问题的照片和表格',
  engines: ['sqlite', 'mariadb'],
  times: { small: 6, full: 1000 },
  async run(ground) {
    const isFull = ground.times > bomb.times.small
    // Made beforehand: packing them keeps this process busy, and it is the one that looks at the clock.
    const thrown = (isFull ? await bombs() : thinPictures()).slice(0, ground.times)
    const house = await openHouse(ground)
    try {
      const server = await house.start()
      const memory = watchMemory(server.child.pid ?? 0)
      await sleep(300)
      const before = memory.now()
      const health = watchHealth(server.url)
      const pictures = await throwPictures(house, server.url, thrown)
      const healthMs = await health.stop()
      const peak = memory.stop()
      const tables = await bringWorkbooks(house, isFull ? workbookBombs() : workbookBombs(0.5).slice(6, 8))
      const kept = await keptCanaries(house, server.url)
      await server.kill('SIGKILL')
      const inputs = pictures.statuses.length + tables.inputs
      const fives = pictures.statuses.filter((status) => status >= 500).length
      return {
        figures: {
          inputs,
          pictures: pictures.statuses.length,
          workbooks: tables.inputs,
          taken: pictures.statuses.filter((status) => status === 200).length,
          fives,
          slowestPictureMs: pictures.slowestMs,
          slowestWorkbookMs: tables.slowestMs,
          healthMostMs: healthMs,
          memoryBeforeMb: before,
          memoryMostMb: peak,
        },
        wrong: [
          ...pictures.wrong,
          ...tables.wrong,
          ...kept,
          ...(pictures.slowestMs > bounds.answerMs ? [`一张照片等了 ${pictures.slowestMs} 毫秒。`] : []),
          ...(healthMs > bounds.healthMs ? [`/api/health 等了 ${healthMs} 毫秒。`] : []),
          ...(peak - before > bounds.moreMegabytes ? [`内存从 ${before} MB 涨到 ${peak} MB。`] : []),
        ],
      }
    } finally {
      await house.close()
    }
  },
}

const bombs = async (): Promise<Bomb[]> => [
  ...(await greedyPictures()),
  ...(await noPictures()),
  ...(await tellingJpegs()),
  ...(await tellingOthers()),
  ...(await damagedPictures(25)),
]

interface Door {
  field: string
  path: string
  by: Person[]
  most: number
}

function doorsOf({ townId, people }: House): Door[] {
  const of = (wanted: (person: Person) => boolean) => people.filter(wanted)
  const deputy = of(({ roles }) => roles.includes('deputy'))[0]?.id ?? ''
  return [
    { field: 'avatar', path: `own-details/avatar`, by: people, most: 1000 },
    {
      field: 'photo',
      path: 'photos',
      by: of(({ roles }) => roles.includes('unitStaff')),
      most: 1000,
    },
    // The office are few, and each may send only so many in a minute.
    {
      field: 'portrait',
      path: `deputies/${deputy}/portrait`,
      by: of(({ roles }) => roles.includes('congressOffice')),
      most: 60,
    },
  ].map((door) => ({ ...door, path: `/api/towns/${townId}/${door.path}` }))
}

async function throwPictures(house: House, url: string, pictures: readonly Bomb[]) {
  const statuses: number[] = []
  const wrong: string[] = []
  let slowestMs = 0
  for (const { field, path: at, by, most } of doorsOf(house)) {
    for (const [turn, { name, file, expect }] of pictures.slice(0, most).entries()) {
      const form = new FormData()
      form.set(field, new Blob([new Uint8Array(file)]), 'picture.jpg')
      const began = performance.now()
      const answer = await fetch(url + at, {
        method: 'POST',
        headers: { authorization: `Bearer ${by[turn % by.length]?.token ?? ''}`, 'idempotency-key': newId() },
        body: form,
      }).catch(() => undefined)
      const { status = 0 } = answer ?? {}
      const told = (await answer?.text()) ?? ''
      slowestMs = Math.max(slowestMs, Math.round(performance.now() - began))
      statuses.push(status)
      const right = { taken: [200], refused: [400], either: [200, 400] }[expect]
      if (!right.includes(status)) wrong.push(`${field}：${name}：${status} ${told.slice(0, 100)}`)
    }
  }
  return { statuses, wrong, slowestMs }
}

/** Asks for health all the time. `stop` tells the longest wait. */
function watchHealth(url: string) {
  let longest = 0
  let on = true
  const loop = (async () => {
    while (on) {
      const began = performance.now()
      await fetch(`${url}/api/health`).then((answer) => answer.text())
      longest = Math.max(longest, Math.round(performance.now() - began))
      await sleep(50)
    }
  })()
  return {
    async stop() {
      on = false
      await loop
      return longest
    },
  }
}

/** Through the command that an office uses, which checks and writes nothing. */
async function bringWorkbooks(house: House, workbooks: readonly WorkbookBomb[]) {
  const wrong: string[] = []
  let slowestMs = 0
  const file = path.join(house.folder, 'bomb.xlsx')
  for (const workbook of workbooks) {
    fs.writeFileSync(file, workbook.file)
    const began = performance.now()
    const { code, said } = await runImport(house, file)
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - began))
    const crashed = /^\s+at /m.test(said)
    if (crashed || code > 1 || (workbook.expect === 'refused' && code === 0))
      wrong.push(`${workbook.name}：${code} ${said.slice(0, 200)}`)
  }
  return { inputs: workbooks.length, wrong, slowestMs }
}

const runImport = (house: House, file: string) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/run.mjs', 'import', '--town', '炸弹镇', file],
      {
        cwd: root,
        env: { PATH: process.env.PATH, DATABASE_URL: house.databaseUrl, DATA_DIR: house.folder },
        maxBuffer: 10_000_000,
      },
      (_, out, err) => resolve({ code: child.exitCode ?? 99, said: out + err }),
    )
  })

/** What was hidden in a picture and is in what the house gives out. */
async function keptCanaries({ townId, people }: House, url: string): Promise<string[]> {
  const wrong: string[] = []
  for (const { token, name } of people) {
    const answer = await fetch(`${url}/api/towns/${townId}/own-details/avatar`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (Buffer.from(await answer.arrayBuffer()).includes(canary))
      wrong.push(`${name}的头像里还有藏着的内容。`)
  }
  return wrong
}
