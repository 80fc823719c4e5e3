import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import * as z from 'zod/mini'
import { progressInput, ratingInput, replyInput } from './inputs'

/**
 * 上级代表建议: what a deputy of a higher congress carried there. It is handled elsewhere; the town's office writes down by
 * hand how far it is, and asks above where the day for the answer has passed. What it is, and by when an answer is due,
 * stands in its register.
 */
export type ExternalParty = 'congressOffice' | 'carrier' | 'resident' | 'system'
export type ExternalGate = 'answered'

const rests = { step: 'supervise', waitsFor: null, limit: null } as const

const states = {
  awaited: {
    label: '等上级答复',
    plain: '已经向{route}提出，等上级答复；有了进展和答复，由镇人大办登记。',
    step: 'supervise',
    waitsFor: 'congressOffice',
    // Known only where the higher congress has said it; some run for years.
    limit: { day: 'deadlineOn' },
    late: 'externalSuggestion',
    says: {
      dueSoon: '向{route}提出的《{subject}》快到答复期限了（{deadline}），请问一问办得怎样。',
      overdue: '向{route}提出的《{subject}》过了答复期限（{deadline}）还没有答复，请向上级催问。',
      overdueToOthers:
        '向{route}提出的《{subject}》过了答复期限（{deadline}）还没有答复，请镇人大办向上级催问。',
    },
  },
  answered: { label: '已答复', plain: '上级有了答复，等代表说满意不满意。', ...rests },
  rated: { label: '已评价', plain: '上级有了答复，代表也说了满意不满意。', ...rests },
  struck: { label: '已作废', plain: '这一件登记作废了，不再跟进。', ...rests },
} as const satisfies Record<string, StateRow<ExternalParty>>
export type ExternalState = keyof typeof states

const source =
  'Catalogue 48, 49: what is carried to a higher congress is tracked from the township, by hand, until it is answered'
const office = ['congressOffice'] as const

export const externalActions = {
  noteProgress: {
    label: '登记进展',
    tone: 'quiet',
    by: office,
    moves: { awaited: 'awaited', answered: 'answered', rated: 'rated' },
    needs: [],
    input: progressInput,
    tells: {},
    source,
  },
  noteReply: {
    label: '登记答复',
    tone: 'primary',
    by: office,
    // A new answer is not rated yet.
    moves: { awaited: 'answered', answered: 'answered', rated: 'answered' },
    needs: [],
    input: replyInput,
    tells: {
      carrier: '您向{route}提出的《{subject}》有了答复：{outcome}。{result}',
      resident: '您反映的事，{deputy}向{route}提出的建议有了答复：{outcome}。{result}',
    },
    source: `${source}; whoever spoke of it first hears how it ended, once the words are found in order`,
  },
  rate: {
    label: '登记代表是否满意',
    tone: 'quiet',
    by: office,
    moves: { awaited: 'awaited', answered: 'rated', rated: 'rated' },
    needs: ['answered'],
    input: ratingInput,
    tells: {},
    source,
  },
  strike: {
    label: '作废',
    tone: 'quiet',
    by: ['system'],
    moves: { awaited: 'struck' },
    needs: [],
    input: z.strictObject({}),
    tells: {},
    source: `${source}; follows the end of its row in the register`,
  },
  resume: {
    label: '恢复',
    tone: 'quiet',
    by: ['system'],
    moves: { struck: 'awaited' },
    needs: [],
    input: z.strictObject({}),
    tells: {},
    source: `${source}; follows the row of the register that counts again`,
  },
} as const satisfies Record<string, ActionRow<ExternalState, ExternalParty, ExternalGate>>
export type ExternalAction = keyof typeof externalActions

export const externalTable = defineMatter<ExternalState, ExternalAction, ExternalParty, ExternalGate>({
  kind: 'externalSuggestion',
  word: '上级代表建议',
  first: 'awaited',
  states,
  actions: externalActions,
  gates: { answered: 'external_unanswered' },
  announced: [],
})
