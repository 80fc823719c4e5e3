import { account, sendAgain, wrongOf } from './account'
import { makeSmallDisk, type SmallDisk } from './full-disk'
import { type House, openHouse } from './house'
import { median, type Scenario, sleep, until } from './scenario'
import type { Served } from './serve'
import { startWriters } from './writers'

const recoverWithinMs = 10_000

/** The disk fills up while people write, and is emptied again. */
export const fill: Scenario = {
  name: 'fill',
  says: '写入时磁盘满了，再腾出空间',
  engines: ['sqlite', 'mariadb'],
  times: { small: 1, full: 30 },
  async run(ground) {
    const disk = makeSmallDisk(ground)
    const house = await openHouse(ground, { folder: disk.folder })
    const writers = startWriters(house)
    const wrong: string[] = []
    const recovered: number[] = []
    let reads = 0
    try {
      for (let times = 0; times < ground.times; times += 1) {
        const server = await house.start(disk.env)
        writers.writeTo(server.url)
        const seen = await fillOnce(house, disk, server)
        wrong.push(...seen.wrong)
        recovered.push(seen.recoveredMs)
        reads += seen.reads
        await sleep(300)
        writers.writeTo(null)
        await server.kill('SIGKILL')
        if (times % 10 === 9) ground.say(`${times + 1} / ${ground.times}`)
      }
      await writers.stop()
      const refused = writers.sent.filter(({ answered }) => answered === 503).length
      const last = await house.start(disk.env)
      await sendAgain(house, last.url, writers.sent)
      const seen = await account(house, writers.sent)
      if (refused === 0) wrong.push('一次也没有满，什么也没有试到。')
      return {
        figures: {
          fills: ground.times,
          way: disk.way,
          refused,
          reads,
          ...seen,
          recoveredMs: median(recovered),
          recoveredMostMs: Math.max(...recovered),
        },
        wrong: [...wrong, ...wrongOf(seen)],
      }
    } finally {
      disk.empty()
      await writers.stop()
      await house.close()
      disk.close()
    }
  },
}

async function fillOnce(house: House, disk: SmallDisk, { url }: Served) {
  const wrong: string[] = []
  const token = house.people.find(({ roles }) => roles.includes('congressOffice'))?.token ?? ''
  const status = (path: string) =>
    fetch(`${url}/api${path}`, { headers: { authorization: `Bearer ${token}` } }).then(
      (answer) => answer.status,
      () => 0,
    )
  const isUp = async () => (await status('/health')) === 200

  await sleep(500)
  disk.fill()
  if ((await until(async () => !(await isUp()), 20_000)) === undefined)
    wrong.push('磁盘满了，健康检查没有说。')
  let reads = 0
  for (const path of ['/me', `/towns/${house.townId}/work?lane=mine`, `/towns/${house.townId}/inbox`]) {
    reads += 1
    const answer = await status(path)
    if (answer !== 200) wrong.push(`磁盘满了，${path} 读不出（${answer}）。`)
  }
  await sleep(1000)
  disk.empty()
  const recoveredMs = await until(isUp, recoverWithinMs)
  if (recoveredMs === undefined) wrong.push('腾出空间十秒以后还没有恢复。')
  return { wrong, reads, recoveredMs: recoveredMs ?? Infinity }
}
