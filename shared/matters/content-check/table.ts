import * as z from 'zod/mini'
import { blurredPicture, line, paragraph } from '../../grammar/fields'
import { nothing } from '../suggestion/inputs'
import { type PublicTextKind, publicTextKinds, publicTexts } from '../../public-texts'
import { type ActionRow, defineMatter, type StateRow } from '../../grammar/matter'

/** The small table of what staff make public: one sentence or one photo, from "written" to "anyone may see it". */
export type ContentCheckParty = 'writer' | 'congressOffice' | 'presidium' | 'system'
export type ContentCheckGate = 'writtenByAnother' | 'isWords' | 'passesByMachine' | 'isPicture' | 'isBlurred'

const ends = { step: 'supervise', waitsFor: null, limit: null } as const

const states = {
  pending: {
    label: '核对中',
    plain: '正在核对，核对好了公开。',
    step: 'supervise',
    waitsFor: 'system',
    limit: { hours: 'checkHours' },
    late: 'machine',
    says: {
      dueSoon: '',
      overdue: '《{subject}》要公开的内容还没有核对好，请看一看核对是不是停了。',
      overdueToOthers: '《{subject}》要公开的内容还没有核对好，请看一看核对是不是停了。',
      together: {
        overdueToOthers: '有 {count} 件要公开的内容还没有核对好，请看一看核对是不是停了。',
      },
    },
  },
  held: {
    label: '待复核',
    plain: '要由写的人以外的一位镇人大工作人员看过再公开。',
    step: 'supervise',
    waitsFor: 'congressOffice',
    limit: { hours: 'heldHours' },
    late: 'heldWords',
    says: {
      dueSoon: '《{subject}》要公开的内容还等着复核，请在{deadline}看一看。',
      overdue: '《{subject}》要公开的内容逾期还没有复核，请马上看。',
      overdueToOthers: '《{subject}》要公开的内容逾期还没有复核，现在等{unit}，请提醒。',
      together: {
        dueSoon: '有 {count} 件要公开的内容还等着复核，请在{deadline}看一看。',
        overdue: '有 {count} 件要公开的内容逾期还没有复核，请马上看。',
        overdueToOthers: '有 {count} 件要公开的内容逾期还没有复核，现在等{unit}，请提醒。',
      },
    },
  },
  sentBack: {
    label: '退回修改',
    plain: '写的人改好以后再核对。',
    step: 'supervise',
    waitsFor: 'writer',
    limit: { hours: 'heldHours' },
    late: 'sentBackWords',
    says: {
      dueSoon: '《{subject}》公开的文字还等您改，改好了才能公开。',
      overdue: '《{subject}》公开的文字逾期还没有改好，请马上改。',
      overdueToOthers: '《{subject}》公开的文字退回以后还没有改好，请提醒{unit}。',
      together: {
        dueSoon: '有 {count} 件公开的文字还等您改，改好了才能公开。',
        overdue: '有 {count} 件公开的文字逾期还没有改好，请马上改。',
        overdueToOthers: '有 {count} 件公开的文字退回以后还没有改好，请提醒{unit}。',
      },
    },
  },
  passed: { label: '核对通过', plain: '已经公开。', ...ends, unlisted: true },
  approved: { label: '复核通过', plain: '已经公开。', ...ends },
  replaced: { label: '改过了', plain: '换成了新的文字。', ...ends, unlisted: true },
  hidden: { label: '撤下了', plain: '留在记录里，外面的人看不到。', ...ends },
} as const satisfies Record<string, StateRow<ContentCheckParty>>
export type ContentCheckState = keyof typeof states

/** In these anyone may see it. */
export const publicCheckStates = ['passed', 'approved'] as const satisfies ContentCheckState[]

/** Every public text, and the pictures. */
export const contentKinds = {
  ...(Object.fromEntries(publicTextKinds.map((kind) => [kind, publicTexts[kind].label])) as Record<
    PublicTextKind,
    string
  >),
  photo: '答复的照片',
  file: '答复的附件',
  portrait: '代表照片',
  stationPhoto: '站点照片',
} as const satisfies Record<PublicTextKind | 'photo' | 'file' | PlacePictureKind, string>

/** The one picture that a row of a register has. */
export const placePictureKinds = ['portrait', 'stationPhoto'] as const
export type PlacePictureKind = (typeof placePictureKinds)[number]

/** The entry of the log where something public was taken back. */
export const takingBack = (kind: keyof typeof contentKinds, of: string) => `撤下${contentKinds[kind]}：${of}`
export type ContentKind = keyof typeof contentKinds
export type WordsKind = Exclude<ContentKind, 'photo' | 'file' | PlacePictureKind>
/** One sentence in one place: it can be written again here. What else is public is changed where it is kept. */
export const sentenceKinds = [
  'item',
  'result',
  'toSee',
  'promise',
  'promiseResult',
  'line',
  'externalResult',
  'reportOpinion',
  'reportAnswer',
] as const

const secondPerson = ['congressOffice', 'presidium'] as const
const source = 'Content check of what becomes public: platform rule; outside WeChat a second person reads it'

export const contentCheckActions = {
  pass: {
    label: '核对通过',
    tone: 'quiet',
    by: ['system'],
    moves: { pending: 'passed' },
    needs: ['passesByMachine'],
    input: nothing,
    tells: {},
    source,
  },
  hold: {
    label: '转人工复核',
    tone: 'quiet',
    by: ['system'],
    moves: { pending: 'held', passed: 'held' },
    needs: [],
    input: nothing,
    tells: {
      congressOffice: '《{subject}》有要公开的内容，请写的人以外的一位复核。',
      presidium: '《{subject}》有要公开的内容，请写的人以外的一位复核。',
    },
    pushes: { presidium: 'task' },
    source:
      'A check never rejects by itself: what our own check finds, 61010, a time-out or no answer is for a person; what was public before our own check is looked at as well',
  },
  doubt: {
    label: '微信说要再看，转人工复核',
    tone: 'quiet',
    by: ['system'],
    moves: { pending: 'held' },
    needs: [],
    input: nothing,
    tells: {
      congressOffice: '《{subject}》有要公开的图片，微信说要再看一看，请写的人以外的一位复核。',
      presidium: '《{subject}》有要公开的图片，微信说要再看一看，请写的人以外的一位复核。',
    },
    pushes: { presidium: 'task' },
    source: 'media_check_async: whatever WeChat does not pass, a person looks at, and reads that it did not',
  },
  approve: {
    label: '核实无误，公开',
    tone: 'primary',
    by: secondPerson,
    moves: { held: 'approved', sentBack: 'approved', hidden: 'approved' },
    needs: ['writtenByAnother'],
    input: nothing,
    tells: { writer: '《{subject}》要公开的内容复核过了，已经公开。' },
    source,
  },
  sendBack: {
    label: '退回修改',
    tone: 'quiet',
    by: secondPerson,
    moves: { held: 'sentBack' },
    needs: ['isWords', 'writtenByAnother'],
    input: z.strictObject({
      reason: paragraph('退回的理由', 300, { help: '写给写的人看：哪里要改，怎么改。' }),
    }),
    tells: { writer: '《{subject}》公开的文字要改一改：{reason}' },
    source: 'Never rejected: the writer gets it back with the reason and writes it again',
  },
  hide: {
    label: '撤下，不公开',
    tone: 'danger',
    by: secondPerson,
    moves: { pending: 'hidden', held: 'hidden', sentBack: 'hidden', approved: 'hidden', passed: 'hidden' },
    needs: [],
    input: z.strictObject({
      reason: paragraph('撤下的理由', 300, { help: '写的人会看到。内容留在记录里，只是外面看不到。' }),
    }),
    tells: { writer: '《{subject}》有公开的内容撤下来了，外面看不到：{reason}' },
    source:
      'Whatever is public can be taken back at once, by anybody of the office or the presidium; nothing is deleted',
  },
  blur: {
    label: '打码',
    tone: 'quiet',
    by: secondPerson,
    moves: {
      pending: 'pending',
      held: 'held',
      passed: 'passed',
      approved: 'approved',
      hidden: 'hidden',
    },
    needs: ['isPicture'],
    input: z.strictObject({
      blurred: blurredPicture('打码后的照片', {
        help: '遮住人脸、车牌、门牌和证件。外面只看到打码后的照片，原来的照片留在记录里；再打码时从原来的照片重新框。',
      }),
    }),
    tells: { writer: '《{subject}》要公开的照片打了码，外面看到的是打码后的，原来的照片还在。' },
    source:
      'Faces and plates are blurred by hand before a photo is published; the original is kept for those who may see it',
  },
  showWhole: {
    label: '去掉打码',
    tone: 'quiet',
    by: secondPerson,
    moves: { pending: 'pending', held: 'held' },
    needs: ['isPicture', 'isBlurred'],
    input: nothing,
    tells: { writer: '《{subject}》要公开的照片去掉了打码，公开以后外面看到的是原来的照片。' },
    source: 'Blurring is undone until the picture is public; afterwards another blurring takes its place',
  },
  rewrite: {
    label: '改公开的文字',
    tone: 'quiet',
    by: ['writer', 'congressOffice'],
    moves: { held: 'replaced', sentBack: 'replaced', hidden: 'replaced' },
    needs: ['isWords'],
    insteadOf: ['writer'],
    input: z.strictObject({
      text: line('改好的公开文字', 60, { help: '公开栏和反映情况的群众会看到这一句，不写人名和电话。' }),
    }),
    tells: {},
    source: 'The reply itself stays as it is; the new sentence is checked like the first one',
  },
  supersede: {
    label: '换成了新的',
    tone: 'quiet',
    by: ['system'],
    moves: {
      pending: 'replaced',
      held: 'replaced',
      sentBack: 'replaced',
      passed: 'replaced',
      approved: 'replaced',
      hidden: 'replaced',
    },
    needs: [],
    input: nothing,
    tells: {},
    source: 'A new portrait takes the place of the one before, also of one that was taken back',
  },
} as const satisfies Record<string, ActionRow<ContentCheckState, ContentCheckParty, ContentCheckGate>>
export type ContentCheckAction = keyof typeof contentCheckActions

export const contentCheckTable = defineMatter<
  ContentCheckState,
  ContentCheckAction,
  ContentCheckParty,
  ContentCheckGate
>({
  kind: 'contentCheck',
  word: '公开内容的核对',
  first: 'pending',
  states,
  actions: contentCheckActions,
  gates: {
    writtenByAnother: 'own_words',
    isWords: 'wrong_state',
    passesByMachine: 'wrong_state',
    isPicture: 'wrong_state',
    isBlurred: 'wrong_state',
  },
  announced: ['writtenByAnother'],
})
