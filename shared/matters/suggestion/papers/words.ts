import { type Day, spokenDay } from '../../../rules/days'
import type { SuggestionView } from '../endpoints'

/** A day of a paper is read in any year. */
export const fullDay = (day: Day) => spokenDay(day, '')

export const numberOf = ({ no }: Pick<SuggestionView, 'no'>) => (no === null ? '' : `第 ${no} 号`)

/** How letters call it: whose it is, and its number. */
export const calledIn = (view: Pick<SuggestionView, 'no' | 'leadDeputy'>) =>
  `${view.leadDeputy}代表${numberOf(view)}建议`

export const signersOf = ({ coSigners }: SuggestionView) =>
  coSigners.filter(({ answer }) => answer === 'signed').map(({ name }) => name)

/** Who is asked to help with it, in this round or before. */
export const coUnitsOf = ({ asks }: SuggestionView) =>
  asks
    .filter(({ ask, waivedWhy }) => ask === 'coOpinion' && waivedWhy === null)
    .map(({ who }) => who.name)
    .join('、')

/** What every form of a suggestion begins with. */
export const headRows = (view: SuggestionView): [string, string][] => [
  ['编号', view.no ?? ''],
  ['事由', view.subject],
  ['提出代表', [view.leadDeputy, ...signersOf(view)].join('、')],
]
