import type { Endpoint } from '../../../shared/grammar/endpoint'
import { type PublicTextKind, publicText, registerKinds } from '../../../shared/public-texts'
import { beingChecked, takenBack } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { onceIn } from '../../database/waking'
import { lookInRegister } from './look-for'
import { isShownState, readDecided } from './register'

/** Which names of an answer carry which text of the register, and behind which names there are such. */
type Places = Map<string, PublicTextKind | Places>

/** By path of the contract. */
const places = new Map<string, Places>()
for (const kind of registerKinds)
  for (const at of publicText(kind).at) {
    const [path, name] = at.split(' ') as [string, string]
    const names = name.split('.')
    let here = within(places, path)
    for (const outer of names.slice(0, -1)) here = within(here, outer)
    here.set(names.at(-1) as string, kind)
  }

function within(outer: Map<string, PublicTextKind | Places> | Map<string, Places>, name: string): Places {
  const known = outer.get(name)
  if (known instanceof Map) return known
  const made: Places = new Map()
  outer.set(name, made)
  return made
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
  return looked(answer, names, shown)
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

function looked(
  value: unknown,
  place: PublicTextKind | Places,
  shown: (kind: PublicTextKind, text: string) => string,
): unknown {
  if (Array.isArray(value)) return value.map((one) => looked(one, place, shown))
  if (typeof place === 'string') return typeof value === 'string' ? shown(place, value) : value
  if (typeof value !== 'object' || value === null) return value
  const seen: Record<string, unknown> = { ...value }
  for (const [name, inner] of place) if (name in seen) seen[name] = looked(seen[name], inner, shown)
  return seen
}
