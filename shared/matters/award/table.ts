import * as z from 'zod/mini'
import { choice, day, line, paragraph, picked } from '../../grammar/fields'
import { type ActionRow, defineMatter } from '../../grammar/matter'
import { decidedHow } from '../suggestion/rows/together'
import { type AwardGate, type AwardParty, type AwardState, awardStates as states } from './states'
import { objectionWays } from './words'

export { type AwardGate, type AwardParty, type AwardState } from './states'

/**
 * 表彰: a name is put forward, stands on a notice for everyone, and is granted by the presidium. A set, never an order: lists
 * go by the register and by certificates, whatever anybody did (D.L4).
 */
export const awardFolder = '/towns/:town/awards'

const source =
  'Catalogue 126–128: named campaigns, a public notice, certificates; more than half of the presidium decides, whoever is praised stands aside'
const reason = (help: string) => line('为什么', 200, { help })

/** What the notice brings in is between them and whoever it is about. */
const within = ['congressOffice', 'presidium', 'honoured'] as const satisfies AwardParty[]

export const awardActions = {
  publishNames: {
    label: '公示',
    tone: 'primary',
    by: ['presidium'],
    moves: { proposed: 'onNotice' },
    needs: ['decidesOnOthers'],
    input: z.strictObject({ decidedHow }),
    tells: {
      honoured: '{whose}在{subject}的公示名单里，公示到{latest}。',
      congressOffice: '{whose}评{subject}，公示到{latest}。收到意见请记下来，答复以后再决定。',
    },
    source,
  },
  noteObjection: {
    label: '记一条意见',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { onNotice: 'onNotice' },
    needs: [],
    input: z.strictObject({
      notedOn: day('哪天收到的', 'happened'),
      way: choice('怎么来的', objectionWays),
      text: paragraph('说了什么', 500, { help: '照原话记。不写是谁提的；被提名的本人也看得到。' }),
    }),
    tells: { presidium: '对{whose}评{subject}有人提了意见，镇人大办答复以后再决定。' },
    readBy: within,
    source: `${source}; what is said against it is answered before anything is granted`,
  },
  answerObjection: {
    label: '答复一条意见',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { onNotice: 'onNotice' },
    needs: ['objectionOpen'],
    input: z.strictObject({
      objectionId: picked('哪一条', 'asked'),
      answer: paragraph('查了什么、怎么答复的', 500),
    }),
    tells: { presidium: '对{whose}评{subject}的意见，镇人大办答复了：{reason}' },
    readBy: within,
    source: `${source}; what is said against it is answered before anything is granted`,
  },
  grant: {
    label: '授予',
    tone: 'primary',
    by: ['presidium'],
    moves: { onNotice: 'granted' },
    needs: ['noticeOver', 'objectionsAnswered', 'decidesOnOthers'],
    input: z.strictObject({ decidedHow }),
    tells: {
      honoured: '您被评为{subject}。',
      congressOffice: '{whose}被评为{subject}，证书可以打印了。',
    },
    source,
  },
  refuse: {
    label: '不授予',
    tone: 'quiet',
    by: ['presidium'],
    moves: { proposed: 'notGranted', onNotice: 'notGranted' },
    needs: ['noticeOver', 'objectionsAnswered', 'decidesOnOthers'],
    input: z.strictObject({ decidedHow, reason: reason('本人看得到，不公开。') }),
    tells: {
      honoured: '{subject}这次没有评上：{reason}',
      congressOffice: '{whose}这次没有评{subject}：{reason}',
    },
    source,
  },
  revoke: {
    label: '撤销',
    tone: 'danger',
    by: ['presidium'],
    moves: { granted: 'revoked' },
    needs: ['decidesOnOthers'],
    input: z.strictObject({ decidedHow, reason: reason('本人看得到，不公开。') }),
    tells: {
      honoured: '{subject}撤销了：{reason}',
      congressOffice: '{whose}的{subject}撤销了：{reason}',
    },
    source,
  },
} as const satisfies Record<string, ActionRow<AwardState, AwardParty, AwardGate>>
export type AwardAction = keyof typeof awardActions

export const awardTable = defineMatter<AwardState, AwardAction, AwardParty, AwardGate>({
  kind: 'award',
  word: '表彰',
  folder: awardFolder,
  first: 'proposed',
  states,
  actions: awardActions,
  gates: {
    noticeRuns: 'notice_running',
    noticeOver: 'notice_running',
    objectionsAnswered: 'objection_unanswered',
    objectionOpen: 'no_objection_open',
    decidesOnOthers: 'own_award',
  },
  stepsAside: { presidium: ['honoured'] },
  announced: ['noticeOver', 'objectionsAnswered', 'decidesOnOthers'],
})

/** What is said of a new one. */
export const proposedTells = { presidium: '提名{whose}评{subject}，请决定要不要公示。' } as const
