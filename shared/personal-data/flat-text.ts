/** A text as it reads: one half-width character for each, nothing invisible, and where each one stands in the original. */
export interface FlatText {
  text: string
  /** Of each character of `text`: where it begins in the original. One more at the end: the original's length. */
  from: readonly number[]
}

/** Marks that nobody sees, and those that only dress up a digit: joiners, direction marks, accents, keycaps. */
const unseen = (code: number) =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0xfeff ||
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x20d0 && code <= 0x20ff) ||
  (code >= 0xfe00 && code <= 0xfe0f)

export function flatten(original: string): FlatText {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const character of original) {
    if (!unseen(character.codePointAt(0) ?? 0)) {
      const plain = character.normalize('NFKC')
      for (let part = 0; part < plain.length; part += 1) from.push(at)
      text += plain
    }
    at += character.length
  }
  from.push(original.length)
  return { text, from }
}
