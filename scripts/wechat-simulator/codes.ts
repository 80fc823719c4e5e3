import { type State } from './state'
import { type World } from './world'

type Code = State['codes'][number]

/** A login code and a phone code live five minutes (sections 1.1 and 1.2, A). */
const codeLifeMs = 5 * 60_000

export function findCode(state: State, kind: Code['kind'], code: string, appid: string): Code | undefined {
  return state.codes.find((one) => one.kind === kind && one.code === code && one.appid === appid)
}

export function isCodeExpired(world: World, code: Code): boolean {
  return world.now() - code.issuedAt >= codeLifeMs
}
