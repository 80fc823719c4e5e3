import { drawHex8 } from './chance'
import { describeErrcode } from './errcodes'
import { type Refusal } from './refusal'
import { type World } from './world'

export type Reply = { status: number; type: string; body: string | Buffer; errcode: number }

/** The exact header seen on the platform's JSON (section 4, C). */
const jsonType = 'application/json; encoding=utf-8'

/** A success. Text is taken as it is, for numbers that `JSON.stringify` cannot write. */
export function replyJson(body: object | string): Reply {
  return {
    status: 200,
    type: jsonType,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    errcode: 0,
  }
}

export function replyImage(type: string, body: Buffer): Reply {
  return { status: 200, type, body, errcode: 0 }
}

/**
 * Errors are HTTP 200, and `errmsg` ends in the rid (section 1.1, C).
 * Calls under `/sns/` put a comma before it and the others do not, as many published replies show.
 */
export function replyRefusal(refusal: Refusal, path: string, rid: string): Reply {
  const comma = path.startsWith('/sns/') ? ',' : ''
  const body = { errcode: refusal.errcode, errmsg: `${refusal.message}${comma} rid: ${rid}` }
  return { ...replyJson(body), errcode: refusal.errcode }
}

/** The one case that is not HTTP 200: a path that nobody answers (section 9.2, row 15). */
export function replyUnknownPath(rid: string): Reply {
  const body = { errcode: 40066, errmsg: `${describeErrcode(40066)} rid: ${rid}` }
  return { ...replyJson(body), status: 404, errcode: 40066 }
}

/** Three groups of eight hex digits, the first one the Unix time in seconds (section 1.1, C). */
export function makeRid(world: World): string {
  const seconds = Math.floor(world.now() / 1000)
  return [seconds.toString(16).padStart(8, '0'), drawHex8(world.state), drawHex8(world.state)].join('-')
}
