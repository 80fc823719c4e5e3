import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { fill } from '../../../shared/words/messages'
import { Refusal } from '../../../shared/words/refusals'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import type { Reader } from '../../database/source'
import { readItem } from './item'

/** The public page of one suggestion. @throws Refusal `not_found` where it is not public, or of another town */
export async function viewBoardItem(reader: Reader, townId: string, id: string, now: Date) {
  const item = await readItem(reader, townId, id, now)
  if (!item) throw new Refusal('not_found')
  const { disclosures, photos, ...rest } = item
  const state = suggestionStates[disclosures.result.state]
  return {
    ...disclosures,
    step: state.step,
    plain: fill(state.plain, {
      ...(disclosures.unit ? { unit: disclosures.unit } : {}),
      ...(disclosures.deadline ? { deadline: spokenDay(disclosures.deadline.on, beijingDay(now)) } : {}),
    }),
    ...rest,
    ...photos,
  }
}
