type Range = readonly [from: number, to: number]

/** What nobody sees: it turns lines round, makes two of one name, and spoils whole spreadsheets. */
const unseen: readonly Range[] = [
  // Control characters, but for the end of a line.
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  // Hyphens and joiners without width, and what chooses the direction of a line.
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x17b4, 0x17b5],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffb],
  // Letters that look like nothing.
  [0x115f, 0x1160],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
  // Halves of a character, and what is none.
  [0xd800, 0xdfff],
  [0xfdd0, 0xfdef],
  [0xe0000, 0xe00ff],
  [0xe01f0, 0xe0fff],
]
/** Signs that choose the form of the character before them: rare characters in names need them. */
const signs: readonly Range[] = [
  [0xfe00, 0xfe0f],
  [0xe0100, 0xe01ef],
]
/** Pictures, and the sign of form that may end one. */
const pictures: readonly Range[] = [
  [0x2600, 0x27bf],
  [0xfe0f, 0xfe0f],
  [0x1f000, 0x1faff],
]
const joiner = 0x200d

const among = (code: number, ranges: readonly Range[]) =>
  ranges.some(([from, to]) => code >= from && code <= to)
/** The last two of each plane are no characters. */
const isNone = (code: number) => (code & 0xfffe) === 0xfffe

/** What nearly all text is made of, and nothing of it is unseen. */
const isPlain = (code: number) =>
  (code >= 0x20 && code <= 0x7e) ||
  code === 0x0a ||
  (code >= 0x3000 && code < 0x3164) ||
  (code >= 0x3400 && code <= 0x9fff)

/** The text without what nobody sees. What joins two pictures into one stays, and so does what forms a character. */
export function withoutUnseen(text: string): string {
  let seen = ''
  let before = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const isKept =
      isPlain(code) ||
      (code === joiner
        ? among(before, pictures)
        : among(code, signs)
          ? before > 0x20
          : !among(code, unseen) && !isNone(code))
    if (!isKept) continue
    seen += character
    before = code
  }
  return seen
}
