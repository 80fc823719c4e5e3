import * as z from 'zod/mini'
import { choice, day, line, maybe, paragraph, picked, tick } from '../../grammar/fields'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'
import { lookReasons } from '../opinion/looks'
import { nothing } from '../suggestion/inputs'
import { objections, petitionOffices } from './words'

/**
 * The table of the third kind (rules §6): registered, pointed to the right office with a receipt number, the person told
 * within 15 days, closed. No unit ever holds one, and nothing of it is public; what is about the office itself is the
 * presidium's, or that of another clerk whom it names.
 */
export type PetitionParty = 'resident' | 'congressOffice' | 'presidium' | 'system'
export type PetitionGate = 'withPresidium' | 'aboutOffice' | 'aboutUnit'

export const petitionFolder = '/towns/:town/petitions'

const source = '信访工作条例 art. 22, 23, 28, 30, 46: register, tell where to go in writing within 15 days'
const says = {
  dueSoon: '有一件信访登记（回执号 {no}）快到告知的日子了，请在{deadline}前告诉本人该由哪里办。',
  overdue: '有一件信访登记（回执号 {no}）过了告知的日子（{deadline}），请今天就告诉本人。',
  dueSoonToOthers: '有一件信访登记快到告知的日子了（{deadline}），请提醒{unit}。',
  overdueToOthers: '有一件信访登记过了告知的日子（{deadline}），请提醒{unit}。',
} as const
const awaited = {
  step: 'collect',
  waitsFor: 'congressOffice',
  waitsInsteadFor: { withPresidium: 'presidium' },
  limit: { span: 'petitionNotice' },
  late: 'petition',
  says,
} as const

const states = {
  registered: {
    ...awaited,
    label: '已登记，待指明去处',
    plain: '已经登记，回执号 {no}。会在规定的日子前告诉您该由哪里办。',
  },
  referred: {
    ...awaited,
    label: '已指明去处，待告知本人',
    plain: '已经指明由{route}办，正在告知您。回执号 {no}。',
  },
  closed: {
    label: '已告知',
    plain: '已经告知由{route}办。回执号 {no}。',
    step: 'collect',
    waitsFor: null,
    limit: null,
  },
} as const satisfies Record<string, StateRow<PetitionParty, PetitionGate>>
export type PetitionState = keyof typeof states

const handlers = ['congressOffice', 'presidium'] as const
const stays = { registered: 'registered', referred: 'referred', closed: 'closed' } as const

export const petitionActions = {
  acknowledge: {
    label: '告知已经收到',
    tone: 'quiet',
    by: ['system'],
    moves: { registered: 'registered' },
    needs: [],
    input: nothing,
    tells: {
      resident: '您反映的事已经登记，回执号 {no}。会在规定的日子前告诉您该由哪里办。',
      congressOffice: '收到一件信访登记（回执号 {no}），请指明去处，按时告知本人。',
      presidium:
        '收到一件信访登记（回执号 {no}），说的是镇人大办的人，请主席团办，或者请镇人大办的另一位办。',
    },
    pushes: { congressOffice: 'task', presidium: 'task' },
    source,
  },
  handToClerk: {
    label: '请镇人大办的另一位办',
    tone: 'quiet',
    by: ['presidium'],
    moves: { registered: 'registered', referred: 'referred' },
    needs: ['aboutOffice'],
    input: z.strictObject({
      personId: picked('请哪位办', 'person', { help: '不能是被反映的那位。只有选的这一位看得到。' }),
    }),
    tells: { congressOffice: '主席团请您办一件信访登记（回执号 {no}）。除了您，镇人大办别的人看不到。' },
    pushes: { congressOffice: 'task' },
    source: 'Catalogue 39, 193: another person handles what is about the clerk',
  },
  openAuthor: {
    label: '看姓名和电话',
    tone: 'quiet',
    by: handlers,
    moves: stays,
    needs: [],
    input: z.strictObject({ reason: choice('为什么看', lookReasons) }),
    tells: {},
    source: 'Field note M4: whoever complains reads who opened their name',
  },
  keepSummary: {
    label: '留一句核实过的摘要',
    tone: 'quiet',
    by: handlers,
    moves: { referred: 'referred', closed: 'closed' },
    needs: ['aboutUnit'],
    input: z.strictObject({
      summary: paragraph('核实了什么', 300, { help: '评议单位时只用这一句。不写反映人，也不照抄原话。' }),
      verified: tick('已经核实，看不出是谁反映的'),
    }),
    tells: {},
    source: 'Rules §6: an appraisal uses only a verified summary',
  },
  refer: {
    label: '指明去处',
    tone: 'primary',
    by: handlers,
    moves: { registered: 'referred', referred: 'referred' },
    needs: [],
    keepsTime: true,
    input: z.strictObject({
      office: choice('该由哪里办', petitionOffices),
      where: line('具体到哪里', 60, { help: '例如：镇政府一楼信访接待室，工作日上午。' }),
      theirReceipt: maybe(line('对方的收件编号', 40, { help: '已经转过去、对方给了编号的，写在这里。' })),
      passedOn: maybe(
        day('哪天转过去的', 'happened', {
          help: '就是今天的不用填。对方有异议，从这天起 5 个工作日内提出。',
        }),
      ),
      unitId: maybe(picked('说的是哪个单位', 'unit', { help: '说的是单位才选。这个单位看不到这一件。' })),
    }),
    tells: { resident: '您反映的事（回执号 {no}）由{route}办：{reason}' },
    source,
  },
  sentBack: {
    label: '对方退回了',
    tone: 'quiet',
    by: handlers,
    moves: { referred: 'registered' },
    needs: [],
    // The person is still to be told within the same days.
    keepsTime: true,
    within: {
      ...{ on: 'sentBackOn', since: 'referredOn', workingDays: 'petitionObjectionWorkingDays' },
      refusal: 'objection_days_over',
    },
    input: z.strictObject({
      sentBackOn: day('哪天退回的', 'happened'),
      ground: choice('对方说什么', objections, {
        help: '哪天到期，上面写着；晚几天才补记的，照退回的那天填。退回以后请重新指明去处。',
      }),
    }),
    tells: {},
    source: '信访工作条例: whoever a matter is passed on to may object within five working days',
  },
  giveNotice: {
    label: '告知本人了，办结',
    tone: 'primary',
    by: handlers,
    moves: { referred: 'closed' },
    needs: [],
    input: z.strictObject({
      noticedOn: day('哪天告知的', 'happened'),
      how: choice('怎么告知的', {
        letter: '书面',
        inPerson: '当面',
        phone: '电话',
        opened: '在小程序里看了',
      }),
      paper: maybe(line('告知书编号', 40)),
    }),
    tells: { resident: '您反映的事（回执号 {no}）已经告知由{route}办。' },
    source,
  },
} as const satisfies Record<string, ActionRow<PetitionState, PetitionParty, PetitionGate>>
export type PetitionAction = keyof typeof petitionActions

export const petitionTable = defineMatter<PetitionState, PetitionAction, PetitionParty, PetitionGate>({
  kind: 'petition',
  word: '信访登记',
  folder: petitionFolder,
  first: 'registered',
  states,
  actions: petitionActions,
  gates: { withPresidium: 'wrong_state', aboutOffice: 'not_about_office', aboutUnit: 'not_about_unit' },
  announced: [],
})
