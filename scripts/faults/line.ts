import net from 'node:net'

/** A line to the database that can be cut, or made to swallow whatever is said. */
export interface Line {
  /** The same database at the end of this line. */
  urlOf(databaseUrl: string): string
  set(how: 'open' | 'swallows' | 'cut'): void
  close(): Promise<void>
}

export async function openLine(databaseUrl: string): Promise<Line> {
  const to = new URL(databaseUrl.replace(/^mariadb:/, 'mysql:'))
  const open = new Set<net.Socket>()
  let how: 'open' | 'swallows' | 'cut' = 'open'
  const server = net.createServer((from) => {
    if (how === 'cut') return void from.destroy()
    const behind = net.connect(Number(to.port), to.hostname)
    for (const [one, other] of [
      [from, behind],
      [behind, from],
    ] as const) {
      open.add(one)
      one.on('data', (chunk) => {
        if (how === 'open') other.write(chunk)
      })
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        // Whoever hears nothing hears no end either.
        if (how !== 'swallows') other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  return {
    urlOf: (url) => url.replace(`:${to.port}/`, `:${port}/`),
    set(next) {
      how = next
      if (how === 'cut') for (const one of open) one.destroy()
    },
    async close() {
      for (const one of open) one.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
