import type { Context } from 'koa'
import { digestOf } from '../database/digest'
import { everywhere, unheardMs } from '../database/public-version'
import type { Database, Reader } from '../database/source'
import { remembering } from '../database/waking'
import { hasAlready } from './has-already'
import { encodingFor, type Encoding, pack } from './pack'
import { createPublicVersions } from './public-versions'
import { createShelf } from './shelf'

const thisMuch = 32 * 1024 * 1024
/** The text, and what it is packed into. */
const bytesOfText = 1.6
/** What all pages of a town are made of: its calendar, its rules, what was decided about its names. */
const bytesOfTown = 32 * 1024

/** What everyone is told at one address, until the town changes; a day begins with a minute. */
interface Answer {
  townId: string
  /** The time and the number of the town for which it was made. */
  standing: string
  etag: string
  text: Buffer
  packed: Partial<Record<Encoding, Promise<Buffer>>>
  bytes: number
}

type Make = (reader: Reader) => Promise<unknown>

/**
 * Keeps the answers that everyone gets, each packed once, and answers 304 where the reader has it already. Whoever makes
 * one knows nothing of who asks, so nothing personal gets in.
 */
export function createPublicCache(database: Database, mostBytes = thisMuch) {
  const versionOf = createPublicVersions(database)
  const shelf = createShelf<Answer>(mostBytes)
  /** Whoever asks for the same at the same time waits for the one that is being made. */
  const making = new Map<string, Promise<Answer>>()

  const readers = createShelf<{ standing: string; reader: Reader; bytes: number }>(mostBytes / 2)

  /** It remembers what the other pages of the town have asked for, as long as that is so. */
  function readerOf(townId: string, standing: string): Reader {
    const known = readers.get(townId)
    if (known?.standing === standing) return known.reader
    const reader = remembering(database.of(townId).reader)
    readers.put(townId, { standing, reader, bytes: bytesOfTown })
    return reader
  }

  function made(url: string, townId: string, standing: string, make: () => Promise<unknown>) {
    const name = `${standing} ${url}`
    const other = making.get(name)
    if (other) return other
    const answer = make()
      .then((value) => {
        const finished = answerOf(value, townId, standing)
        shelf.put(url, finished)
        return finished
      })
      .finally(() => making.delete(name))
    making.set(name, answer)
    return answer
  }

  const standingOf = async (townId: string, now: Date) =>
    `${Math.floor(now.getTime() / unheardMs)} ${await versionOf(townId, now)}`

  return {
    isKept: (url: string) => shelf.get(url) !== undefined,

    /** @returns whether it still stood there ready */
    async showKept(context: Context, now: Date): Promise<boolean> {
      const kept = shelf.get(context.url)
      if (kept === undefined || kept.standing !== (await standingOf(kept.townId, now))) return false
      await tell(context, kept)
      return true
    },

    async show(context: Context, townId = everywhere, now: Date, make: Make) {
      const standing = await standingOf(townId, now)
      const kept = shelf.get(context.url)
      if (kept?.standing === standing) return tell(context, kept)
      const anew = () => make(readerOf(townId, standing))
      return tell(context, await made(context.url, townId, standing, anew))
    },

    /** Made anew for everyone who asks. */
    async showAnew(context: Context, make: Make) {
      await tell(context, answerOf(await make(database.reader), everywhere, ''))
    },
  }
}

function answerOf(value: unknown, townId: string, standing: string): Answer {
  const words = JSON.stringify(value)
  const text = Buffer.from(words)
  const etag = `W/"${digestOf(words).slice(0, 32)}"`
  return { townId, standing, etag, text, packed: {}, bytes: Math.ceil(text.length * bytesOfText) }
}

async function tell(context: Context, answer: Answer) {
  // Kept by whoever likes, and asked about each time: it may be another one after any step.
  context.set({ 'Cache-Control': 'public, no-cache', ETag: answer.etag, Vary: 'Accept-Encoding' })
  if (hasAlready(context, answer.etag)) {
    context.status = 304
    return
  }
  context.type = 'json'
  const encoding = encodingFor(context, answer.text.length)
  if (encoding === undefined) {
    context.body = answer.text
    return
  }
  context.set('Content-Encoding', encoding)
  context.body = await (answer.packed[encoding] ??= pack[encoding](answer.text))
}
