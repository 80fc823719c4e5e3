import { countOfDay } from './counters'
import { type Limits } from './limits'
import { type App } from './shapes'
import { type World } from './world'

/** Which counter and which day's limit belong to a path. */
const counted: Record<string, [name: string, day: keyof Limits]> = {
  '/cgi-bin/token': ['oldToken', 'oldTokenDay'],
  '/cgi-bin/stable_token': ['token', 'tokenDay'],
  '/cgi-bin/message/subscribe/send': ['send', 'sendDay'],
  '/wxa/msg_sec_check': ['textCheck', 'textCheckDay'],
  '/wxa/media_check_async': ['mediaCheck', 'mediaCheckDay'],
  '/wxa/generate_urllink': ['link', 'linkDay'],
  '/wxa/generatescheme': ['link', 'linkDay'],
}

export type Quota = { daily_limit: number; used: number; remain: number }

/** What is left of the day for a path, or undefined when it has no limit by the day. */
export function readQuota(world: World, app: App, path: string): Quota | undefined {
  const [name, day] = counted[path] ?? []
  if (!name || !day) return undefined
  const { limits } = world.state
  const limit = day === 'sendDay' && app.payment ? limits.sendDayWithPayment : limits[day]
  const used = Math.min(countOfDay(world, `${name}/${app.appid}`), limit)
  return { daily_limit: limit, used, remain: limit - used }
}

/** All counters of the account start again, but for those that count for ever. */
export function clearQuotas({ state }: World, app: App): void {
  for (const name of Object.keys(state.counters)) {
    const isOwn = name.includes(`/${app.appid}/`)
    if (isOwn && !name.endsWith('/lifetime') && !name.endsWith('/month')) delete state.counters[name]
  }
}
