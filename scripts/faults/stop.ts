import { account, wrongOf } from './account'
import { type House, openHouse } from './house'
import { type Scenario, sleep } from './scenario'
import type { Served } from './serve'
import { beginSlowly } from './slow-request'
import { bodyOf, headersOf, newWrite, type Sent } from './writers'

/** Whoever is being answered has ten seconds; a little more for the process to end. */
const endWithinMs = 13_000
const writesInHand = 36

/** The server is told to end while writes are half sent and a ledger is fetched. */
export const stop: Scenario = {
  name: 'stop',
  says: '手上有写了一半的请求和下载时，请服务器停下',
  engines: ['sqlite', 'mariadb'],
  times: { small: 1, full: 20 },
  async run(ground) {
    const house = await openHouse(ground)
    const sent: Sent[] = []
    const wrong: string[] = []
    let slowest = 0
    try {
      for (let times = 0; times < ground.times; times += 1) {
        const server = await house.start()
        const seen = await stopInHand(house, server, sent)
        slowest = Math.max(slowest, seen.endedMs)
        wrong.push(...seen.wrong)
      }
      const { acknowledged, ...rest } = await account(house, sent)
      return {
        figures: { stops: ground.times, acknowledged, ...rest, endedMostMs: slowest },
        wrong: [
          ...wrong,
          ...wrongOf({ acknowledged, ...rest }),
          ...(acknowledged < sent.length
            ? [`手上的 ${sent.length} 件有 ${sent.length - acknowledged} 件断了。`]
            : []),
          ...(slowest > endWithinMs ? [`过了 ${slowest} 毫秒才停下。`] : []),
        ],
      }
    } finally {
      await house.close()
    }
  },
}

async function stopInHand(house: House, server: Served, sent: Sent[]) {
  const wrong: string[] = []
  const deputies = house.people.filter(({ roles }) => roles.includes('deputy'))
  const office = house.people.find(({ roles }) => roles.includes('congressOffice'))
  const writes = Array.from({ length: writesInHand }, (_, index) =>
    newWrite(deputies[index % deputies.length]?.token ?? ''),
  )
  sent.push(...writes)
  const begun = await Promise.all(
    writes.map((one) =>
      beginSlowly(server.url, {
        method: 'POST',
        path: `/api/towns/${house.townId}/suggestions`,
        headers: headersOf(one),
        body: bodyOf(one),
      }),
    ),
  )
  const download = await beginSlowly(server.url, {
    method: 'GET',
    path: `/api/towns/${house.townId}/ledger`,
    headers: { authorization: `Bearer ${office?.token}` },
  })
  const began = performance.now()
  const ended = server.kill('SIGTERM')
  await sleep(300)
  const late = await fetch(`${server.url}/api/towns`).then(
    ({ status }) => status,
    () => 0,
  )
  if (late !== 0 && late !== 503) wrong.push(`停下的时候还接了新的请求（${late}）。`)
  for (const [index, one] of writes.entries()) {
    const answer = await begun[index]?.finish()
    one.answered = answer?.status ?? 0
    if (one.answered === 200) one.id = (JSON.parse(answer?.body ?? '{}') as { id: string }).id
  }
  const ledger = await download.finish()
  if (ledger.status !== 200 || ledger.bytes < 2000) wrong.push(`台账下载断了（${ledger.status}）。`)
  const code = await ended
  if (code !== 0) wrong.push(`以 ${code} 结束，应当是 0。`)
  return { endedMs: Math.round(performance.now() - began), wrong }
}
