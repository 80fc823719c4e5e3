import { type SimulatorOptions, startSimulator } from '../../../scripts/wechat-simulator/simulator'

export const appid = 'wx0000000000000000'
export const secret = 'development-only-secret'
/** Saturday 10:00 in Shanghai; the simulator's clock stands here until a test moves it. */
export const start = Date.UTC(2026, 10, 21, 2)
export const minuteMs = 60_000

export type Answer = {
  status: number
  type: string | null
  bytes: Buffer
  text: string
  json: Record<string, unknown>
}

async function readAnswer(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer())
  const text = bytes.toString()
  let json: Record<string, unknown> = {}
  try {
    json = JSON.parse(text) as Record<string, unknown>
  } catch {
    // An image or a spoilt reply: the test looks at the bytes.
  }
  return { status: response.status, type: response.headers.get('content-type'), bytes, text, json }
}

/** A simulator with a standing clock, and the few calls that every test makes. */
export async function startWechat(options: SimulatorOptions = {}) {
  const simulator = await startSimulator({ now: () => start, sendTakesMs: 0, ...options })

  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    return readAnswer(await fetch(simulator.url + path, { method, body: text }))
  }
  const get = (path: string) => call('GET', path)
  const post = (path: string, body?: unknown) => call('POST', path, body)
  const control = async (path: string, body: unknown = {}) => (await post(`/__sim${path}`, body)).json

  async function fetchToken(): Promise<string> {
    const body = { grant_type: 'client_credential', appid, secret }
    return String((await post('/cgi-bin/stable_token', body)).json.access_token)
  }
  return {
    simulator,
    call,
    get,
    post,
    control,
    fetchToken,
    /** The openid of a new user. */
    addUser: async (user: object = {}) => String((await control('/users', user)).openid),
    advance: (advanceMs: number) => control('/clock', { advanceMs }),
    /** A business call with a good token. */
    business: async (path: string, body: unknown) => post(`${path}?access_token=${await fetchToken()}`, body),
    /** The same with GET. */
    ask: async (path: string, query: Record<string, string> = {}) =>
      get(`${path}?${new URLSearchParams({ access_token: await fetchToken(), ...query }).toString()}`),
    close: () => simulator.close(),
  }
}

export type Wechat = Awaited<ReturnType<typeof startWechat>>
