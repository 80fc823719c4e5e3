import { castBallot, drawSlip } from '../../../shared/matters/duty-report-meeting/ballots'
import { type Rating, ratings } from '../../../shared/matters/duty-report-meeting/words'
import { ask } from './ask'
import { readKept, writeKept } from './store'

/** 表决票 of this phone: drawn once, and shown again after a reload. The server keeps only its digest. */
const name = 'slip'

interface Kept {
  code: string
  slip: string
}

function keptFor(code: string): string | undefined {
  const kept = readKept(name) as Partial<Kept> | undefined
  return kept?.code === code && /^[0-9a-z]{26}$/.test(kept.slip ?? '') ? kept.slip : undefined
}

/** @throws Refusal with the sentence of the server, or Offline */
export async function draw(town: string, code: string) {
  const slip = keptFor(code)
  const drawn = await ask(drawSlip, {
    params: { town },
    input: { roomCode: code, ...(slip === undefined ? {} : { slip }) },
  })
  writeKept(name, { code, slip: drawn.slip } satisfies Kept)
  return drawn
}
export type Drawn = Awaited<ReturnType<typeof draw>>

/** Once, however often it is sent. @throws Refusal, or Offline */
export const cast = (town: string, code: string, slip: string, said: ReadonlyMap<string, Rating>) =>
  ask(castBallot, {
    params: { town },
    input: { roomCode: code, slip, ratings: [...said].map(([reportId, rating]) => ({ reportId, rating })) },
  })

/** The three in one of their six orders: random with the slip, and the same whenever its page is opened again. */
export function orderOf(slip: string): Rating[] {
  const left = [...ratings]
  let lot = [...slip].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 6_000_000, 7)
  const order: Rating[] = []
  while (left.length > 0) {
    order.push(...left.splice(lot % left.length, 1))
    lot = Math.floor(lot / 3)
  }
  return order
}
