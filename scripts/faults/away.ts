import { account, sendAgain, wrongOf } from './account'
import { type House, openHouse } from './house'
import { type Line, openLine } from './line'
import { type Ground, type Scenario, sleep, until } from './scenario'
import { newWrite, send, type Sent } from './writers'

const awayMs = 7000
const answeredWithinMs = 6000
const backWithinMs = 15_000

/** The line to the database swallows everything or is cut, or the database itself is killed and started anew. */
export const away: Scenario = {
  name: 'away',
  says: '数据库没有声音、连不上或被杀掉，再回来',
  engines: ['mariadb'],
  times: { small: 1, full: 10 },
  async run(ground) {
    const house = await openHouse(ground)
    const line = await openLine(house.databaseUrl)
    return throughOutages(ground, house, line).finally(async () => {
      await house.close()
      await line.close()
    })
  },
}

type Turn = () => Promise<void> | void

/** How it goes away, and how it comes back. */
const outages = ({ mariadbProcess }: Ground, line: Line): { goes: Turn; comesBack: Turn }[] => [
  { goes: () => line.set('swallows'), comesBack: () => line.set('open') },
  { goes: () => line.set('cut'), comesBack: () => line.set('open') },
  ...(mariadbProcess ? [{ goes: mariadbProcess.kill, comesBack: mariadbProcess.startAgain }] : []),
]

async function throughOutages(ground: Ground, house: House, line: Line) {
  const server = await house.start({ DATABASE_URL: line.urlOf(house.databaseUrl) })
  const sent: Sent[] = []
  const wrong: string[] = []
  const figures = { outages: 0, asked: 0, answeredMostMs: 0, backMostMs: 0 }
  for (let times = 0; times < ground.times; times += 1)
    for (const { goes, comesBack } of outages(ground, line)) {
      await goes()
      const outage = await throughOne(house, server.url, comesBack)
      figures.outages += 1
      figures.asked += outage.asked
      figures.answeredMostMs = Math.max(figures.answeredMostMs, outage.slowestMs)
      figures.backMostMs = Math.max(figures.backMostMs, outage.backMs ?? Infinity)
      sent.push(...outage.sent)
      const odd = outage.statuses.filter((status) => status !== 503)
      if (odd.length > 0) wrong.push(`数据库不在的时候答复 ${odd.join('、')}，应当是 503。`)
      if (outage.backMs === undefined) wrong.push('数据库回来十五秒以后还没有恢复。')
    }
  await sendAgain(house, server.url, sent)
  if (figures.answeredMostMs > answeredWithinMs) wrong.push(`过了 ${figures.answeredMostMs} 毫秒才答复。`)
  const seen = await account(house, sent)
  return { figures: { ...figures, ...seen }, wrong: [...wrong, ...wrongOf(seen)] }
}

/** Reads, writes and looks at health all the while, and then until all of it works again. */
async function throughOne(house: House, url: string, back: () => Promise<void> | void) {
  const deputies = house.people.filter(({ roles }) => roles.includes('deputy'))
  const sent: Sent[] = []
  const statuses: number[] = []
  let slowestMs = 0
  const read = async (path: string) => {
    const began = performance.now()
    const status = await fetch(`${url}/api${path}`, {
      headers: { authorization: `Bearer ${deputies[0]?.token}` },
    }).then(
      (answer) => answer.status,
      () => 0,
    )
    return { status, ms: Math.round(performance.now() - began) }
  }
  const write = async () => {
    const one = newWrite(deputies[sent.length % deputies.length]?.token ?? '')
    sent.push(one)
    await send(house, url, one)
    return { status: one.answered, ms: one.ms }
  }
  const asking: Promise<void>[] = []
  const began = performance.now()
  while (performance.now() - began < awayMs) {
    for (const ask of [() => read('/me'), () => read('/health'), write])
      asking.push(
        ask().then(({ status, ms }) => {
          statuses.push(status)
          slowestMs = Math.max(slowestMs, ms)
        }),
      )
    await sleep(250)
  }
  await Promise.all(asking)
  await back()
  const works = async () =>
    (await Promise.all([read('/me'), read('/health'), write()])).every(({ status }) => status === 200)
  const backMs = await until(works, backWithinMs)
  return { sent, statuses, slowestMs, backMs, asked: statuses.length }
}
