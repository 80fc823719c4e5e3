import { newId } from '../../server/database/id'

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36'

type Headers = Readonly<Record<string, string | undefined>>

/** Speaks to the server like a page of ours in a browser does: with cookies, and with the header of its own. */
export function createBrowser(url: string, jar = new Map<string, string>()) {
  let told: string[] = []

  async function ask(method: string, path: string, body: unknown, more: Headers = {}) {
    const headers: Headers = {
      'user-agent': windows,
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-desk': '1',
      ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': newId() }),
      ...more,
    }
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined),
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
    })
    const set = answer.headers.getSetCookie()
    if (set.length > 0) told = set
    for (const cookie of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return {
      status: answer.status,
      headers: answer.headers,
      body: JSON.parse((await answer.text()) || '{}') as Record<string, unknown>,
    }
  }

  return {
    get: (path: string, more?: Headers) => ask('GET', path, undefined, more),
    post: (path: string, body: unknown, more?: Headers) => ask('POST', path, body, more),
    cookie: (name: string) => jar.get(name) ?? '',
    setCookie: (name: string, value: string) => void jar.set(name, value),
    /** The line of the last answer that set this cookie. */
    lastCookies: (name: string) => told.find((line) => line.startsWith(`${name}=`)) ?? '',
    /** Another tab that begins with the same cookies. */
    copy: () => createBrowser(url, new Map(jar)),
    /** The same browser, where the server has moved. */
    at: (moved: string) => createBrowser(moved, jar),
  }
}
