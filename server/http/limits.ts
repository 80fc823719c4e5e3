import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../../shared/refusals'

/**
 * How often one may ask. A whole village may share one address, so what people do after sign-in is counted by account.
 * Each instance counts for itself.
 */
const limiters = () => ({
  signIn: new RateLimiterMemory({ points: 120, duration: 60 }),
  invite: new RateLimiterMemory({ points: 5, duration: 15 * 60 }),
  opinion: new RateLimiterMemory({ points: 5, duration: 10 * 60 }),
  opinionADay: new RateLimiterMemory({ points: 20, duration: 24 * 3600 }),
  write: new RateLimiterMemory({ points: 120, duration: 60 }),
})

export type Limits = (name: keyof ReturnType<typeof limiters>, who: string) => Promise<void>

/** @returns a function that counts one use. @throws Refusal `too_many` */
export function createLimits(): Limits {
  const all = limiters()
  return async (name, who) => {
    try {
      await all[name].consume(who)
    } catch {
      throw new Refusal('too_many')
    }
  }
}
