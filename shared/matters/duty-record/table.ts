import * as z from 'zod/mini'
import { line, paragraph } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import { nothing } from '../suggestion/inputs'

/**
 * 补记: what a deputy did and no part of the house saw, such as a course of the county. Whoever it is about records it, or
 * the office for who has no phone; another than the writer looks at it, and both names stay.
 */
export type DutyRecordParty = 'fileOwner' | 'congressOffice'
export type DutyRecordGate = 'anothers'

export const dutyRecordFolder = '/towns/:town/duty-records'

const states = {
  submitted: {
    label: '待核实',
    plain: '等镇人大办核实以后记入履职档案。',
    step: 'appraise',
    waitsFor: 'congressOffice',
    limit: { workingDays: 'recordCheckWorkingDays' },
    late: 'office',
  },
  returned: {
    label: '请补充',
    plain: '镇人大办请您补充一下再记。',
    step: 'appraise',
    waitsFor: 'fileOwner',
    limit: { workingDays: 'recordCheckWorkingDays' },
    late: 'deputy',
  },
  confirmed: { label: '已记入', plain: '已经记入履职档案。', step: 'appraise', waitsFor: null, limit: null },
  sameAs: {
    label: '已有记录',
    plain: '这件事档案里已经有了，不重复记。',
    step: 'appraise',
    waitsFor: null,
    limit: null,
  },
  withdrawn: { label: '不记了', plain: '本人说不用记了。', step: 'appraise', waitsFor: null, limit: null },
  voided: { label: '已更正取消', plain: '记错了，已经取消。', step: 'appraise', waitsFor: null, limit: null },
} as const satisfies Record<string, StateRow<DutyRecordParty>>
export type DutyRecordState = keyof typeof states

const source = 'Catalogue 119: the duty file; what is typed by hand is looked at by another'
const reason = z.strictObject({ reason: paragraph('原因', 200) })

export const dutyRecordActions = {
  confirm: {
    label: '核实，记入档案',
    tone: 'primary',
    by: ['congressOffice'],
    moves: { submitted: 'confirmed' },
    needs: ['anothers'],
    input: nothing,
    tells: { fileOwner: '《{subject}》已经记入您的履职档案。不对的话请告诉镇人大办。' },
    source,
  },
  giveBack: {
    label: '请补充',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { submitted: 'returned' },
    needs: [],
    input: z.strictObject({ reason: paragraph('要补充什么', 200) }),
    tells: { fileOwner: '您补记的《{subject}》请补充：{reason}' },
    source,
  },
  resubmit: {
    label: '补充好了',
    tone: 'primary',
    by: ['fileOwner'],
    moves: { returned: 'submitted' },
    needs: [],
    input: z.strictObject({
      text: paragraph('做了什么', 500),
      organiser: line('谁组织的', 40),
    }),
    tells: { congressOffice: '{deputy}补充了《{subject}》，请核实。' },
    source,
  },
  /** Whoever was asked to add something may stay silent. */
  confirmAsItIs: {
    label: '不等补充，照原样记入',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { returned: 'confirmed' },
    needs: ['anothers'],
    insteadOf: ['fileOwner'],
    input: nothing,
    tells: { fileOwner: '《{subject}》照您原来写的记入了履职档案。不对的话请告诉镇人大办。' },
    source,
  },
  sameAs: {
    label: '档案里已经有了',
    tone: 'quiet',
    by: ['congressOffice'],
    moves: { submitted: 'sameAs' },
    needs: ['anothers'],
    input: z.strictObject({ which: line('和哪一条是同一件', 80) }),
    tells: { fileOwner: '《{subject}》和档案里的“{reason}”是同一件，不重复记。' },
    source,
  },
  withdraw: {
    label: '不用记了',
    tone: 'danger',
    by: ['fileOwner'],
    moves: { submitted: 'withdrawn', returned: 'withdrawn' },
    needs: [],
    input: nothing,
    tells: { congressOffice: '{deputy}说《{subject}》不用记了。' },
    source,
  },
  voidRecord: {
    label: '记错了，取消',
    tone: 'danger',
    by: ['congressOffice'],
    moves: { confirmed: 'voided' },
    needs: ['anothers'],
    input: reason,
    tells: { fileOwner: '您档案里的《{subject}》已经更正取消：{reason}' },
    source,
  },
} as const satisfies Record<string, ActionRow<DutyRecordState, DutyRecordParty, DutyRecordGate>>
export type DutyRecordAction = keyof typeof dutyRecordActions

export const dutyRecordTable = defineMatter<
  DutyRecordState,
  DutyRecordAction,
  DutyRecordParty,
  DutyRecordGate
>({
  kind: 'dutyRecord',
  word: '补记',
  folder: dutyRecordFolder,
  first: 'submitted',
  states,
  actions: dutyRecordActions,
  gates: { anothers: 'own_words' },
  // Whoever wrote it does not look at it.
  stepsAside: { congressOffice: ['fileOwner'] },
  announced: ['anothers'],
})
