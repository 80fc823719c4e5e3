import net from 'node:net'

export interface Answer {
  status: number
  body: string
}

/**
 * One connection that is kept open, asked one thing after the other. As little as an HTTP client can do, so that the
 * load takes little of the machine from what is measured.
 */
export function openLine(port: number) {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
  let got: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined
  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = undefined
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the line was closed')))
  socket.on('data', (chunk) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
    const answer = whole(got)
    if (answer === undefined || waiting === undefined) return
    const { resolve } = waiting
    waiting = undefined
    got = Buffer.alloc(0)
    resolve(answer)
  })
  return {
    ask: (request: string) =>
      new Promise<Answer>((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

/** Both servers say how long their answer is. */
function whole(got: Buffer): Answer | undefined {
  const end = got.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = got.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
  if (got.length < end + 4 + length) return undefined
  return { status: Number(head.slice(9, 12)), body: got.toString('utf8', end + 4, end + 4 + length) }
}
