import * as z from 'zod/mini'
import { paragraph, picked } from '../../../grammar/fields'
import type { SuggestionGate, SuggestionParty, SuggestionState } from '../states'
import type { ActionRow } from '../../../grammar/matter'

/** A unit has it in hand. */
export const whileHandled = {
  received: 'received',
  handling: 'handling',
  reHandling: 'reHandling',
  extensionRequested: 'extensionRequested',
} as const

/** What others give to the lead unit while it handles: co-units their opinion, the deputy what is not clear. */
export const teamwork = {
  giveCoOpinion: {
    label: '提出协办意见',
    tone: 'primary',
    by: ['coUnit'],
    moves: { assigned: 'assigned', ...whileHandled },
    needs: ['coOpinionWanted'],
    input: z.strictObject({ opinion: paragraph('协办意见', 2000, { help: '本单位能办什么、什么时候办。' }) }),
    tells: { leadUnit: '协办单位对《{subject}》（{no}）提出了意见，请看。' },
    source: 'rules §3.2: co-unit opinion to the lead unit, within the time of the profile',
  },
  sendBackCoOpinion: {
    label: '退回协办意见',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: whileHandled,
    needs: ['coOpinionToSendBack'],
    input: z.strictObject({
      coUnitId: picked('哪个协办单位', 'coUnit'),
      reason: paragraph('要补充什么', 500),
    }),
    tells: { coUnit: '《{subject}》（{no}）的协办意见要补充，请在{latest}前重新提出：{reason}' },
    source: 'Chongqing 2017: sent back at most once, redone in five working days',
  },
  waiveCoOpinion: {
    label: '不再等协办意见',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: whileHandled,
    needs: ['coOpinionsOpen'],
    input: z.strictObject({
      coUnitId: picked('哪个协办单位', 'coUnit'),
      reason: paragraph('原因', 300),
    }),
    tells: {
      leadUnit: '《{subject}》（{no}）可以不等这家协办单位的意见：{reason}',
      coUnit: '《{subject}》（{no}）不再等没有按时提出的协办意见：{reason}',
    },
    source: 'rules §3.5 gate 2: co-opinions in or waived; no step may wait for ever on one silent unit',
  },
  askForInformation: {
    label: '请代表补充情况',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: { received: 'received', handling: 'handling' },
    needs: ['clockNeverStopped'],
    input: z.strictObject({
      question: paragraph('要代表补充什么', 500, {
        help: '等代表回答的这几天不算在办理时间里，一轮只能问一次。',
      }),
    }),
    tells: { leadDeputy: '{unit}请您补充《{subject}》的情况，请在{latest}前回答：{reason}' },
    publicLine: '{unit}请代表补充情况，办结时限顺延到{deadline}',
    source: 'Issue of the procedure: the clock stops exactly once and comes back by itself',
  },
  giveInformation: {
    label: '补充情况',
    tone: 'primary',
    by: ['leadDeputy'],
    moves: { received: 'received', handling: 'handling' },
    needs: ['informationWanted'],
    input: z.strictObject({ answer: paragraph('补充的情况', 1000) }),
    tells: { leadUnit: '代表补充了《{subject}》（{no}）的情况，请在{deadline}前答复。' },
    publicLine: '代表补充了情况，{deadline}前答复',
    source: '代表法 art. 51 ¶2: units listen to the deputy fully',
  },
  reportProgress: {
    label: '报告办理进展',
    tone: 'quiet',
    by: ['leadUnit'],
    moves: { ...whileHandled, tracking: 'tracking' },
    needs: [],
    input: z.strictObject({ note: paragraph('办到哪一步了', 500) }),
    tells: {
      leadDeputy: '{unit}报告《{subject}》的进展：{reason}',
      congressOffice: '{unit}报告《{subject}》（{no}）的进展：{reason}',
    },
    publicLine: '{unit}报告了办理进展',
    source: 'Catalogue 73: every two months the presidium hears how the handling stands',
  },
} as const satisfies Record<string, ActionRow<SuggestionState, SuggestionParty, SuggestionGate>>
