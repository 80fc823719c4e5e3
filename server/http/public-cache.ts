import type { Context } from 'koa'
import { digestOf } from '../database/digest'
import { hasAlready } from './has-already'
import type { KeptText } from './pack'

/** How long an answer for everyone may be a second old; a board is read far more often than it changes. */
const keepMs = 1000
const clientSeconds = 5
const mostEntries = 500

/** Keeps the text of public answers for a moment, and answers 304 where the reader has it already. */
export function createPublicCache() {
  const held = new Map<string, KeptText & { etag: string; until: number }>()

  return async (context: Context, now: Date, make: () => Promise<unknown>) => {
    let entry = held.get(context.url)
    if (!entry || entry.until <= now.getTime()) {
      const text = JSON.stringify(await make())
      entry = { text, etag: `W/"${digestOf(text).slice(0, 32)}"`, until: now.getTime() + keepMs }
      if (held.size >= mostEntries) held.clear()
      held.set(context.url, entry)
    }
    context.set('Cache-Control', `public, max-age=${clientSeconds}`)
    context.set('ETag', entry.etag)
    if (hasAlready(context, entry.etag)) {
      context.status = 304
      return
    }
    context.type = 'json'
    context.state.kept = entry
    context.body = entry.text
  }
}
