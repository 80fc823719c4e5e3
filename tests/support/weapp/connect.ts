import type { TestServer } from '../server'
import type { Outside } from './outside'

/** The address that is compiled into the weapp output. */
export const compiledApiBase = 'http://127.0.0.1:8080'

/** Connects a phone in the hands of one WeChat user to the server of the test and the simulator of WeChat. */
export function connect(server: TestServer, openid: string, storage: Map<string, string>): Outside {
  const simulate = async (act: string, input: object) => {
    const answer = await fetch(`${server.simulator.url}/__sim/users/${openid}/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return (await answer.json()) as Record<string, unknown>
  }
  return {
    apiBase: compiledApiBase,
    async carry({ url, method, headers, body }) {
      const answer = await fetch(url.replace(compiledApiBase, server.url), {
        method,
        headers,
        body: body ?? null,
      })
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        bytes: new Uint8Array(await answer.arrayBuffer()),
      }
    },
    loginCode: async () => String((await simulate('login-code', {})).code),
    subscribe: (tmplIds) => simulate('subscribe', { tmplIds }),
    now: () => server.clock.now().getTime(),
    storage,
  }
}
