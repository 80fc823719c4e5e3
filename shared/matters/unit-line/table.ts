import * as z from 'zod/mini'
import { byWordOf } from '../../grammar/by-word'
import { line, maybe, paragraph, picked } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'

/**
 * 直接问单位: a deputy writes to a unit without a suggestion; the unit answers on a day of its own, and the congress office
 * sees all of it. It settles nothing (代表法 art. 31): what has to be handled and answered for is written as a suggestion.
 */
export type UnitLineParty = 'asker' | 'askedUnit' | 'congressOffice' | 'system'
export type UnitLineGate = 'ofTownship' | 'daysOver'

export const unitLineFolder = '/towns/:town/unit-lines'

const says = {
  dueSoon: '{deputy}问的“{subject}”，请在{deadline}前回答。',
  overdue: '{deputy}问的“{subject}”逾期还没有回答，请今天就回答。',
  overdueToOthers: '{deputy}问{whose}的“{subject}”，逾期还没有回答，请提醒一下。',
} as const

const states = {
  asked: {
    label: '等单位回答',
    plain: '等{whose}回答。镇人大办看得到。',
    step: 'supervise',
    waitsFor: 'askedUnit',
    limit: { workingDays: 'unitAnswerWorkingDays' },
    late: 'progress',
    says,
  },
  notTheirs: {
    label: '单位说不归它管',
    plain: '{whose}说不归它管，请镇人大办转给该管的单位，或者直接告诉代表。',
    step: 'supervise',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'unitAnswerWorkingDays' },
    says: {
      dueSoon: '{deputy}问的“{subject}”还没有单位回答，请在{deadline}前转给该管的单位。',
      overdue: '{deputy}问的“{subject}”逾期还没有转给该管的单位，请今天就转。',
      overdueToOthers: '{deputy}问的“{subject}”还没有转给该管的单位，请提醒镇人大办。',
    },
  },
  answered: {
    label: '单位回答了',
    plain: '{whose}回答了，请代表看看。不用再问的，过些天自己就结束。',
    step: 'supervise',
    waitsFor: 'asker',
    limit: { workingDays: 'conversationWorkingDays' },
    late: 'rating',
    says: { dueSoon: '您问的“{subject}”回答了，还要问、要写成建议的，请在{deadline}前点一下。', overdue: '' },
  },
  closed: { label: '说清楚了', plain: '问过了，也回答了。', step: 'supervise', waitsFor: null, limit: null },
  raised: {
    label: '写成建议了',
    plain: '代表把这件事写成了建议，按建议办。',
    step: 'supervise',
    waitsFor: null,
    limit: null,
  },
  withdrawn: { label: '不问了', plain: '代表说不用回答了。', step: 'supervise', waitsFor: null, limit: null },
} as const satisfies Record<string, StateRow<UnitLineParty, UnitLineGate>>
export type UnitLineState = keyof typeof states

const source = 'Catalogue 37 (source report 002): deputies write directly to the units, seen by the office'
const text = (label: string) => paragraph(label, 1000, { help: '不写群众的姓名和电话。' })
const reason = (help: string) => z.strictObject({ reason: line('为什么', 100, { help }) })

/** What is said of a new one. */
export const askedTells = {
  askedUnit: '{deputy}直接问您单位：“{subject}”，请在{deadline}前回答。',
  congressOffice: '{deputy}直接问{whose}：“{subject}”。不用您办，供您知道。',
} as const

const steps = {
  answer: {
    label: '回答代表',
    tone: 'primary',
    by: ['askedUnit'],
    moves: { asked: 'answered', answered: 'answered' },
    needs: [],
    renews: true,
    input: z.strictObject({ text: text('回答') }),
    tells: { asker: '{whose}回答了您问的“{subject}”：{reason}' },
    source,
  },
  notOurs: {
    label: '不归我们管',
    tone: 'quiet',
    by: ['askedUnit'],
    moves: { asked: 'notTheirs' },
    needs: [],
    input: reason('镇人大办照着转给该管的单位，代表也看得到。'),
    tells: { congressOffice: '{deputy}问的“{subject}”，{whose}说不归它管：{reason}' },
    pushes: { congressOffice: 'task' },
    source,
  },
  sendOn: {
    label: '转给别的单位',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { notTheirs: 'asked' },
    needs: [],
    input: z.strictObject({ unitId: picked('转给哪个单位', 'unit') }),
    tells: { askedUnit: askedTells.askedUnit, asker: '您问的“{subject}”转给{whose}回答了。' },
    tellsLeft: { askedUnit: '“{subject}”转给{whose}了，不用您单位回答。' },
    pushes: { askedUnit: 'task' },
    source,
  },
  tellInstead: {
    label: '镇人大办告诉代表',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { asked: 'answered', notTheirs: 'answered' },
    needs: [],
    insteadOf: ['askedUnit'],
    input: z.strictObject({ text: text('告诉代表什么') }),
    tells: { asker: '您问的“{subject}”，镇人大办告诉您：{reason}' },
    source: `${source}; what no unit of the town answers for is said as well`,
  },
  askMore: {
    label: '再问一句',
    tone: 'quiet',
    by: ['asker'],
    moves: { answered: 'asked' },
    needs: [],
    input: z.strictObject({ text: text('还想问什么') }),
    tells: { askedUnit: '{deputy}接着问“{subject}”：{reason}' },
    pushes: { askedUnit: 'task' },
    source,
  },
  raise: {
    label: '写成建议',
    tone: 'quiet',
    by: ['asker'],
    moves: { asked: 'raised', answered: 'raised', notTheirs: 'raised' },
    needs: ['ofTownship'],
    input: nothing,
    tells: { askedUnit: '{deputy}要把“{subject}”写成建议，不用再单独回答。' },
    source: '代表法 art. 31: a deputy settles nothing directly; what has to be handled is a suggestion',
  },
  accept: {
    label: '知道了',
    tone: 'primary',
    by: ['asker'],
    moves: { answered: 'closed' },
    needs: [],
    input: nothing,
    tells: {},
    source,
  },
  withdraw: {
    label: '不用回答了',
    tone: 'quiet',
    by: ['asker'],
    moves: { asked: 'withdrawn', notTheirs: 'withdrawn' },
    needs: [],
    input: reason('单位和镇人大办看得到。'),
    tells: { askedUnit: '{deputy}问的“{subject}”不用回答了：{reason}' },
    source,
  },
  lapse: {
    label: '代表没有再问，结束',
    tone: 'quiet',
    by: ['system'],
    moves: { answered: 'closed' },
    needs: ['daysOver'],
    byClock: true,
    input: nothing,
    tells: {},
    source: `${source}; nobody waits for a word that need not come`,
  },
} as const satisfies Record<string, ActionRow<UnitLineState, UnitLineParty, UnitLineGate>>

/** What a unit says by telephone or on paper, and the office types. */
const byWord = byWordOf<UnitLineState, UnitLineParty, UnitLineGate>()({ answer: steps.answer }, [
  'congressOffice',
])

export const unitLineActions = { ...steps, ...byWord }
export type UnitLineAction = keyof typeof unitLineActions

export const unitLineTable = defineMatter<UnitLineState, UnitLineAction, UnitLineParty, UnitLineGate>({
  kind: 'unitLine',
  word: '直接问单位',
  folder: unitLineFolder,
  first: 'asked',
  states,
  actions: unitLineActions,
  gates: { ofTownship: 'not_of_township', daysOver: 'not_asked_now' },
  announced: ['ofTownship'],
})

/** What a deputy writes. */
export const unitLineForm = z.strictObject({
  unitId: picked('问哪个单位', 'unit'),
  subject: line('什么事', 40, { help: '一句话，例如“石桥村排水沟什么时候清”。' }),
  text: text('想问什么、想请单位怎么办'),
  villageId: maybe(picked('是哪个村的', 'village')),
})
