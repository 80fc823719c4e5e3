/**
 * The words by which a matter is found, cut into pieces of one and of two neighbouring characters, so that a name or a
 * word of two Chinese characters is found on every engine.
 */
export const foundBy = (...words: readonly (string | null | undefined)[]): string =>
  words
    .filter((word): word is string => typeof word === 'string' && word !== '')
    .map(plainWords)
    .join(' ')
    .slice(0, 600)

/** Full-width and half-width, capital and small are the same to whoever looks for something. */
export const plainWords = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character)

/** Code points, so that no collation takes two characters for one. */
const written = (characters: readonly string[]) =>
  characters.map((character) => (character.codePointAt(0) ?? 0).toString(36)).join('.')

/** Every piece of one character, and of two that stand side by side. */
export function piecesOf(found: string): Set<string> {
  const characters = [...found]
  const pieces = new Set<string>()
  for (const [index, character] of characters.entries()) {
    if (!isWord(character)) continue
    pieces.add(written([character]))
    const next = characters[index + 1]
    if (next !== undefined && isWord(next)) pieces.add(written([character, next]))
  }
  return pieces
}

/** What somebody looks for: its words, and the pieces that a matter must have which holds them all. */
export function wantedPieces(text: string): { words: string[]; pieces: string[] } {
  const words = plainWords(text)
    .split(' ')
    .filter((word) => [...word].some(isWord))
  const pieces = new Set<string>()
  for (const word of words) {
    const characters = [...word]
    const pairs = characters.flatMap((character, index) => {
      const next = characters[index + 1]
      return next !== undefined && isWord(character) && isWord(next) ? [written([character, next])] : []
    })
    const alone = characters.filter(isWord).map((character) => written([character]))
    for (const piece of pairs.length > 0 ? pairs : alone) pieces.add(piece)
  }
  return { words, pieces: [...pieces] }
}
