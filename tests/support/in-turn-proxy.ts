import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands in front of several servers: each request goes to the next one. */
export async function startInTurnProxy(urls: readonly string[]) {
  let turn = 0
  const proxy = http.createServer((request, response) => {
    const { method, headers, url = '' } = request
    const to = urls[turn++ % urls.length] ?? ''
    const onward = http.request(`${to}${url}`, { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    async stop() {
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
