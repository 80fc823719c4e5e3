import net from 'node:net'

const goOn = 'HTTP/1.1 100 Continue\r\n\r\n'

/** A request of which the server has the head and a part of the body. */
export interface SlowRequest {
  /** Sends the rest. @returns the status and the body, or status 0 where the line was cut */
  finish(): Promise<{ status: number; body: string; bytes: number }>
}

/** @param head lines without those of the length and the connection; `{}` as a body is written for a read */
export async function beginSlowly(
  url: string,
  {
    method,
    path,
    headers,
    body = '',
  }: { method: string; path: string; headers: Record<string, string>; body?: string },
): Promise<SlowRequest> {
  const { hostname, port } = new URL(url)
  const line = net.connect(Number(port), hostname)
  await new Promise<void>((resolve, reject) => {
    line.once('connect', resolve)
    line.once('error', reject)
  })
  const parts: Buffer[] = []
  line.on('data', (chunk: Buffer) => parts.push(chunk))
  line.on('error', () => {})
  const closed = new Promise<void>((resolve) => line.once('close', resolve))
  const bytes = Buffer.from(body)
  const half = Math.floor(bytes.length / 2)
  const head = [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    // So that it says when it has the head.
    'Expect: 100-continue',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(method === 'GET' ? [] : [`Content-Length: ${bytes.length}`]),
  ]
  line.write(`${head.join('\r\n')}\r\n\r\n`)
  await new Promise<void>((resolve) => {
    line.once('data', () => resolve())
    line.once('close', () => resolve())
  })
  line.write(bytes.subarray(0, half))
  return {
    async finish() {
      line.write(bytes.subarray(half))
      await closed
      const whole = Buffer.concat(parts)
      const all = whole.subarray(whole.indexOf(goOn) === 0 ? goOn.length : 0)
      const end = all.indexOf('\r\n\r\n')
      const text = all.subarray(0, Math.max(0, end)).toString()
      const length = /content-length: (\d+)/i.exec(text)?.[1]
      const got = all.length - end - 4
      const isWhole =
        end > 0 && (length === undefined ? all.toString().endsWith('0\r\n\r\n') : got === Number(length))
      const status = isWhole ? Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0) : 0
      return { status, body: all.subarray(end + 4).toString(), bytes: got }
    },
  }
}
