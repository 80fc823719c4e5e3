/** How alike two matters are, from the pairs of characters that they share: enough for Chinese, and needs no word list. */

const plain = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')]

export function pairsOf(text: string): ReadonlySet<string> {
  const characters = plain(text)
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

/**
 * 0 to 1: the share of the pairs of both subjects that they have in common; what the facts say of the other subject
 * counts half as much, because the same matter is often named in other words.
 */
export function likeness(own: { subject: string; facts: string }, otherSubject: string): number {
  const [mine, facts, theirs] = [pairsOf(own.subject), pairsOf(own.facts), pairsOf(otherSubject)]
  if (theirs.size === 0) return 0
  const shared = [...theirs].filter((pair) => mine.has(pair)).length
  const inFacts = [...theirs].filter((pair) => !mine.has(pair) && facts.has(pair)).length
  return Math.min(1, (2 * shared + inFacts) / (mine.size + theirs.size))
}

/** From here on it is worth a look. */
const worthALook = 0.25

/** The others that are most like this one, the most alike first. */
export const mostAlike = <Other extends { subject: string }>(
  own: { subject: string; facts: string },
  others: readonly Other[],
  most: number,
): Other[] =>
  others
    .map((other) => ({ other, score: likeness(own, other.subject) }))
    .filter(({ score }) => score >= worthALook)
    .sort((one, another) => another.score - one.score)
    .slice(0, most)
    .map(({ other }) => other)
