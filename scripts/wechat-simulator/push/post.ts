import { type App } from '../shapes'
import { type World } from '../world'
import { type Attempt, type Push, type PushConfig } from './push-shapes'

export function withQuery(url: string, query: Record<string, string>): string {
  const whole = new URL(url)
  for (const [name, value] of Object.entries(query)) whole.searchParams.append(name, value)
  return whole.href
}

/** Who calls a container comes in headers, as with `callContainer` (section 1.3). */
export function containerHeaders(app: App, openid: string): Record<string, string> {
  return { 'X-WX-SOURCE': 'wx_client', 'X-WX-APPID': app.appid, 'X-WX-OPENID': openid }
}

type Heard = { status: number; text: string }

/** The reply to one request of the platform, or undefined when none came in time. */
export async function request(world: World, url: string, init: RequestInit): Promise<Heard | undefined> {
  const signal = AbortSignal.any([world.closing, AbortSignal.timeout(world.state.pushTimeoutMs)])
  try {
    const response = await fetch(url, { ...init, signal, redirect: 'manual' })
    return { status: response.status, text: await response.text() }
  } catch {
    // No connection, no answer in time, or the simulator is closing: the same for the platform.
    return undefined
  }
}

/** Only HTTP 200 with nothing or `success` is an answer (section 6, A). */
export function isAccepted(heard: Heard | undefined): boolean {
  return heard?.status === 200 && ['', 'success'].includes(heard.text)
}

/** One delivery. */
export async function post(world: World, app: App, config: PushConfig, push: Push): Promise<Attempt> {
  const at = world.now()
  const isXml = config.format === 'xml' && config.mode !== 'container'
  const heard = await request(world, withQuery(config.url, push.query), {
    method: 'POST',
    headers: {
      'Content-Type': isXml ? 'text/xml' : 'application/json',
      ...(config.mode === 'container' ? containerHeaders(app, push.openid) : {}),
    },
    body: push.body,
  })
  return {
    at,
    status: heard?.status ?? null,
    reply: heard ? heard.text.slice(0, 200) : null,
    accepted: isAccepted(heard),
  }
}
