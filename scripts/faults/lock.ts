import Sqlite from 'better-sqlite3'
import mysql from 'mysql2/promise'
import { account, sendAgain, wrongOf } from './account'
import { type House, openHouse } from './house'
import { type Scenario, sleep } from './scenario'
import { newWrite, send } from './writers'

const heldMs = 7000
const refusedWithinMs = 6000
/** A read takes milliseconds; this is for a machine that is busy with other things. */
const readWithinMs = 2000

/** Another process holds the lock of the database for a while, as an import does. */
export const lock: Scenario = {
  name: 'lock',
  says: '别的程序占住写锁几秒',
  engines: ['sqlite', 'mariadb'],
  times: { small: 1, full: 10 },
  async run(ground) {
    const house = await openHouse(ground)
    const deputies = house.people.filter(({ roles }) => roles.includes('deputy'))
    const sent = Array.from({ length: 5 * ground.times }, (_, index) =>
      newWrite(deputies[index % deputies.length]?.token ?? ''),
    )
    const wrong: string[] = []
    const figures = { locks: ground.times, refused: 0, refusedMostMs: 0, reads: 0, readMostMs: 0 }
    try {
      const server = await house.start()
      const { url } = server
      for (let times = 0; times < ground.times; times += 1) {
        const release = await hold(house)
        let isHeld = true
        const writes = sent.slice(times * 5, times * 5 + 5)
        const asked = Promise.all(writes.map((one) => send(house, url, one)))
        const reading = (async () => {
          while (isHeld) {
            const began = performance.now()
            const { status } = await fetch(`${url}/api/me`, {
              headers: { authorization: `Bearer ${deputies[0]?.token}` },
            })
            const ms = Math.round(performance.now() - began)
            figures.reads += 1
            figures.readMostMs = Math.max(figures.readMostMs, ms)
            if (status !== 200) wrong.push(`占住写锁的时候读不出（${status}）。`)
            await sleep(100)
          }
        })()
        await sleep(heldMs)
        isHeld = false
        await Promise.all([asked, reading])
        await release()
        for (const { answered, ms } of writes) {
          if (answered !== 503) wrong.push(`占住写锁的时候，写答复 ${answered}，应当是 503。`)
          else figures.refused += 1
          figures.refusedMostMs = Math.max(figures.refusedMostMs, ms)
        }
        await sendAgain(house, url, writes)
      }
      await server.kill('SIGKILL')
      const seen = await account(house, sent)
      return {
        figures: { ...figures, ...seen },
        wrong: [
          ...wrong,
          ...wrongOf(seen),
          ...(figures.readMostMs > readWithinMs ? [`一次读等了 ${figures.readMostMs} 毫秒。`] : []),
          ...(figures.refusedMostMs > refusedWithinMs
            ? [`过了 ${figures.refusedMostMs} 毫秒才答 503。`]
            : []),
          ...(seen.acknowledged < seen.sent ? ['放开以后还是写不成。'] : []),
        ],
      }
    } finally {
      await house.close()
    }
  },
}

/** Takes the lock from outside the server. @returns what gives it back */
export async function hold(house: House): Promise<() => Promise<void>> {
  if (house.engine === 'sqlite') {
    const other = new Sqlite(house.databaseUrl.slice('sqlite:'.length), { timeout: 10_000 })
    other.exec('BEGIN IMMEDIATE')
    return () => {
      other.exec('ROLLBACK')
      other.close()
      return Promise.resolve()
    }
  }
  const other = await mysql.createConnection(house.databaseUrl.replace(/^mariadb:/, 'mysql:'))
  await other.query('START TRANSACTION')
  await other.query('SELECT id FROM suggestion FOR UPDATE')
  return async () => {
    await other.query('ROLLBACK')
    await other.end()
  }
}
