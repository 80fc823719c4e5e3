import { kindByName } from '../../../shared/files'
import {
  type contentCheckActions,
  contentCheckTable,
  type PlacePictureKind,
  type WordsKind,
} from '../../../shared/matters/content-check/table'
import type { Tx } from '../../database/source'
import { marks, quoted } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { act } from '../../engine/act'
import { systemOf } from '../../engine/kind'
import { kindNamed } from '../../engine/known-kinds'
import { type About, aboutPart, beginChecks, type NewCheck, type Written } from './begin-checks'
import { lookFor, partsToLookBy } from './look-for'

/** What is written in a suggestion. */
export interface WrittenInSuggestion extends Written {
  suggestionId: string
  /** Where the number is given with the same step. */
  suggestionNo?: string | undefined
  /** The suggestion whose words are passed on to this one, where it is handled with another. */
  handledWithId: string | null
  confidential: number
}

export interface Words {
  kind: WordsKind
  text: string
  /** Of which row of the register, or of another matter. */
  placeId?: string | null
  /** Two people have read it already, so that WeChat is not asked. */
  readByTwo?: boolean
}

/** What is looked at besides words: photos by WeChat, files by a person, pictures among them by both. */
export interface Pictured {
  photos: readonly string[]
  files: readonly { id: string; name: string }[]
}

const stillGood = quoted(['pending', 'held', 'passed', 'approved', 'hidden'])

/**
 * Opens the checks of the sentences of one step that anyone will read. Our own check comes first: what it finds goes
 * straight to a second person. The same words of the same matter are checked once; what is passed on stands or falls with
 * where it was written. What is confidential reaches nobody, and is not sent to WeChat.
 * @param pictured photos and files that a reply takes in: each is checked once
 * @returns the id of each check, those of photos and then of files last; null where there is nothing to check
 */
export async function openChecks(
  tx: Tx,
  written: WrittenInSuggestion,
  words: readonly Words[],
  { photos, files }: Pictured = { photos: [], files: [] },
): Promise<(string | null)[]> {
  const all = [...words, ...photos, ...files]
  if (written.confidential === 1 || all.length === 0) return all.map(() => null)
  const { townId, suggestionId, handledWithId } = written
  const same = part<{ id: string; kind: WordsKind; text: string }>({
    columns: { id: 'k.id', kind: 'k.kind', text: 'k.text' },
    from: `FROM content_check k JOIN matter m ON m.id = k.id
      WHERE k.town_id = ? AND k.suggestion_id IN (?, ?) AND m.state IN (${stillGood})
        AND k.kind IN (${marks(words)}) AND k.text IN (${marks(words)})`,
    order: 'k.written_at DESC, k.id DESC',
    parameters: [
      ...[townId, suggestionId, handledWithId ?? suggestionId],
      ...words.map(({ kind }) => kind),
      ...words.map(({ text }) => text),
    ],
  })
  const known = await readTogether(tx, { same, about: aboutPart(written), ...partsToLookBy(written) })
  const sameAs = (one: Words) => known.same.find(({ kind, text }) => kind === one.kind && text === one.text)
  const fresh = written.personId === null ? [] : words.filter((one) => sameAs(one) === undefined)
  const about = { ...known.about[0], ...(written.suggestionNo ? { no: written.suggestionNo } : {}) } as About
  const opened = await beginChecks(tx, written, about, [
    ...newWords(fresh, known),
    ...photos.map((photoId) => ({ ...picture, kind: 'photo', photoId, otherwise: 'pending' }) as const),
    ...files.map(newFile),
  ])
  return [
    ...words.map((one) => sameAs(one)?.id ?? opened[fresh.indexOf(one)] ?? null),
    ...opened.slice(fresh.length),
  ]
}

/** New words wherever they stand: those that take the place of others, those that belong to no suggestion. */
export async function openNew(tx: Tx, written: Written, words: readonly Words[]): Promise<string[]> {
  if (words.length === 0) return []
  const known = await readTogether(tx, { about: aboutPart(written), ...partsToLookBy(written) })
  return beginChecks(tx, written, known.about[0] as About, newWords(words, known))
}

export interface WordsOfOne {
  suggestionId: string
  suggestionNo: string | null
  subject: string
  words: readonly Words[]
}

/**
 * The words of suggestions that begin together and behind which no resident stands. Nobody is told of what was found in
 * them: it stands in the list of those who look.
 * @returns of each suggestion the ids of its checks, in the order of its words
 */
export async function openForMany(
  tx: Tx,
  written: Omit<Written, 'suggestionId'>,
  all: readonly WordsOfOne[],
): Promise<string[][]> {
  const place = { ...written, suggestionId: null }
  const known = await readTogether(tx, { about: aboutPart(place), ...partsToLookBy(place) })
  const checks = all.flatMap(({ suggestionId, suggestionNo: no, subject, words }) =>
    newWords(words, known).map((check) => ({ ...check, of: { suggestionId, no, subject } })),
  )
  const opened = await beginChecks(tx, place, known.about[0] as About, checks)
  return all.map(({ words }) => opened.splice(0, words.length))
}

const newWords = (words: readonly Words[], known: Parameters<typeof lookFor>[0]) =>
  words.map(({ kind, text, placeId = null, readByTwo }): NewCheck => ({
    ...{ kind, text, photoId: null, placeId, found: lookFor(known, kind, text) },
    otherwise: readByTwo ? 'passed' : 'pending',
  }))

const picture = { text: null, photoId: null, placeId: null, found: [] } as const

/** WeChat looks at a picture before the second person does; at a paper it can not. */
const newFile = ({ id, name }: Pictured['files'][number]): NewCheck => ({
  ...{ ...picture, kind: 'file', text: name, photoId: id },
  otherwise: kindByName(name) === 'jpg' ? 'pending' : 'held',
})

/** The picture of a row of the register stands there no longer. */
export async function supersedePicture(
  tx: Tx,
  kind: PlacePictureKind,
  { townId, placeId }: { townId: string; placeId: string },
  now: Date,
) {
  const before = await tx.query<{ id: string; version: number }[]>(
    `SELECT m.id, m.version FROM content_check k JOIN matter m ON m.id = k.id
     WHERE k.town_id = ? AND k.kind = ? AND k.place_id = ? AND m.state <> 'replaced'`,
    [townId, kind, placeId],
  )
  const supersede = 'supersede' satisfies keyof typeof contentCheckActions
  for (const { id, version } of before)
    await act(
      tx,
      kindNamed(contentCheckTable.kind),
      systemOf(townId),
      id,
      supersede,
      { version, form: {} },
      now,
    )
}

/** It comes from the office itself; a new one takes the place of the one before, also of one that was taken back. */
export async function openPictureCheck(
  tx: Tx,
  written: Omit<Written, 'suggestionId'>,
  kind: PlacePictureKind,
  placeId: string,
) {
  await supersedePicture(tx, kind, { townId: written.townId, placeId }, written.now)
  const place = { ...written, suggestionId: null }
  const { about } = await readTogether(tx, { about: aboutPart(place) })
  await beginChecks(tx, place, about[0] as About, [{ ...picture, kind, placeId, otherwise: 'passed' }])
}
