import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ScriptedCall {
  method: string
  path: string
  query: Record<string, string>
  body: unknown
}
export type Script = (call: ScriptedCall, response: ServerResponse) => unknown

/**
 * A WeChat that answers exactly what a test says, independent of the simulator. A script that returns `undefined` has
 * answered by itself, or means not to.
 */
export async function startScriptedWechat(script: Record<string, Script>) {
  const calls: ScriptedCall[] = []
  const paths: Record<string, Script> = {
    '/cgi-bin/stable_token': () => ({ access_token: 'scripted', expires_in: 7200 }),
    ...script,
  }
  const server = createServer((request, response) => {
    void read(request).then(async (body) => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const call = {
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        body,
      }
      calls.push(call)
      const script = paths[url.pathname]
      if (script === undefined) return void response.writeHead(404).end()
      const answer = await script(call, response)
      if (answer !== undefined) response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A test that fails before it closes this must not hang.
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    onConnection: (tell: () => void) => void server.on('connection', tell),
    callsOf: (path: string) => calls.filter((call) => call.path === path),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
