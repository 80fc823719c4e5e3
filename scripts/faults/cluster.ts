import { connect } from '../../server/database/connect'
import { UseCount } from '../../server/database/entities/sign-in/use-count'
import { newId } from '../../server/database/id'
import { account, sendAgain, wrongOf } from './account'
import { type Galera, startGalera } from './galera'
import { type House, openHouse } from './house'
import { type Scenario, sleep, until } from './scenario'
import { newWrite, send, type Sent } from './writers'

/** So long at most nothing is answered, or nothing kept, after a node has gone. */
const costsMs = 6000
const outageMs = 4000
const twiceAtOnce = 50
const lookedElsewhere = 200
/** Which nodes each server knows. The first of all lives on: what the house keeps is counted there. */
const orders = [
  [1, 2, 0],
  [2, 0, 1],
]

/** Two servers on a cluster of three nodes, each bound to one; the node of one of them is killed or falls silent. */
export const cluster: Scenario = {
  name: 'cluster',
  says: '两个服务器、三个数据库节点，写入时一个节点被杀掉或没有声音',
  engines: ['mariadb'],
  times: { small: 1, full: 6 },
  async run(ground) {
    const galera = await startGalera()
    try {
      const house = await openHouse({ ...ground, mariadb: galera.urls[0] ?? '' })
      return await throughOutages(galera, house, ground.times).finally(house.close)
    } finally {
      await galera.stop()
    }
  },
}

/** The same database, with these nodes in this order. */
const through = (galera: Galera, house: House, order: readonly number[]) => {
  const hosts = order.map((at) => new URL(galera.urls[at]?.replace(/^\w+/, 'http') ?? '').host).join(',')
  return house.databaseUrl.replace(/@[^/]*/, `@${hosts}`)
}

async function throughOutages(galera: Galera, house: House, times: number) {
  const servers = await Promise.all(
    orders.map((order) => house.start({ DATABASE_URL: through(galera, house, order) })),
  )
  const urls = servers.map(({ url }) => url)
  const wrong: string[] = []
  const sent = await sentTwice(house, urls)
  const unread = await unreadElsewhere(galera, house)
  if (unread > 0) wrong.push(`${unread} 条刚写成的从另一个节点读不到。`)
  const figures = { outages: 0, longestMs: 0, answeredMostMs: 0 }
  for (let time = 0; time < times; time += 1) {
    const kills = time % 2 === 0
    const goes = () => (kills ? galera.kill(1) : galera.freeze(1))
    const outage = await throughOne(house, urls, goes)
    figures.outages += 1
    figures.longestMs = Math.max(figures.longestMs, outage.longestMs)
    figures.answeredMostMs = Math.max(figures.answeredMostMs, outage.answeredMostMs)
    sent.push(...outage.sent)
    if (time + 1 < times) {
      if (kills) await galera.startAgain(1)
      else galera.thaw(1)
      // So that it is bound to this node again.
      await servers[0]?.kill('SIGTERM')
      const again = await house.start({ DATABASE_URL: through(galera, house, orders[0] ?? []) })
      servers[0] = again
      urls[0] = again.url
    }
  }
  await sendAgain(house, urls[0] ?? '', sent)
  if (figures.longestMs > costsMs) wrong.push(`一个节点没有了，有 ${figures.longestMs} 毫秒什么也没有写成。`)
  if (figures.answeredMostMs > costsMs) wrong.push(`过了 ${figures.answeredMostMs} 毫秒才答复。`)
  const seen = await account(house, sent)
  const unsent = seen.sent - seen.acknowledged
  if (unsent > 0) wrong.push(`${unsent} 条再发一次也没有成功。`)
  return { figures: { ...figures, ...seen }, wrong: [...wrong, ...wrongOf(seen)] }
}

const deputiesOf = (house: House) => house.people.filter(({ roles }) => roles.includes('deputy'))

/** Each request goes to both servers at once under one key: one row, and the same answer. */
async function sentTwice(house: House, urls: readonly string[]): Promise<Sent[]> {
  const deputies = deputiesOf(house)
  const pairs = Array.from({ length: twiceAtOnce }, (_one, at) => {
    const first = newWrite(deputies[at % deputies.length]?.token ?? '')
    return [first, { ...first }]
  })
  await Promise.all(pairs.flatMap((pair) => pair.map((one, at) => send(house, urls[at] ?? '', one))))
  return pairs.flat()
}

/** Writes through one node and at once looks through another, as two servers do. @returns how often it was not there yet */
async function unreadElsewhere(galera: Galera, house: House): Promise<number> {
  const [here, there] = await Promise.all(orders.map((order) => connect(through(galera, house, order))))
  let unread = 0
  for (let time = 0; here && there && time < lookedElsewhere; time += 1) {
    const usedBy = newId()
    await here.transaction((tx) => tx.insert(UseCount, { usedBy, used: 1, endsAt: new Date() }))
    const found = await there.reader.query<unknown[]>('SELECT used FROM use_count WHERE used_by = ?', [
      usedBy,
    ])
    if (found.length === 0) unread += 1
  }
  await Promise.all([here?.close(), there?.close()])
  return unread
}

/** People write through both servers all the while. */
async function throughOne(house: House, urls: readonly string[], goes: () => Promise<void> | void) {
  const deputies = deputiesOf(house)
  const sent: Sent[] = []
  let isOver = false
  let answeredMostMs = 0
  /** When each server last kept something, and the longest time in which it did not. */
  const keeps = urls.map(() => ({ last: performance.now(), longestMs: 0 }))
  const writer = async (server: number, turn: number) => {
    for (let next = turn; !isOver; next += 1) {
      const one = newWrite(deputies[next % deputies.length]?.token ?? '')
      sent.push(one)
      await send(house, urls[server] ?? '', one)
      answeredMostMs = Math.max(answeredMostMs, one.ms)
      const kept = keeps[server]
      if (kept && one.answered === 200) {
        const now = performance.now()
        kept.longestMs = Math.max(kept.longestMs, now - kept.last)
        kept.last = now
      }
      await sleep(100)
    }
  }
  const writers = urls.flatMap((_url, server) => [0, 1, 2].map((turn) => writer(server, turn)))
  await sleep(1000)
  await goes()
  await sleep(outageMs)
  const at = performance.now()
  await until(() => Promise.resolve(keeps.every(({ last }) => last > at)), costsMs)
  const end = performance.now()
  isOver = true
  await Promise.all(writers)
  const longestMs = Math.round(
    Math.max(...keeps.map(({ longestMs, last }) => Math.max(longestMs, end - last))),
  )
  return { sent, longestMs, answeredMostMs }
}
