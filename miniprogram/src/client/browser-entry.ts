import { enterAsPersona } from '../../../shared/api/desk'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { personaCode, signOut } from '../../../shared/api/sign-in'
import { Refusal } from '../../../shared/words/refusals'
import { Offline, read, send } from './request'
import { newKey } from './request-key'
import { forget, recall, remember } from './store'

/** What is remembered instead of a persona where somebody has signed in as themselves. */
const nobody = '-'
let entries = 0
let entering: Promise<boolean> | undefined

/** Asks with the cookie of this browser; in the demo town whoever is not signed in plays a persona. */
export async function enterBrowser<A extends { statusCode: number }>(attempt: () => Promise<A>): Promise<A> {
  if (recall('left')) await endLeftHere()
  const before = entries
  await entering
  const answer = await attempt()
  if (answer.statusCode !== 401) return answer
  // Somebody was let in while this was on its way.
  if (before === entries) {
    entering ??= enterSilently().finally(() => {
      entering = undefined
    })
    if (!(await entering)) return answer
  }
  return attempt()
}

/** Whoever left without a line is not asked for again before the server knows. @throws Offline */
async function endLeftHere() {
  const { statusCode } = await send(signOut, {}, newKey(), '')
  if (statusCode !== 200 && statusCode !== 401) throw new Offline()
  forget('left')
}

/** @returns whether there is a demo that lets one in */
async function enterSilently(): Promise<boolean> {
  // Builds of before kept a token here.
  forget('token')
  const persona = recall('persona') || 'villager'
  if (persona === nobody) return false
  try {
    await enterAs(persona)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return false
    throw error
  }
}

/** Somebody of the demo town takes this browser. @throws Refusal `not_found` where there is no demo, or Offline */
export async function enterAs(persona: string) {
  const answer = await send(personaCode, { params: { persona } }, '', '')
  const { code } = read<OutputOf<typeof personaCode>>(answer)
  read(await send(enterAsPersona, { input: { code } }, '', ''))
  if (recall('persona') !== persona) forget('account')
  remember('persona', persona)
  forget('left')
  entries += 1
}

/** Somebody has signed in as themselves: no persona takes their place when that ends. */
export function enteredAsOneself() {
  remember('persona', nobody)
  forget('account')
  forget('left')
  entries += 1
}

export const isOneself = () => recall('persona') === nobody
