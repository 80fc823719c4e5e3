import path from 'node:path'
import { Refusal } from '../../shared/words/refusals'
import { connectReader } from '../database/connect-reader'
import { errorWithoutValues } from '../database/error-without-values'
import { modulesIn } from '../database/found'
import type { OpenReader } from '../database/source'
import { serveWork } from '../gateways/apart/serve-work'
import '../matters/kinds'
import type { ReadApart, ReadDone, ReadWork } from './reads'

/** What each feature has read apart, by name. */
const reads = Object.assign(
  {},
  ...modulesIn(path.resolve(__dirname, '../features'), (name) => name.endsWith('/apart')),
) as Readonly<Record<string, ReadApart<unknown[], unknown> | undefined>>

let open: { url: string; reader: Promise<OpenReader> } | undefined

function readerAt(url: string): Promise<OpenReader> {
  if (open?.url !== url) {
    void open?.reader.then((reader) => reader.close())
    const reader = connectReader(url)
    open = { url, reader }
    // Whoever comes next tries again.
    reader.catch(() => (open = undefined))
  }
  return open.reader
}

serveWork(async ({ url, read: name, args }: ReadWork): Promise<ReadDone> => {
  try {
    const read = reads[name]
    if (read === undefined) throw new Error(`no read is called ${name}`)
    return { output: await read(await readerAt(url), ...args) }
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, fields, message, waitSeconds } = error
      return { refusal: { code, fields, message, ...(waitSeconds === undefined ? {} : { waitSeconds }) } }
    }
    const { type, message } = errorWithoutValues(error)
    return { failed: `${type}: ${message}` }
  }
})
