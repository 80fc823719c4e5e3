import { createHash } from 'node:crypto'

/** One line of an event: numbers and texts are mixed in what WeChat sends, so that everything is text here. */
export type EventLine = Readonly<Record<string, string>>
export interface WechatEvent {
  name: string
  openid: string
  lines: readonly EventLine[]
  /** The same for each delivery of the same event, and for nothing else. */
  digest: string
}

/**
 * Reads an event as tolerantly as it is described: `List` may stand at the top or inside, and is an object for one line
 * and an array for several.
 * @returns undefined where it is not JSON at all
 */
export function readEvent(text: string): WechatEvent | undefined {
  const body = parse(text)
  if (body === undefined) return undefined
  const name = asText(body.Event) || asText(body.MsgType)
  const openid = asText(body.FromUserName)
  const inside = Object.entries(body).find(
    ([key, value]) => /^Subscribe\w*Event$/.test(key) && isRecord(value),
  )
  const holder = inside && isRecord(inside[1]) ? inside[1] : body
  const list = holder.List ?? (inside ? holder : undefined)
  const lines = (Array.isArray(list) ? list : [list]).filter(isRecord).map(lineOf)
  const told = lines.length > 0 ? lines : [lineOf(body)]
  // All that it says: a "yes" and a "no" of the same second are two events.
  const said = told.map((line) => Object.entries(line).sort(([one], [other]) => (one < other ? -1 : 1)))
  const marks = [body.CreateTime, body.MsgId, body.trace_id].map(asText)
  const digest = createHash('sha256')
    .update(JSON.stringify([name, openid, ...marks, said]))
    .digest('hex')
  return { name, openid, lines: told, digest }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): Record<string, unknown> | undefined {
  try {
    // Message ids have 64 bits; as numbers they would lose their last digits.
    const body: unknown = JSON.parse(text.replace(/("MsgI[dD]"\s*:\s*)(\d+)/g, '$1"$2"'))
    return isRecord(body) ? body : undefined
  } catch {
    return undefined
  }
}

const asText = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** What stands one level lower is named with its place: `result.suggest`. */
const lineOf = (line: Record<string, unknown>): EventLine =>
  Object.fromEntries(
    Object.entries(line).flatMap(([key, value]) =>
      isRecord(value)
        ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, asText(one)])
        : [[key, asText(value)]],
    ),
  )
