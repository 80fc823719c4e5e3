import { type Found, findPersonal } from '../../../shared/personal-data/personal-data'
import { publicText } from '../../../shared/public-texts'
import {
  type ContentKind,
  type PlacePictureKind,
  placePictureKinds,
} from '../../../shared/matters/content-check/table'
import { part, type RowsOf } from '../../database/together'
import { residentsParts, wordsOf } from '../opinion/residents-behind'

const isOfPlace = (kind: ContentKind): kind is PlacePictureKind =>
  (placePictureKinds as readonly ContentKind[]).includes(kind)

const allowedIn = (kind: ContentKind) =>
  kind === 'photo' || kind === 'file' || isOfPlace(kind) ? [] : (publicText(kind).allows ?? [])

/** Where a public text belongs. */
export interface Place {
  townId: string
  suggestionId: string | null
  /** A resident's opinion that is behind it without a suggestion of the town. */
  opinionId?: string | null
}

/** Whose names and numbers are looked for: the residents behind the matter, and everybody on the roster. */
export const partsToLookBy = ({ townId, suggestionId, opinionId }: Place) => ({
  ...residentsParts(townId, suggestionId === null ? [] : [suggestionId], opinionId ? [opinionId] : []),
  roster: part<{ name: string }>({
    columns: { name: 'p.name' },
    from: 'FROM person p WHERE p.town_id = ?',
    order: 'p.id',
    parameters: [townId],
  }),
})

/** Our own check: what is personal in a public text. */
export function lookFor(
  rows: RowsOf<ReturnType<typeof partsToLookBy>>,
  kind: ContentKind,
  text: string,
): Found[] {
  const known = { residents: wordsOf(rows), roster: rows.roster.map(({ name }) => name) }
  return findPersonal(text, known).filter((found) => !allowedIn(kind).includes(found.kind))
}

/** The same of a text of the register, where no residents are behind it; cheap enough for every answer. */
export const lookInRegister = (kind: ContentKind, text: string): Found[] =>
  findPersonal(text).filter((found) => !allowedIn(kind).includes(found.kind))
