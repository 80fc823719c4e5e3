import * as z from 'zod/mini'
import { asksOf } from '../../grammar/ask-steps'
import { paragraph, picked } from '../../grammar/fields'
import { lateSentences } from '../../words/messages'
import { whileHandled } from './rows/teamwork'
import type { SuggestionParty, SuggestionState } from './states'

const handled = Object.values(whileHandled)
const which = picked('哪个协办单位', 'asked')

/** Whom a suggestion asks while a unit handles it. */
export const suggestionAsks = asksOf<SuggestionState, SuggestionParty>()({
  /** Asked along with the hand-over; the reply waits for it. */
  coOpinion: {
    word: '协办意见',
    to: 'coUnit',
    in: ['assigned', ...handled],
    due: { span: 'coUnitDays' },
    again: { workingDays: 'coUnitRedoWorkingDays' },
    ladder: 'coOpinion',
    says: lateSentences.coOpinion,
    refusals: {
      wanted: 'co_opinion_not_wanted',
      given: 'no_co_opinion_to_send_back',
      open: 'no_open_co_opinion',
      in: 'co_opinions_missing',
    },
    shown: { head: '协办 {who}', waits: '等它的意见', over: '不再等它的意见' },
    steps: {
      giveCoOpinion: {
        does: 'answer',
        label: '提出协办意见',
        input: z.strictObject({
          opinion: paragraph('协办意见', 2000, { help: '本单位能办什么、什么时候办。' }),
        }),
        tells: { leadUnit: '协办单位对《{subject}》（{no}）提出了意见，请看。' },
        source: 'rules §3.2: co-unit opinion to the lead unit, within the time of the profile',
      },
      sendBackCoOpinion: {
        does: 'sendBack',
        label: '退回协办意见',
        by: ['leadUnit'],
        in: handled,
        input: z.strictObject({ coUnitId: which, reason: paragraph('要补充什么', 500) }),
        tells: { coUnit: '《{subject}》（{no}）的协办意见要补充，请在{latest}前重新提出：{reason}' },
        source: 'Chongqing 2017: sent back at most once, redone in five working days',
      },
      waiveCoOpinion: {
        does: 'waive',
        label: '不再等协办意见',
        by: ['congressOffice'],
        in: handled,
        input: z.strictObject({ coUnitId: which, reason: paragraph('原因', 300) }),
        tells: {
          leadUnit: '《{subject}》（{no}）可以不等这家协办单位的意见：{reason}',
          coUnit: '《{subject}》（{no}）不再等没有按时提出的协办意见：{reason}',
        },
        source: 'rules §3.5 gate 2: co-opinions in or waived; no step may wait for ever on one silent unit',
      },
    },
  },

  /** A deputy thinks that it is in the wrong hands; meanwhile it is handled all the same. Another unit ends the question. */
  unitObjection: {
    word: '承办单位',
    to: 'congressOffice',
    in: ['assigned', 'received', 'handling', 'reHandling'],
    due: { workingDays: 'reassignWorkingDays' },
    eachRound: true,
    once: true,
    ladder: 'office',
    says: lateSentences.unitObjection,
    refusals: {
      wanted: 'no_unit_objection',
      unasked: 'unit_objected_before',
      open: 'no_unit_objection',
    },
    shown: {
      head: '{on} 代表对承办单位有异议',
      waits: '等镇人大办答复',
      over: '代表收回了异议',
      says: '镇人大办说：',
    },
    steps: {
      objectToUnit: {
        does: 'ask',
        label: '对承办单位有异议',
        by: ['leadDeputy', 'coSigner', 'mergedDeputy'],
        input: z.strictObject({
          question: paragraph('为什么不该由这个单位办', 500, {
            help: '可以写应当由哪个单位办。没有改交以前，单位照常办。',
          }),
        }),
        tells: {
          congressOffice:
            '{deputy}认为《{subject}》（{no}）不该由{unit}办，请在{latest}前改交或者答复：{reason}',
          leadUnit: '代表对《{subject}》（{no}）的承办单位有异议，镇人大办会答复。没有改交以前，请照常办。',
          leadDeputy: '{deputy}认为您领衔的《{subject}》不该由{unit}办，镇人大办会答复：{reason}',
          coSigner: '{deputy}对您附议的《{subject}》的承办单位提出异议。',
          mergedDeputy: '{deputy}对和您的建议并案的《{subject}》的承办单位提出异议，镇人大办会答复。',
        },
        pushes: { congressOffice: 'task' },
        source: 'rules §3.3: a deputy may object to the assignment (Shanghai 14)',
      },
      keepUnit: {
        does: 'answer',
        label: '答复异议，仍由这个单位办',
        input: z.strictObject({ answer: paragraph('为什么仍由这个单位办', 500) }),
        tells: {
          leadDeputy: '《{subject}》仍由{unit}办理：{reason}',
          leadUnit: '《{subject}》（{no}）仍由你单位办理。',
          coSigner: '您附议的《{subject}》仍由{unit}办理：{reason}',
          mergedDeputy: '和您的建议并案的《{subject}》仍由{unit}办理：{reason}',
        },
        source: 'as above: answered with the reason, or handed to another unit',
      },
      dropObjection: {
        does: 'waive',
        label: '收回对承办单位的异议',
        by: ['leadDeputy', 'coSigner', 'mergedDeputy'],
        input: z.strictObject({ reason: paragraph('原因', 300) }),
        tells: {
          congressOffice: '{deputy}收回了对《{subject}》（{no}）承办单位的异议。',
          leadUnit: '代表收回了对《{subject}》（{no}）承办单位的异议，请照常办。',
        },
        source: 'as above',
      },
    },
  },

  /** Stops the clock of the round; when the days are over it goes on by itself. */
  information: {
    word: '情况',
    to: 'leadDeputy',
    in: ['received', 'handling'],
    due: { workingDays: 'informationWorkingDays' },
    stops: true,
    eachRound: true,
    once: true,
    ladder: 'deputy',
    refusals: { wanted: 'no_information_wanted', unasked: 'clock_stopped_before' },
    shown: {
      head: '{on} 请代表补充情况',
      waits: '等代表补充',
      over: '没有等到补充，继续办理',
      says: '代表说：',
    },
    steps: {
      askForInformation: {
        does: 'ask',
        label: '请代表补充情况',
        by: ['leadUnit'],
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
        does: 'answer',
        label: '补充情况',
        input: z.strictObject({ answer: paragraph('补充的情况', 1000) }),
        tells: { leadUnit: '代表补充了《{subject}》（{no}）的情况，请在{deadline}前答复。' },
        publicLine: '代表补充了情况，{deadline}前答复',
        source: '代表法 art. 51 ¶2: units listen to the deputy fully',
      },
    },
  },
})
