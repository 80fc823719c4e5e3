import type { Context } from 'koa'

/**
 * Whether the reader holds this very answer: `If-None-Match` is a list and is compared weakly (RFC 9110 §13.1.2), for a
 * proxy that compresses marks every ETag as weak.
 */
export function hasAlready(context: Context, etag: string): boolean {
  const held = context
    .get('if-none-match')
    .split(',')
    .map((one) => bare(one.trim()))
  return held.includes('*') || held.includes(bare(etag))
}

const bare = (etag: string) => etag.replace(/^W\//, '')
