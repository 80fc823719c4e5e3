import * as z from 'zod/mini'
import {
  amount,
  choice,
  choices,
  day,
  files,
  line,
  maybe,
  paragraph,
  personName,
  phone,
  photos,
  picked,
  pickedCategory,
  pickedMany,
  presetChoice,
  tick,
} from '../../grammar/fields'
import { filesHelp, mostFiles } from '../../files'
import { nobodyConfirmed } from '../../words/nobody'
import {
  cannotGrounds,
  type Check,
  consultationForms,
  dispositions,
  mayDecides,
  outcomes,
  refusalGrounds,
  satisfactions,
  threeChecks,
} from '../../words/words'

/** What each step of a suggestion asks for. One matter per suggestion (一事一议); unknown keys are refused. */

const reason = (label = '原因', help?: string) => paragraph(label, 500, help ? { help } : {})

export const nothing = z.strictObject({})

export const inviteCoSigners = z.strictObject({ deputyIds: pickedMany('附议代表', 'deputies', 20) })

export const reasonOnly = z.strictObject({ reason: reason() })

/** What the checker has to say about a check that is passed; most of the time nothing. */
const noteOf = (check: Check) =>
  maybe(line(`${threeChecks[check]}备注`, 100, { help: '可不写。', shownWhen: [{ field: check, is: true }] }))

export const acceptance = z.strictObject({
  legality: tick('法律法规关：不违法，不属于不应受理的事'),
  legalityNote: noteOf('legality'),
  quality: tick('内容质量关：一事一议，情况清楚，建议具体'),
  qualityNote: noteOf('quality'),
  wording: tick('文字格式关：文字通顺，没有个人隐私'),
  wordingNote: noteOf('wording'),
  category: pickedCategory('类别'),
  publicItem: line('公开的事项名称', 40, {
    help: '公开栏上显示这一句，请再看一遍：不能有人名、电话、门牌。',
  }),
  // The publicity that the deputy chose is no answer of this form; a screen knows it beforehand.
  fullTextCleared: maybe(
    tick('代表同意全文公开：已看过全文，没有别人的姓名、电话、住址和隐私', {
      shownWhen: [{ field: 'publicity', is: 'full' }],
    }),
  ),
})

export const revisionRequest = z.strictObject({
  failedChecks: choices('没有通过的关', threeChecks),
  reason: reason('请代表怎样修改'),
})

const asLetter = { shownWhen: [{ field: 'disposition', is: 'deputyLetter' }] }

/** Only with a listed ground and a reason; and the deputy is told what becomes of the matter (rules §3.3). */
export const nonAcceptance = z
  .strictObject({
    ground: choice('不予受理的依据', refusalGrounds),
    reason: reason('向代表说明的理由'),
    disposition: presetChoice('之后怎么处理', dispositions, 'explained'),
    letterUnitId: maybe(picked('转给哪个单位参考', 'unit', asLetter)),
  })
  .check(
    z.refine((form) => form.disposition !== 'deputyLetter' || form.letterUnitId !== undefined, {
      error: '作为代表来信处理，请选转给哪个单位参考。',
      path: ['letterUnitId'],
    }),
  )

export const assignment = z.strictObject({
  leadUnitId: picked('主办单位', 'unit'),
  coUnitIds: maybe(pickedMany('协办单位', 'units', 5)),
  separateUnitIds: maybe(
    pickedMany('分办：还由哪些单位各自办理、各自答复', 'units', 5, {
      help: '几个单位各办各的、各自答复时才选；不分主次一起办，请选协办单位。',
    }),
  ),
  instructions: maybe(paragraph('交办要求', 500)),
  handedOverOn: maybe(
    day('交办日期', 'happened', { help: '今天交办的不用填；补登以前的，期限从那一天算起。' }),
  ),
  nobodyConfirmed: nobodyConfirmed(),
})

/** 三落实: the unit itself, the leader in charge and the handler. Without all three nothing counts as received. */
export const threeResponsibles = z.strictObject({
  leaderInCharge: personName('分管领导', 20),
  handlerName: personName('专办人员', 20),
  handlerPhone: phone('专办人员电话'),
})

export const consultation = z.strictObject({
  heldOn: day('面商日期', 'happened'),
  form: choice('面商方式', consultationForms),
  proposerIds: maybe(
    pickedMany('和哪几位代表谈的', 'proposers', 20, {
      help: '只选谈过的。并在一起办的，每位代表都面商、确认过，才能答复。',
      // Whether something is handled along with it is no answer of this form; a screen knows it beforehand.
      shownWhen: [{ field: 'isMerged', is: true }],
    }),
  ),
  participants: line('参加人员', 100, { help: '写姓名和职务，例如：水利站站长高保山、王建国代表。' }),
  mayDecide: choice('单位来的人能不能拍板', mayDecides),
  record: paragraph('谈了什么、代表怎么说', 1000),
  photos: maybe(photos('面商照片', 3, { help: '只有办理的各方看得到，不会公开。' })),
})

/** Typed for the unit by the office: which of its people said it. */
export const consultationByWord = z.extend(consultation, {
  spokeBy: personName('单位谁说的', 20, { help: '写单位里说这次面商的那一位，不能是提建议的代表本人。' }),
})

export const consultationConfirmation = z.strictObject({
  consultationId: picked('要确认的面商', 'consultation'),
})

/** It was so, and whoever came could not say yes: once in a round the deputy may ask for the head. */
export const headWanted = z.strictObject({
  consultationId: picked('谈过的面商', 'consultation'),
  reason: reason('要请负责人当面定的事'),
})

export const consultationDispute = z.strictObject({
  consultationId: picked('有出入的面商', 'consultation'),
  reason: reason('哪里与实际不符'),
})

const promised = {
  shownWhen: [
    { field: 'outcome', is: 'inProgress' },
    { field: 'outcome', is: 'planned' },
  ],
}
const isPromise = (outcome: string) => outcome === 'inProgress' || outcome === 'planned'

/** Whoever is to confirm it goes there and looks. */
const nowToSee = {
  shownWhen: [{ field: 'outcome', is: 'solved' }],
  help: '公开，代表和群众照着去看。例如：桥头路灯 12 盏，天黑以后都亮。',
} as const

const placesOnly = { help: '建议公开的，照片也公开。请拍地方，不要拍到人脸、车牌、门牌。' }

/** 答复函. What is not solved yet is a promise with a date; what cannot be solved has its ground (catalogue 68–70). */
export const reply = z
  .strictObject({
    outcome: choice('办理结果', outcomes),
    ground: maybe(
      choice('不能解决的依据', cannotGrounds, { shownWhen: [{ field: 'outcome', is: 'cannotSolve' }] }),
    ),
    toSee: maybe(line('去哪里、能看到什么', 60, nowToSee)),
    promise: maybe(line('承诺要办的事', 100, { ...promised, help: '公开栏的承诺事项会写这一句。' })),
    promiseDueOn: maybe(day('承诺办成的日期', 'promised', promised)),
    promiseWhyLong: maybe(
      line('为什么要这么久', 200, {
        ...promised,
        help: '比本镇定的期限（规则里可以查）更久才用写，主席团会看到。',
      }),
    ),
    documentNo: line('答复文号', 40, { help: '例如：禾水〔2026〕12 号' }),
    text: paragraph('答复内容', 5000, {
      help: '逐条回答代表的建议：办了什么，没办的为什么，下一步怎么办。',
      copied: { from: 'replyTemplate', by: 'outcome' },
    }),
    whySame: maybe(
      line('为什么和另一件的答复几乎一样', 100, { onceAsked: true, help: '写进办理经过，各方看得到。' }),
    ),
    publicResult: line('公开的一句话结果', 60, {
      help: '公开栏、反映情况的群众和村里的大喇叭用这一句：说大白话，办成了什么样。',
    }),
    photosBefore: maybe(photos('办理前的照片', 3, placesOnly)),
    photosAfter: maybe(photos('办理后的照片', 3, placesOnly)),
    files: maybe(files('附件', mostFiles, { help: filesHelp })),
    filesOpen: maybe(tick('附件也公开：镇人大办看过以后，公开栏上谁都可以下载')),
    fundsYuan: maybe(amount('投入资金（元）', 2_000_000_000)),
    lengthMetres: maybe(amount('工程长度（米）', 10_000_000)),
    beneficiaries: maybe(amount('受益人数', 10_000_000)),
    personTimes: maybe(amount('出动人次', 1_000_000)),
    vehicleTrips: maybe(amount('出动车次', 1_000_000)),
    signer: personName('签发人', 20, { help: '单位负责人亲自签发。' }),
  })
  .check(
    z.refine((form) => form.outcome !== 'cannotSolve' || form.ground !== undefined, {
      error: '“暂时不能解决”要选依据，并在答复内容里说明原因。',
      path: ['ground'],
    }),
    z.refine((form) => form.outcome !== 'solved' || form.toSee !== undefined, {
      error: '说“已经解决”，请写清楚现在去哪里、能看到什么，代表和群众好去看。',
      path: ['toSee'],
    }),
    z.refine((form) => !isPromise(form.outcome) || form.promise !== undefined, {
      error: '还没有办成的，请写清楚承诺要办的事。',
      path: ['promise'],
    }),
    z.refine((form) => !isPromise(form.outcome) || form.promiseDueOn !== undefined, {
      error: '还没有办成的，请写一个办成的日期，到时候再答复一次。',
      path: ['promiseDueOn'],
    }),
  )

const notSatisfiedReason = {
  shownWhen: [
    { field: 'attitudeRating', is: 'notSatisfied' },
    { field: 'resultRating', is: 'notSatisfied' },
  ],
}

/** 征询意见表: attitude and result are rated apart (Shandong art. 23, Shanghai art. 21). */
export const evaluation = z
  .strictObject({
    attitudeRating: choice('办理态度', satisfactions),
    resultRating: choice('办理结果', satisfactions),
    reason: maybe(paragraph('哪里不满意', 500, notSatisfiedReason)),
  })
  .check(
    z.refine(
      (form) =>
        form.reason !== undefined ||
        (form.attitudeRating !== 'notSatisfied' && form.resultRating !== 'notSatisfied'),
      { error: '选了“不满意”，请写一句哪里不满意，承办单位才知道怎么改。', path: ['reason'] },
    ),
  )

export const reHandling = z.strictObject({ instructions: paragraph('重新办理的要求', 500) })

/** Another unit handles the next round. */
export const reHandlingElsewhere = z.strictObject({
  leadUnitId: picked('改由哪个单位办', 'unit'),
  reason: paragraph('原因', 300),
  instructions: paragraph('重新办理的要求', 500),
  nobodyConfirmed: nobodyConfirmed(),
})

/** What every step carries besides its form: the version of the matter that the person was looking at. */
export const seenVersion = z.strictObject({
  version: z.int('缺少版本号，请刷新后再办。').check(z.nonnegative()),
})
