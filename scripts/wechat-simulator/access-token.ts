import { refuse } from './refusal'
import { type App } from './shapes'
import { type Token } from './state'
import { type World } from './world'

/** Letters, digits, `_` and `-`, at most 512 of them (section 2, A); anything else is malformed (assumption 2). */
const wellFormed = /^[\w-]{1,512}$/

/** A token of the old kind works five more minutes once a newer one is there (section 2, A). */
const overlapMs = 300_000

function isReplaced(world: World, { replacedAt }: Token): boolean {
  return replacedAt !== null && world.now() >= replacedAt + overlapMs
}

/** The app that a business call acts for, by the four token rules of section 9.2, row 4. */
export function findTokenOwner(world: World, value: string | null): App {
  if (!value) return refuse(41001)
  if (!wellFormed.test(value)) return refuse(40014)
  const token = world.state.tokens.find((one) => one.token === value)
  if (!token || token.revoked || isReplaced(world, token)) return refuse(40001)
  if (world.now() >= token.expiresAt) return refuse(42001)
  return world.state.apps.find((app) => app.appid === token.appid) ?? refuse(40001)
}
