import type { Reader } from '../database/source'
import { createWorkApart, TooHard, TooManyWaiting } from '../gateways/apart/work-apart'
import { Refusal, type RefusalCode } from '../../shared/words/refusals'

/** A read that walks much: what goes in and what comes out are plain values. */
export type ReadApart<Args extends unknown[], Out> = (reader: Reader, ...args: Args) => Promise<Out>

/** Does such a read where nobody waits for it but who asked. @throws Refusal `unavailable` where too many are waiting */
export type Apart = <Args extends unknown[], Out>(read: ReadApart<Args, Out>, ...args: Args) => Promise<Out>

export interface ReadWork {
  /** Of the database; handed in, for the process knows nothing by itself. */
  url: string
  read: string
  args: unknown[]
}
export type ReadDone =
  | { output: unknown }
  | { refusal: Pick<Refusal, 'code' | 'fields' | 'message' | 'waitSeconds'> & { code: RefusalCode } }
  | { failed: string }

/** A town with a hundred thousand suggestions has its ledger within these. */
const bounds = { mostMs: 120_000, mostMegabytes: 500, mostWaiting: 8 } as const

/** What people read where too many are waiting already. */
export const tooManyReads = '同时在算的统计和表格太多，请过一会儿再试。'
const tooHard = '这次要算的太多，没有算完。请缩小范围，或过一会儿再试。'

/**
 * Reads that walk much, and spreadsheets, are made in a process of their own with a connection of its own that cannot
 * write: on SQLite whatever reads keeps everybody waiting, and so does whoever draws a sheet on any database. What may
 * be read so stands in the `apart.ts` of each feature. The process begins with the first of them and ends when idle.
 */
export function createReadsApart(url: string) {
  const work = createWorkApart<ReadWork, ReadDone>('apart/read-process', bounds)
  const apart: Apart = async (read, ...args) => {
    const done = await work({ url, read: read.name, args }).catch((error: unknown) => {
      if (error instanceof TooManyWaiting) throw new Refusal('unavailable', {}, tooManyReads)
      if (error instanceof TooHard) throw new Refusal('unavailable', {}, tooHard)
      throw error
    })
    if ('failed' in done) throw new Error(done.failed)
    if ('output' in done) return done.output as Awaited<ReturnType<typeof read>>
    const { code, fields, message, waitSeconds } = done.refusal
    throw new Refusal(code, fields, message, waitSeconds)
  }
  return Object.assign(apart, { end: () => work.end() })
}
