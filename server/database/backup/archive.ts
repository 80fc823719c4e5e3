import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { createCount, type Count } from './count'

/** Cut short, changed, or no backup at all; its message is for the person at the command line. */
export class BadArchive extends Error {}

/** What stands first in an archive. */
export interface Header {
  format: 1
  product: 'deputies-home'
  engine: string
  /** ISO 8601: everything acknowledged before this instant is in it. */
  takenAt: string
  /** Names of the migrations that its tables have been through. */
  migrations: string[]
  /** Tells whether the server that restores it has the same key, and nothing of the key. */
  keyMark: string
}

export interface TableOfArchive {
  name: string
  columns: readonly string[]
  rows: AsyncIterable<readonly unknown[]>
}

/** Rows and their digest, by table. */
export type Counts = Readonly<Record<string, Count>>

const digestBytes = 32
const chunkCharacters = 64 * 1024

/**
 * Writes one file for its owner alone: lines of JSON, packed, and at the end the SHA-256 of all before it.
 * @returns what was written, table by table
 */
export async function writeArchive(file: string, header: Header, tables: readonly TableOfArchive[]) {
  const counts: Record<string, Count> = {}
  async function* lines() {
    yield lineOf(header)
    let chunk = ''
    for (const { name, columns, rows } of tables) {
      const count = createCount()
      chunk += lineOf({ table: name, columns })
      for await (const row of rows) {
        const line = rowLine(row)
        count.add(line)
        chunk += line + '\n'
        if (chunk.length > chunkCharacters) {
          yield chunk
          chunk = ''
        }
      }
      counts[name] = count.end()
    }
    yield chunk + lineOf({ end: counts })
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    sealed(),
    fs.createWriteStream(file, { mode: 0o600, flush: true }),
  )
  return counts as Counts
}

const lineOf = (value: unknown) => JSON.stringify(value) + '\n'

/** A row as both ends write it, so that its digest is the same whichever database it lies in. */
export const rowLine = (row: readonly unknown[]) =>
  JSON.stringify(
    row.map((value) => (Buffer.isBuffer(value) ? { b: value.toString('base64') } : (value ?? null))),
  )

const valueOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? Buffer.from((value as { b: string }).b, 'base64') : value

/** Everything passes through, and the digest of it comes last. */
function sealed() {
  const digest = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _, done) {
      digest.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(null, digest.digest())
    },
  })
}

export type Item =
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'row'; table: string; values: unknown[]; line: string }

/** The header, and then tables and rows in their order. @throws BadArchive where anything is not as it was written */
export async function* readArchive(file: string): AsyncGenerator<Header | Item> {
  await proveDigest(file)
  let table: { name: string; count: ReturnType<typeof createCount> } | undefined
  const found: Record<string, Count> = {}
  const endTable = () => {
    if (table) found[table.name] = table.count.end()
  }
  let ended = false
  for await (const line of linesOf(file)) {
    const value = JSON.parse(line) as unknown
    if (Array.isArray(value)) {
      if (!table) throw new BadArchive(broken(file))
      table.count.add(line)
      yield { kind: 'row', table: table.name, values: value.map(valueOf), line }
    } else if (isHeader(value)) {
      yield value
    } else if (isTable(value)) {
      endTable()
      table = { name: value.table, count: createCount() }
      yield { kind: 'table', name: value.table, columns: value.columns }
    } else {
      endTable()
      ended = JSON.stringify((value as { end?: unknown }).end) === JSON.stringify(found)
    }
  }
  if (!ended) throw new BadArchive(broken(file))
}

const isHeader = (value: unknown): value is Header =>
  (value as { product?: unknown }).product === 'deputies-home' && (value as { format?: unknown }).format === 1
const isTable = (value: unknown): value is { table: string; columns: string[] } =>
  typeof (value as { table?: unknown }).table === 'string'

export const broken = (file: string) =>
  `${file} 不是一份完整的备份：它被截断、改动过，或者不是备份文件。请换一份备份，什么也没有恢复。`

async function proveDigest(file: string) {
  const size = sizeOf(file)
  if (size <= digestBytes) throw new BadArchive(broken(file))
  const digest = createHash('sha256')
  for await (const chunk of fs.createReadStream(file, { end: size - digestBytes - 1 }))
    digest.update(chunk as Buffer)
  const tail: Buffer[] = []
  for await (const chunk of fs.createReadStream(file, { start: size - digestBytes }))
    tail.push(chunk as Buffer)
  if (!digest.digest().equals(Buffer.concat(tail))) throw new BadArchive(broken(file))
}

function sizeOf(file: string): number {
  try {
    return fs.statSync(file).size
  } catch {
    throw new BadArchive(`备份文件 ${file} 打不开，请核对路径和权限。`)
  }
}

/** A photo is one long line, so lines are put together from pieces. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = fs.createReadStream(file, { end: sizeOf(file) - digestBytes - 1 })
  const open = createGunzip()
  packed.once('error', (error) => open.destroy(error))
  let pieces: Buffer[] = []
  for await (const chunk of packed.pipe(open)) {
    let rest = chunk as Buffer
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      yield Buffer.concat([...pieces, rest.subarray(0, at)]).toString('utf8')
      pieces = []
      rest = rest.subarray(at + 1)
    }
    if (rest.length > 0) pieces.push(rest)
  }
}
