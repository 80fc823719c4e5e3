import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { opinionOfPaper } from '../../matters/opinion/papers'
import { readsPapers } from '../../matters/opinion/queries'
import { suggestionStandingOf } from '../../matters/suggestion/standing'
import type { SuggestionStanding } from '../../matters/suggestion/stands'
import { presentSuggestion } from '../../matters/suggestion/view'
import { readSuggestionsOf } from './queries'

/**
 * Whoever may look at the suggestion may look at its photos and files; a unit that had it, at those of what it had. What
 * stands beside the words of a resident is for whoever reads who wrote them.
 */
export async function seesPhoto(reader: Reader, actor: Actor, photoId: string, now: Date): Promise<boolean> {
  for (const { id } of await readSuggestionsOf(reader, actor.townId, photoId)) {
    const seen = await suggestionStandingOf(reader, actor, id, now).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'not_found') return undefined
      throw error
    })
    if (seen && (!isFormer(seen) || (await showsPhoto(reader, seen, photoId, now)))) return true
  }
  const opinionId = await opinionOfPaper(reader, actor.townId, photoId)
  return opinionId !== undefined && (await readsPapers(reader, actor, opinionId, now))
}

const isFormer = ({ parties }: SuggestionStanding) => [...parties].every((party) => party === 'formerUnit')

async function showsPhoto(reader: Reader, standing: SuggestionStanding, photoId: string, now: Date) {
  const { files, progressFiles, rounds } = await presentSuggestion(reader, standing, now)
  const replies = rounds.flatMap(({ reply }) => (reply ? [reply, ...reply.earlier] : []))
  const shown = [
    ...rounds.flatMap(({ consultations }) => consultations.flatMap(({ photos }) => photos)),
    ...replies.flatMap((one) => [...one.photosBefore, ...one.photosAfter]),
    ...[files, ...progressFiles.map((one) => one.files), ...replies.map((one) => one.files)]
      .flat()
      .map(({ id }) => id),
  ]
  return shown.includes(photoId)
}
