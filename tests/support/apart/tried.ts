import { serveWork } from '../../../server/gateways/apart/serve-work'

/** Work of every unpleasant kind, for the tests of what bounds it. */
export type Tried = {
  what: 'say' | 'hang' | 'spin' | 'fill' | 'throw' | 'environment'
  say?: string
  ms?: number
}

const held: Buffer[] = []

serveWork(async ({ what, say = '', ms = 0 }: Tried) => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
  if (what === 'hang') await new Promise(() => {})
  if (what === 'spin') for (;;) Math.random()
  if (what === 'throw') throw new Error('broken')
  if (what === 'environment') return Object.keys(process.env).sort().join(' ')
  while (what === 'fill') {
    held.push(Buffer.alloc(20_000_000, 1))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return `${say} ${process.pid}`
})
