import { type Reply } from './reply'
import { type App } from './shapes'
import { type World } from './world'

export type JsonObject = Record<string, unknown>

/** A call whose method and body have passed; `body` is empty for GET. */
export type Call = { query: URLSearchParams; body: JsonObject; address: string }

type Address = {
  method: 'GET' | 'POST'
  path: string
  /**
   * How the body is written; JSON unless said otherwise. Fields of a form are lists of text; of a form with files, bytes.
   * With `none` whatever is there is not looked at.
   */
  format?: 'json' | 'form' | 'either' | 'file' | 'none'
  /** The errcode of a body that is not a JSON object; 47001 unless the endpoint has its own. */
  badJson?: number
}

/** One call of the platform. A business call is made with an access token and gets the app that owns it. */
export type Endpoint = Address &
  (
    | { kind: 'credential'; answer(world: World, call: Call): Reply | Promise<Reply> }
    | { kind: 'business'; answer(world: World, call: Call, app: App): Reply | Promise<Reply> }
  )

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
