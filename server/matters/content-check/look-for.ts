import { type Found, findPersonal } from '../../../shared/personal-data/personal-data'
import { publicText } from '../../../shared/public-texts'
import type { ContentKind } from '../../../shared/matters/content-check/table'
import type { Reader } from '../../database/source'
import { residentsBehind } from '../opinion/residents-behind'

const allowedIn = (kind: ContentKind) =>
  kind === 'photo' || kind === 'portrait' ? [] : (publicText(kind).allows ?? [])

/** Our own check: what is personal in a public text, the residents behind the matter and everybody on the roster included. */
export async function lookFor(
  reader: Reader,
  { townId, suggestionIds, opinionIds = [] }: Matter,
  kind: ContentKind,
  text: string,
): Promise<Found[]> {
  const roster = await reader.query<{ name: string }[]>('SELECT name FROM person WHERE town_id = ?', [townId])
  const known = {
    residents: await residentsBehind(reader, townId, suggestionIds, opinionIds),
    roster: roster.map(({ name }) => name),
  }
  return findPersonal(text, known).filter((found) => !allowedIn(kind).includes(found.kind))
}
export interface Matter {
  townId: string
  suggestionIds: readonly string[]
  opinionIds?: readonly string[] | undefined
}

/** The same of a text of the register, where no residents are behind it; cheap enough for every answer. */
export const lookInRegister = (kind: ContentKind, text: string): Found[] =>
  findPersonal(text).filter((found) => !allowedIn(kind).includes(found.kind))
