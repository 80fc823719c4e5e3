import http from 'node:http'

/** How long somebody waited who asked every ten milliseconds, whatever else went on. */
export interface Waits {
  asked: number
  /** Of these, so many were refused or cut off. */
  refused: number
  p50: number
  p99: number
  worst: number
}

const everyMs = 10

/** Asks for the health of the server every ten milliseconds, however long the one before takes, while `work` runs. */
export async function probeWhile(port: number, work: () => Promise<unknown>): Promise<Waits> {
  const agent = new http.Agent({ keepAlive: true })
  const waits: number[] = []
  let refused = 0
  const open: Promise<void>[] = []
  const timer = setInterval(() => {
    const began = performance.now()
    const answered = ask(agent, port, open.length).catch(() => void (refused += 1))
    open.push(answered.then(() => void waits.push(performance.now() - began)))
  }, everyMs)
  try {
    await work()
  } finally {
    clearInterval(timer)
    await Promise.all(open)
    agent.destroy()
  }
  waits.sort((one, other) => one - other)
  const at = (share: number) => Math.round((waits[Math.floor(waits.length * share)] ?? 0) * 10) / 10
  return { asked: waits.length, refused, p50: at(0.5), p99: at(0.99), worst: Math.round(waits.at(-1) ?? 0) }
}

/** As from another address each time, so that nobody asks too often. */
const ask = (agent: http.Agent, port: number, place: number) =>
  new Promise<void>((resolve, reject) => {
    const headers = { 'x-forwarded-for': `10.${place % 250}.${Math.floor(place / 250) % 250}.1` }
    const request = http.get({ agent, port, host: '127.0.0.1', path: '/api/health', headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve()
        else reject(new Error(`/api/health: ${answer.statusCode}`))
      })
    })
    request.once('error', reject)
  })
