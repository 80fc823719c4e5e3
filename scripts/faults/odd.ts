import net from 'node:net'
import { tooManyReads } from '../../server/apart/reads'
import { openHouse } from './house'
import { makeOdd, type Odd, randomFrom } from './odd-requests'
import type { Scenario } from './scenario'

/** Lines at one time, and how long one may stay open. */
const atOnce = 60
const closedWithinMs = 15_000
/** What others wait meanwhile, at the worst; told by a full run. */
const othersWaitMs = 5_000

/** Requests that no phone sends, one after the other and beside each other: none breaks anything, each is let go in time. */
export const odd: Scenario = {
  name: 'odd',
  says: '发来各种不像样的请求：坏的内容、编码、地址、方法，只发一半的',
  engines: ['sqlite', 'mariadb'],
  times: { small: 300, full: 20_000 },
  async run(ground) {
    const house = await openHouse(ground)
    const seed = Date.now() % 2 ** 31
    const random = randomFrom(seed)
    ground.say(`种子 ${seed}`)
    const tokens = house.people.map(({ token }) => token)
    const seen: Record<string, number> = {}
    const wrong: string[] = []
    let slowestMs = 0
    let othersMs = 0
    try {
      const server = await house.start({ TRUST_PROXY: 'on' })
      let left = ground.times
      const send = async () => {
        while (left-- > 0) {
          const request = makeOdd(random, house.townId, tokens)
          const { status, text, ms } = await ask(server.url, request)
          // A sheet that is asked for while eight are waited for is told to come again, as it should be.
          const isForLater = status === 503 && text.includes(tooManyReads)
          const sort = status === 0 ? 'closed' : isForLater ? 'later' : `${Math.floor(status / 100)}xx`
          seen[sort] = (seen[sort] ?? 0) + 1
          slowestMs = Math.max(slowestMs, ms)
          const what = `${request.kind} ${JSON.stringify(request.bytes.subarray(0, 160).toString())}`
          if (status >= 500 && !isForLater)
            wrong.push(`回答 ${status}（${text.split('\r\n\r\n')[1]?.slice(0, 120)}）：${what}`)
          if (status === 0 && request.isWhole) wrong.push(`没有回答：${what}`)
          if (text.includes('"dependencies"') || text.includes('root:x:')) wrong.push(`读到了文件：${what}`)
        }
      }
      const watch = setInterval(() => {
        const began = performance.now()
        void fetch(`${server.url}/api/health`)
          .then(
            ({ status }) => {
              if (status !== 200) wrong.push(`中间健康检查回答 ${status}。`)
            },
            () => wrong.push('中间健康检查没有回答。'),
          )
          .finally(() => (othersMs = Math.max(othersMs, performance.now() - began)))
      }, 500)
      await Promise.all(Array.from({ length: atOnce }, send)).finally(() => clearInterval(watch))
      const after = await fetch(`${server.url}/api/towns`)
      if (after.status !== 200) wrong.push(`之后公开的页面回答 ${after.status}。`)
      if (slowestMs > closedWithinMs) wrong.push(`有一条线过了 ${slowestMs} 毫秒才断开。`)
      if (ground.times > odd.times.small && othersMs > othersWaitMs)
        wrong.push(`别人最多等了 ${Math.round(othersMs)} 毫秒。`)
      return {
        figures: { inputs: ground.times, '5xx': 0, ...seen, slowestMs, othersMs: Math.round(othersMs) },
        wrong: wrong.slice(0, 20),
      }
    } finally {
      await house.close()
    }
  },
}

/** @returns status 0 where the line was closed without an answer */
function ask(url: string, { bytes }: Odd): Promise<{ status: number; text: string; ms: number }> {
  const began = performance.now()
  const line = net.connect(Number(new URL(url).port), '127.0.0.1')
  let text = ''
  line.on('data', (chunk: Buffer) => {
    if (text.length < 10_000) text += chunk.toString()
  })
  line.on('error', () => {})
  line.write(bytes)
  return new Promise((resolve) => {
    line.once('close', () => {
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
      resolve({ status, text, ms: Math.round(performance.now() - began) })
    })
  })
}
