import type { Endpoint } from '../../../shared/grammar/endpoint'
import { type PublicTextKind, publicText, registerKinds } from '../../../shared/public-texts'
import { beingChecked, takenBack } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { onceIn } from '../../database/waking'
import { lookInRegister } from './look-for'
import { isShownState, readDecided } from './register'

/** Of each path of the contract: which names of its answer carry which text of the register. */
const places = new Map<string, Map<string, PublicTextKind>>()
for (const kind of registerKinds)
  for (const at of publicText(kind).at) {
    const [path, name] = at.split(' ') as [string, string]
    places.set(path, (places.get(path) ?? new Map<string, PublicTextKind>()).set(name, kind))
  }

/**
 * The last look before an answer for everyone goes out: a text of the register with something personal in it, or one that
 * was taken back, does not, by whatever door it came into the register.
 */
export async function guardPublic(
  reader: Reader,
  { path }: Endpoint,
  townId: string | undefined,
  answer: unknown,
): Promise<unknown> {
  const names = places.get(path)
  if (names === undefined) return answer
  const shown = await onceIn(reader, `names ${townId}`, () => readShown(reader, townId))
  return walk(answer, '', (name, text) => {
    const kind = names.get(name)
    return kind === undefined ? text : shown(kind, text)
  })
}

/** A function that says what stands for a text of the register; the same names come again and again. */
async function readShown(reader: Reader, townId: string | undefined) {
  const decided = townId === undefined ? new Map<string, string>() : await readDecided(reader, townId)
  const shown = (kind: PublicTextKind, text: string) => {
    const state = decided.get(`${kind}|${text}`)
    if (state !== undefined) return isShownState(state) ? text : state === 'hidden' ? takenBack : beingChecked
    return lookInRegister(kind, text).length === 0 ? text : beingChecked
  }
  const known = new Map<string, string>()
  return (kind: PublicTextKind, text: string) => {
    const name = `${kind}|${text}`
    const found = known.get(name) ?? shown(kind, text)
    known.set(name, found)
    return found
  }
}

function walk(value: unknown, name: string, change: (name: string, text: string) => string): unknown {
  if (typeof value === 'string') return change(name, value)
  if (Array.isArray(value)) return value.map((one) => walk(one, name, change))
  if (typeof value !== 'object' || value === null) return value
  const seen: Record<string, unknown> = { ...value }
  for (const [key, one] of Object.entries(seen))
    if (typeof one === 'string' || typeof one === 'object')
      seen[key] = walk(one, name === '' ? key : `${name}.${key}`, change)
  return seen
}
