import { account, sendAgain, wrongOf } from './account'
import { openHouse } from './house'
import { median, type Scenario, sleep } from './scenario'
import { startWriters } from './writers'

/** How soon a server that was killed must be ready again on a demo town: as a rule, and at the worst. Told by a full run. */
const ready = { mostlyMs: 5000, alwaysMs: 10_000 }

/** The server is killed at random moments of thirty writes a second, and started again. */
export const kill: Scenario = {
  name: 'kill',
  says: '写入时强行结束服务器，再启动',
  engines: ['sqlite', 'mariadb'],
  times: { small: 3, full: 100 },
  async run(ground) {
    const isFull = ground.times > kill.times.small
    const house = await openHouse(ground, { lived: isFull })
    const writers = startWriters(house)
    try {
      const took: number[] = []
      for (let kills = 0; kills < ground.times; kills += 1) {
        const server = await house.start()
        took.push(server.readyMs)
        writers.writeTo(server.url)
        await sleep(200 + Math.random() * 1300)
        writers.writeTo(null)
        await server.kill('SIGKILL')
        if (kills % 10 === 9) ground.say(`${kills + 1} / ${ground.times}`)
      }
      await writers.stop()
      const cut = writers.sent.filter(({ answered }) => answered === 0).length
      const last = await house.start()
      took.push(last.readyMs)
      await sendAgain(house, last.url, writers.sent)
      const seen = await account(house, writers.sent)
      const [usual, worst] = [median(took), Math.max(...took)]
      return {
        figures: {
          kills: ground.times,
          cut,
          ...seen,
          readyMs: usual,
          readyMostMs: worst,
        },
        wrong: [
          ...wrongOf(seen),
          ...(seen.acknowledged < seen.sent
            ? [`${seen.sent - seen.acknowledged} 条再发一次也没有成功。`]
            : []),
          ...(isFull && (usual > ready.mostlyMs || worst > ready.alwaysMs)
            ? [`重新启动一般要 ${usual} 毫秒，最久 ${worst} 毫秒。`]
            : []),
        ],
      }
    } finally {
      await writers.stop()
      await house.close()
    }
  },
}
