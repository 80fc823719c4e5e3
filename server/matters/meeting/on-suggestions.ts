import type { MeetingView } from '../../../shared/matters/meeting/endpoints'
import type { PaperBlock } from '../../../shared/papers/paper'
import { type SuggestionAction, suggestionActions } from '../../../shared/matters/suggestion/table'
import { instantText } from '../../database/sql'
import { part } from '../../database/together'

export interface DecidedRow {
  id: string
  suggestionId: string
  no: string | null
  subject: string
  confidential: number
  action: SuggestionAction
  at: string
}

/** What was decided of suggestions at this meeting, as the decisions themselves name it. */
export const onSuggestionsPart = (id: string) =>
  part<DecidedRow>({
    columns: {
      ...{ id: 'c.id', suggestionId: 'c.suggestion_id', no: 'sm.number', subject: 's.subject' },
      ...{ confidential: 's.confidential', action: 'c.action', at: instantText('c.decided_at') },
    },
    from: `FROM presidium_decision c JOIN suggestion s ON s.id = c.suggestion_id JOIN matter sm ON sm.id = s.id
      WHERE c.meeting_id = ?`,
    order: 'c.decided_at, c.id',
    parameters: [id],
  })

/** What is not to be published has no name in minutes that are printed. */
const nameOf = ({ confidential, subject }: DecidedRow) =>
  Number(confidential) === 1 ? '不公开的建议' : `《${subject}》`
const wordOf = ({ action }: DecidedRow) => suggestionActions[action].label

export const onSuggestionsOf = (decided: readonly DecidedRow[]): MeetingView['onSuggestions'] =>
  decided.map((one) => ({
    ...{ id: one.id, suggestionId: one.suggestionId, no: one.no, name: nameOf(one), decision: wordOf(one) },
  }))

export const blocksOfSuggestions = (decided: readonly DecidedRow[]): PaperBlock[] =>
  decided.length === 0
    ? []
    : [
        { is: 'heading', text: '决定的建议事项' },
        {
          is: 'table',
          head: ['序号', '哪一件', '编号', '怎么定的'],
          rows: decided.map((one, at) => [`${at + 1}`, nameOf(one), one.no ?? '', wordOf(one)]),
        },
      ]
