import { newId } from '../../server/database/id'
import type { House } from './house'
import { sleep } from './scenario'

/** One write that somebody sent. `answered` is what came back: 0 where the line was cut. */
export interface Sent {
  key: string
  token: string
  subject: string
  answered: number
  /** Of the suggestion, where it was acknowledged. */
  id?: string
  ms: number
}

/** Deputies who begin suggestions, several at a time; each is written down before it is sent. */
export interface Writers {
  sent: Sent[]
  /** From now on they write to this address, or rest. */
  writeTo(url: string | null): void
  stop(): Promise<void>
}

/** @param perSecond of all of them together, at most */
export function startWriters(house: House, perSecond = 30, atOnce = 10): Writers {
  const deputies = house.people.filter(({ roles }) => roles.includes('deputy'))
  const sent: Sent[] = []
  let url: string | null = null
  let stopped = false
  let turn = 0

  const loop = async () => {
    while (!stopped) {
      if (url === null) {
        await sleep(10)
        continue
      }
      turn += 1
      const one = newWrite(deputies[turn % deputies.length]?.token ?? '')
      sent.push(one)
      await send(house, url, one)
      await sleep(Math.max(0, (1000 * atOnce) / perSecond - one.ms))
    }
  }
  const loops = Array.from({ length: atOnce }, loop)
  return {
    sent,
    writeTo: (next) => (url = next),
    async stop() {
      stopped = true
      await Promise.all(loops)
    },
  }
}

export const newWrite = (token: string): Sent => {
  const key = newId()
  return { key, token, subject: `修路 ${key}`, answered: 0, ms: 0 }
}

export const headersOf = ({ token, key }: Sent) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': key,
})
export const bodyOf = ({ subject }: Sent) =>
  JSON.stringify({
    subject,
    facts: '村口到河边的路去年汛期冲坏了，三百多人要绕行。',
    proposal: '把冲坏的一段修好。',
  })

/** Sends it, the first time or again, and notes what came back. */
export async function send(house: House, url: string, one: Sent): Promise<void> {
  const began = performance.now()
  try {
    const answer = await fetch(`${url}/api/towns/${house.townId}/suggestions`, {
      method: 'POST',
      headers: headersOf(one),
      body: bodyOf(one),
      signal: AbortSignal.timeout(60_000),
    })
    const body = (await answer.json()) as { id?: string }
    one.answered = answer.status
    if (body.id !== undefined) one.id = body.id
  } catch {
    one.answered = 0
  }
  one.ms = Math.round(performance.now() - began)
}
