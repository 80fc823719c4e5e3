import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from '../../shared/words/refusals'
import type { Database } from '../database/source'
import { createKeptCounts, type Span } from './kept-counts'

const minute = 60
const hour = 60 * minute

/**
 * How often one may ask. A whole village may share one address, so right codes and reading are all but free there;
 * wrong codes are what is counted. What people do after sign-in is counted by account.
 *
 * `kept`: a restart lifts it not, and all servers of one database count it together: what guards a secret, and what is
 * dear. The others shield one process from a rush, and each has its own.
 */
const spans = {
  /** Reading without sign-in, and whatever is refused for want of it; of one address. */
  read: { points: 3000, duration: minute },
  /** Sign-ins of one address, right or wrong. */
  signIn: { points: 600, duration: minute },
  /** Login codes of one address that WeChat did not know. */
  wrongCode: { points: 30, duration: minute, kept: true },
  /** All codes that WeChat is asked about: its patience is shared by everyone. */
  exchange: { points: 5000, duration: minute },
  /** Sign-ins of one WeChat user. */
  signInOfUser: { points: 60, duration: minute, kept: true },
  /** Codes for desks of one address: a page that is looked at asks for one every three minutes. */
  deskRequest: { points: 120, duration: minute, kept: true },
  /** Invite codes of one account. */
  invite: { points: 5, duration: 15 * minute, kept: true },
  /** Invite codes of one address that do not exist: a hall full of deputies mistypes some. */
  wrongInvite: { points: 50, duration: 15 * minute, kept: true },
  opinion: { points: 5, duration: 10 * minute, kept: true },
  opinionADay: { points: 20, duration: 24 * hour, kept: true },
  /** Slips that somebody looks up for a resident. */
  slip: { points: 60, duration: 10 * minute, kept: true },
  write: { points: 120, duration: minute },
  /** More than the photos of ten replies, and each costs a second of work at the worst. */
  upload: { points: 180, duration: hour, kept: true },
} as const satisfies Record<string, Span & { kept?: true }>

export type LimitName = keyof typeof spans

/** Counts `times` uses, one unless told; 0 only looks whether one more may come. @throws Refusal `too_many` */
export type Limits = (name: LimitName, who: string, times?: number) => Promise<void>

/** @returns limits of which those that matter beyond a restart are counted in the database */
export function createLimits(database: Database, now: () => Date): Limits {
  const keptCounts = createKeptCounts(database)
  const inMemory = new Map(Object.entries(spans).map(([name, span]) => [name, new RateLimiterMemory(span)]))

  return async (name, who, times = 1) => {
    const span: Span & { kept?: true } = spans[name]
    const waitMs = span.kept
      ? await keptCounts(name, who, span, times, now())
      : await countInMemory(inMemory.get(name), who, times)
    if (waitMs > 0) throw tooMany(waitMs)
  }
}

async function countInMemory(
  limiter: RateLimiterMemory | undefined,
  who: string,
  times: number,
): Promise<number> {
  if (!limiter) return 0
  if (times === 0) {
    const found = await limiter.get(who)
    return found !== null && found.remainingPoints <= 0 ? found.msBeforeNext : 0
  }
  try {
    await limiter.consume(who, times)
    return 0
  } catch (no) {
    if (no instanceof RateLimiterRes) return Math.max(1, no.msBeforeNext)
    throw no
  }
}

/** A "no" that tells how long to wait, to people and to programs. */
export function tooMany(waitMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new Refusal('too_many', {}, `办得太快了，请过 ${inWords(seconds)}再试，您填的内容还在。`, seconds)
}

function inWords(seconds: number): string {
  if (seconds < minute) return `${seconds} 秒`
  if (seconds <= 90 * minute) return `${Math.ceil(seconds / minute)} 分钟`
  return `${Math.ceil(seconds / hour)} 小时`
}
