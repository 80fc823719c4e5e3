import { showSuggestion, startSuggestion, suggestionSteps } from '../../shared/matters/suggestion/endpoints'
import type { SuggestionView } from '../../shared/matters/suggestion/endpoints'
import type { SuggestionAction } from '../../shared/matters/suggestion/table'
import type { TestPerson, TestTown } from './town'

/** Forms that are right; a test changes the field that it is about. */
export const text = {
  subject: '修复大郭西段河堤',
  facts: '新河堤大郭西段去年汛期冲垮 200 米，300 多人出行要绕路，牲畜常掉下去。',
  proposal: '修复河堤并在村边装围栏。',
}

export const forms = (town: TestTown) => ({
  accept: {
    legality: true,
    quality: true,
    wording: true,
    category: 'waterWorks',
    publicItem: '修复大郭西段河堤',
  },
  requestRevision: { failedChecks: ['quality'], reason: '请写明冲垮的长度和影响的人数。' },
  refuseAcceptance: { decidedHow: '第 3 次主席团会议', ground: 'noSubstance', reason: '没有具体内容。' },
  putOnAgenda: {
    decidedHow: '第 3 次主席团会议',
    decision: '主席团决定列入第19届第2次会议议程。',
    legality: true,
    quality: true,
    wording: true,
    category: 'waterWorks',
    publicItem: '修复大郭西段河堤',
  },
  merge: { reason: '说的是同一段河堤。' },
  unmerge: { reason: '说的不是同一段。' },
  convertMotion: { decidedHow: '第 3 次主席团会议', reason: '事项具体，按建议办理更快。' },
  assign: { leadUnitId: town.unitId },
  receive: { leaderInCharge: '吴海涛', handlerName: '赵永强', handlerPhone: '13800000000' },
  consult: {
    heldOn: '',
    form: 'visit',
    participants: '赵永强、王建国',
    mayDecide: 'mustAsk',
    record: '一起看了现场，商定先修最险的 80 米。',
  },
  reply: {
    outcome: 'solved',
    documentNo: '禾水〔2026〕12 号',
    text: '河堤已经修好，围栏已经装好。',
    whySame: '同一段河堤，一起办的。',
    publicResult: '修复河堤 3.8 公里，装围栏 1 公里',
    toSee: '大郭村东新修的河堤和围栏',
    signer: '吴海涛',
  },
  /** Of all that a reply may make public, the sentence of its result alone. */
  cannotSolve: {
    outcome: 'cannotSolve',
    ground: 'funds',
    documentNo: '禾水〔2026〕14 号',
    text: '今年没有资金。',
    whySame: '同一段河堤，一起办的。',
    publicResult: '修复河堤 3.8 公里',
    signer: '吴海涛',
  },
  correctReply: {
    outcome: 'solved',
    documentNo: '禾水〔2026〕12 号（更正）',
    text: '河堤已经修好 3.9 公里，围栏已经装好。',
    whySame: '同一段河堤，一起办的。',
    publicResult: '修复河堤 3.9 公里，装围栏 1 公里',
    toSee: '大郭村东新修的河堤和围栏',
    signer: '吴海涛',
  },
  correctRatedReply: {
    outcome: 'solved',
    documentNo: '禾水〔2026〕12 号（再更正）',
    text: '河堤已经修好 4.1 公里，围栏已经装好。',
    publicResult: '修复河堤 4.1 公里，装围栏 1 公里',
    toSee: '大郭村东新修的河堤和围栏',
    signer: '吴海涛',
  },
  promise: {
    outcome: 'inProgress',
    documentNo: '禾水〔2026〕13 号',
    text: '最险的 80 米已经开工，其余分两段施工。',
    whySame: '同一段河堤，一起办的。',
    publicResult: '先修最险的 80 米',
    promise: '修完其余 120 米河堤',
    promiseDueOn: '2027-05-31',
    signer: '吴海涛',
  },
  requestReturn: { reason: '这段河堤不归水利站管护。', proposedUnitId: town.coUnitId },
  approveReturn: { leadUnitId: town.coUnitId },
  refuseReturn: { reason: '职责清单写明由水利站负责。' },
  passLead: { deputyId: town.coSigner.id, reason: '王代表住院了。' },
  openReply: { decidedHow: '第 3 次主席团会议', reason: '催了三次，代表病着，联系不上。' },
  reassign: { leadUnitId: town.coUnitId, reason: '一直没有动静。' },
  objectToRecord: { reason: '我没有这样说。' },
  objectToConsultation: { reason: '没有谈过这件。' },
  objectToHandIn: { reason: '不是我提的。' },
  objectToSignature: { reason: '我没有签名。' },
  requestExtension: {
    reason: '要等汛期过后才能施工。',
    measures: '先加固，再分段修复。',
    latestOn: '2027-04-23',
    publicReason: '要等汛期过后施工',
  },
  grantExtension: { decidedHow: '第 3 次主席团会议', until: '2027-04-23' },
  refuseExtension: { decidedHow: '第 3 次主席团会议', reason: '可以先修最险的一段。' },
  referUpward: { route: 'countyCongress', reason: '请县里列入明年水利项目。' },
  recordUpwardAnswer: { answeredOn: '2026-11-23', answer: '已列入明年计划。' },
  giveCoOpinion: { opinion: '可以安排维修资金 12 万元。' },
  sendBackCoOpinion: { coUnitId: town.coUnitId, reason: '请写明资金到位的时间。' },
  waiveCoOpinion: { coUnitId: town.coUnitId, reason: '已经过了两个月。' },
  askForInformation: { question: '请说明牲畜落水的位置。' },
  giveInformation: { answer: '在村东头第二个弯。' },
  reportProgress: { note: '材料已经进场。' },
  reportCommitment: {
    commitmentResult: 'fulfilled',
    report: '其余 120 米已经修完。',
    publicResult: '河堤全部修完',
  },
  reportMilestone: { percent: 40, note: '材料已经进场。', nextStep: '打桩', nextOn: '2027-03-31' },
  rateCommitment: { rating: 'satisfied' },
  endTracking: { decidedHow: '第 3 次主席团会议', conclusion: '工程改由县里实施，不再由镇里跟踪。' },
  summon: {
    decidedHow: '第 3 次主席团会议',
    heldOn: '2026-11-23',
    place: '镇人大会议室',
    questions: '为什么两次都没有修完？',
  },
  recordSummons: { attendee: '吴海涛', answers: '问：为什么没修完？答：资金分两年安排。' },
  evaluate: { attitudeRating: 'satisfied', resultRating: 'satisfied' },
  reHandle: { instructions: '请补齐下游一段的围栏。' },
  reHandleElsewhere: {
    leadUnitId: town.coUnitId,
    reason: '原单位两次都没有办。',
    instructions: '请补齐下游一段的围栏。',
  },
  addCoUnits: { coUnitIds: [town.coUnitId] },
  releaseCoUnit: { coUnitId: town.coUnitId, reason: '资金已经落实。' },
  objectToUnit: { question: '这段河堤归财政所管的项目。' },
  keepUnit: { answer: '职责清单写明由水利站负责。' },
  dropObjection: { reason: '问清楚了。' },
  conclude: {
    decidedHow: '第 3 次主席团会议',
    conclusion: '主席团认为承办单位已经尽力，余下部分列入明年计划。',
  },
  markKey: {
    decidedHow: '第 3 次主席团会议',
    year: 2026,
    leadingOfficial: '刘志远',
    leadingPost: '镇党委书记',
    plan: '六月底前修完最险的 80 米，年底前全部修完。',
  },
  changeKey: {
    decidedHow: '第 3 次主席团会议',
    leadingOfficial: '何丽萍',
    leadingPost: '镇长',
    plan: '照原计划办。',
  },
  unmarkKey: { decidedHow: '第 3 次主席团会议', reason: '县里已经统一安排。' },
  reportKeyProgress: { notedOn: '2026-11-23', note: '到现场看了两次，材料已经进场。' },
  dispatch: { notedOn: '2026-11-23', note: '镇党委会议决定先拨 12 万元。', planItem: '水利设施修复' },
  decideReason: {
    decidedHow: '第 3 次主席团会议',
    verdict: 'valid',
    reason: '省里的规划没有下来，镇里办不了。',
  },
  nameConcerned: { concernedIds: [town.presidium.id], reason: '说的是他经手的事。' },
  endConcern: { reason: '问清楚了，不是他们的事。' },
  remind: { note: '快到期了，请抓紧。' },
  recordReminder: { channel: 'phone', whom: '高保山站长', answer: '材料月底到，到了就开工。' },
  recordSiteFinding: { finding: '看了现场，最险的 80 米还没有开工，要求月底前进场。' },
  withdraw: { reason: '村里已经自己解决。' },
})

/** What the office types from a paper of 刘守田 or whoever it is. */
export const paper = {
  ...text,
  spokeHow: 'paper',
  spokeOn: '2026-11-20',
  lateReason: '会上收的，会后登记。',
} as const

/** What somebody without a phone says to the office. */
export const voice = {
  spokeHow: 'inPerson',
  spokeOn: '2026-11-20',
  kind: 'report',
  text: '桥栏断了。',
} as const

/** What the office writes besides where it types what somebody said. */
export const spoken = { spokeHow: 'phone', spokeOn: '2026-11-23', evidence: '李主任接的电话' }

/** Takes one step as this person, with the version that they see now. */
export async function step(
  town: TestTown,
  person: TestPerson,
  id: string,
  action: SuggestionAction,
  form: Record<string, unknown> = {},
): Promise<SuggestionView> {
  const version = await town.versionOf(id)
  return person.client.call(suggestionSteps[action] as typeof suggestionSteps.withdraw, {
    params: { town: town.id, id },
    input: { version, form },
  })
}

export const see = (town: TestTown, person: TestPerson, id: string) =>
  person.client.call(showSuggestion, { params: { town: town.id, id } })

export const start = async (town: TestTown, input: Record<string, unknown> = text) =>
  (await town.deputy.client.call(startSuggestion, { params: { town: town.id }, input })).id

/** Tries one step and expects a "no". */
export async function refusedStep(
  town: TestTown,
  person: TestPerson,
  id: string,
  action: SuggestionAction,
  form: Record<string, unknown> = {},
) {
  const version = await town.versionOf(id)
  const { code, message, fields } = await person.client.refused(
    suggestionSteps[action] as typeof suggestionSteps.withdraw,
    { params: { town: town.id, id }, input: { version, form } },
  )
  // Whatever is refused has changed nothing.
  expect(await town.versionOf(id)).toBe(version)
  return { code, message, fields }
}
