import { type World } from './world'

export type ControlCall = { params: Record<string, string>; query: URLSearchParams; body: unknown }

/** One call of the control plane. The answer becomes JSON; a mistake in the call becomes HTTP 400 or 404. */
export type ControlRoute = {
  method: 'get' | 'post' | 'delete'
  path: string
  answer(world: World, call: ControlCall): object | Promise<object>
}

/** What the control plane says when a call names something that is not there. */
export class NotThere extends Error {}
