import { pairsOf } from './similar'

/**
 * Why two matters look alike, in two figures that can be said in words: what they are about, and where it is. Each is shown
 * with the words that both have.
 */
export interface Alike {
  /** 0 to 1: how much of the subject of the one that goes on is said too, and of its places. */
  topic: number
  place: number
  /** What both say, apart. */
  topicWords: string[]
  placeWords: string[]
}

/** Words of a place inside of a village: 西段、三组、村口. */
const placeWord = /[东西南北上下前后][头段边侧岸]|[村路街巷桥渠][口头边]|[一二三四五六七八九十\d]+[组社队]/gu

const placesIn = (text: string) => [...new Set(text.match(placeWord) ?? [])]
const withoutPlaces = (text: string) => text.replace(placeWord, ' ')

/** Pieces of at least two letters that stand in both, the longest first found at each letter of the second. */
function sharedPieces(one: string, other: string): string[] {
  const found: string[] = []
  const letters = [...other]
  for (let from = 0; from < letters.length - 1;) {
    let to = from + 1
    while (
      to < letters.length &&
      isWord(letters.slice(from, to + 1)) &&
      one.includes(letters.slice(from, to + 1).join(''))
    )
      to += 1
    if (to - from > 1) found.push(letters.slice(from, to).join(''))
    from = to
  }
  return [...new Set(found)]
}
const isWord = (letters: readonly string[]) => letters.every((letter) => /[\p{L}\p{N}]/u.test(letter))

/** @param own what somebody is about to say, and where @param other the subject of what goes on already */
export function alike(own: { text: string; place?: string | undefined }, other: string): Alike {
  const [said, theirs] = [withoutPlaces(own.text), withoutPlaces(other)]
  const places = placesIn(other)
  const placeWords = places.filter((word) => `${own.place ?? ''}\n${own.text}`.includes(word))
  return {
    topic: shareOf(pairsOf(said), pairsOf(theirs)),
    place: places.length === 0 ? 0 : placeWords.length / places.length,
    topicWords: sharedPieces(said, theirs),
    placeWords,
  }
}

const shareOf = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>) =>
  theirs.size === 0 ? 0 : [...theirs].filter((pair) => mine.has(pair)).length / theirs.size

/** From here on it is worth a look; less is enough where the place is the same. */
const worth = { elsewhere: 0.4, samePlace: 0.2 } as const

/** Those that are worth a look, the most alike first: what it is about counts twice as much as where it is. */
export const worthALook = <Other extends { subject: string }>(
  own: Parameters<typeof alike>[0],
  others: readonly Other[],
  most: number,
) =>
  others
    .map((other) => ({ other, why: alike(own, other.subject) }))
    .filter(({ why: { topic, place } }) => topic >= (place > 0 ? worth.samePlace : worth.elsewhere))
    .sort(({ why: a }, { why: b }) => 2 * b.topic + b.place - (2 * a.topic + a.place))
    .slice(0, most)

/** “都说到河堤、修复；地方都有西段”. */
export const whyAlike = ({ topicWords, placeWords }: Pick<Alike, 'topicWords' | 'placeWords'>) =>
  [
    topicWords.length > 0 ? `都说到“${topicWords.join('、')}”` : '',
    placeWords.length > 0 ? `地方都有“${placeWords.join('、')}”` : '',
  ]
    .filter(Boolean)
    .join('；')
