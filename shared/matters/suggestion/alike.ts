import { pairsOf } from './similar'

/** From here on one reply says what the other says (M5). */
export const tooMuchAlike = 0.9

/** 0 to 1: how much of two texts is the same, by the pairs of characters that both have. */
export function sameness(one: string, other: string): number {
  const [mine, theirs] = [pairsOf(one), pairsOf(other)]
  if (mine.size + theirs.size === 0) return one.trim() === other.trim() ? 1 : 0
  const shared = [...theirs].filter((pair) => mine.has(pair)).length
  return (2 * shared) / (mine.size + theirs.size)
}

/** Official words that nobody says aloud; where the sentence is read through a loudspeaker, they say nothing. */
const officialWords = [
  '高度重视',
  '切实',
  '有力推动',
  '进一步',
  '积极协调',
  '认真研究',
  '统筹推进',
  '稳步推进',
  '有效解决',
  '贯彻落实',
  '相关部门',
  '有序开展',
]

/** What is wrong with a sentence that is to be understood at once, by ear (N26). A hint never stops anybody. */
export function plainHints(sentence: string): string[] {
  const found = officialWords.filter((word) => sentence.includes(word))
  const numbers = sentence.match(/[0-9０-９]+([.．][0-9０-９]+)?/g) ?? []
  return [
    ...(found.length === 0
      ? []
      : [
          `“${found.join('”“')}”是公文里的话，听的人不知道办了什么。请写办成了什么样，例如“桥修好了，车能过”。`,
        ]),
    ...(numbers.length < 2 ? [] : ['一句话里最好只有一个数，听的人才记得住。']),
  ]
}
