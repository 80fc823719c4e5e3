import { addDays, beijingDay } from '../../shared/rules/days'
import type { Actor } from '../../server/http/actor'
import { beginLife, deputyAt, type Life } from './life'
import type { DemoMatter, Stage } from './matter'
import { takePhotos } from './photos'
import type { Seeding } from './seeding'
import { appraise, leadAsKey } from './live-supervision'

/** Lets one matter live through the real steps up to its stage. @returns the suggestion's id */
export async function liveMatter(seeding: Seeding, matter: DemoMatter, draftId?: string): Promise<string> {
  const life = await beginLife(seeding, matter, draftId)
  const chapters = [propose, check, handOver, handle, rate]
  for (const chapter of chapters) if (!(await chapter(seeding, matter, life))) break
  return life.id
}

/** A part of the story. False where the matter has come to its stage. */
type Chapter = (seeding: Seeding, matter: DemoMatter, life: Life) => Promise<boolean>

const propose: Chapter = async (seeding, { stage, coSigners = [] }, { lead, later, take }) => {
  if (stage === 'draft') return false
  const invited = await Promise.all(coSigners.map((place) => seeding.actorOf(deputyAt(place))))
  if (invited.length > 0) {
    await take(lead, 'inviteCoSigners', { deputyIds: invited.map(({ person }) => person?.id) })
    if (stage === 'invited') return false
    for (const coSigner of invited) await take(coSigner, 'coSign')
  }
  later(4)
  await take(lead, 'submit')
  return stage !== 'submitted'
}

const check: Chapter = async (seeding, matter, { lead, later, take }) => {
  const office = await seeding.actorOf('陈静')
  later(1)
  await take(office, 'startReview')
  if (matter.stage === 'underReview') return false
  later(1)
  if (matter.stage === 'merged') {
    const [target] = await seeding.database.reader.query<{ id: string }[]>(
      'SELECT id FROM suggestion WHERE town_id = ? AND subject = ?',
      [seeding.townId, matter.mergedInto ?? ''],
    )
    await take(office, 'merge', {
      targetId: target?.id ?? '',
      reason: '说的是同一段下水道，一起办、分别答复。',
    })
    return false
  }
  if (matter.stage === 'revisionRequested') {
    await take(office, 'requestRevision', {
      failedChecks: ['quality'],
      reason: '请写清楚裂缝在哪里、多长多宽、下面住着多少人，再写具体希望怎么办。',
    })
    return false
  }
  if (matter.stage === 'notAccepted') {
    await take(await seeding.actorOf('周明德'), 'refuseAcceptance', {
      decidedHow: '第 2 次主席团会议',
      ground: 'ownInterest',
      reason: '这是您本人的宅基地争议，不能作为代表建议，请到镇司法所申请调解。',
    })
    return false
  }
  await take(office, 'accept', {
    legality: true,
    quality: true,
    wording: true,
    category: matter.category,
    publicItem: matter.subject,
  })
  if (matter.stage === 'withdrawn') {
    later(3)
    await take(lead, 'withdraw', { reason: '县里的体育下乡项目已经把器材送来了，不用再办。' })
    return false
  }
  return matter.stage !== 'accepted'
}

const handOver: Chapter = async (seeding, matter, life) => {
  const { later, take } = life
  later(3)
  await take(await seeding.actorOf('陈静'), 'assign', {
    leadUnitId: seeding.unitId(matter.unit),
    // The people of the demo town are bound one by one, by whoever plays them.
    nobodyConfirmed: true,
    ...(matter.coUnit ? { coUnitIds: [seeding.unitId(matter.coUnit)] } : {}),
    instructions: '请先与代表面商，再书面答复。',
  })
  if (matter.stage === 'assigned') return false
  later(2)
  const clerk = await seeding.staffOf(matter.unit)
  if (matter.stage === 'returnRequested') {
    await take(clerk, 'requestReturn', {
      reason: '这条路属于县道，养护由镇交通办公室对接，本单位没有这项职责。',
      proposedUnitId: seeding.unitId('镇交通办公室'),
    })
    return false
  }
  await take(clerk, 'receive', {
    leaderInCharge: await seeding.leaderOf(matter.unit),
    handlerName: clerk.person?.name ?? '',
    handlerPhone: '13900000000',
  })
  if (matter.objection) {
    later(1)
    await take(life.lead, 'objectToUnit', { question: matter.objection })
  }
  if (matter.key) await leadAsKey(seeding, matter.key, life)
  return matter.stage !== 'received'
}

const handle: Chapter = async (seeding, matter, life) => {
  const unit = await seeding.staffOf(matter.unit)
  await consult(seeding, life, unit, 1)
  if (matter.stage === 'consulted') return press(seeding, matter, life, unit)
  if (matter.stage === 'replyOpened') {
    await press(seeding, matter, life, unit)
    life.later(15)
    await life.take(await seeding.actorOf('周明德'), 'openReply', {
      decidedHow: '第 3 次主席团会议',
      reason: '面商登记以后催了三次，代表在外地住院，家里人说一时回不来。',
    })
    return false
  }
  await confirm(seeding, life)
  if (matter.coUnit) {
    await life.take(await seeding.staffOf(matter.coUnit), 'giveCoOpinion', {
      opinion: '本单位配合主办单位，负责核实数据、安排人员，需要的手续三个工作日内办好。',
    })
  }
  if (matter.stage === 'confirmed') return press(seeding, matter, life, unit)
  life.later((matter.handled ?? 60) - 12)
  if (matter.stage === 'extensionRequested') {
    await life.take(unit, 'requestExtension', (now) => ({
      reason: '项目要等县里批复，入冬以后混凝土不能施工。',
      measures: '先修临时便道保证通行，开春后三十天内完工。',
      latestOn: addDays(beijingDay(now), 100),
      publicReason: '要等县里批复，开春后施工',
    }))
    return false
  }
  await reply(seeding, matter, life, unit, 1)
  return matter.stage !== 'replied'
}

/** The unit reports how it stands; the office calls, and writes down what it heard. The matter stays where it is. */
async function press(
  seeding: Seeding,
  { progress, called }: DemoMatter,
  { later, take }: Life,
  unit: Actor,
): Promise<false> {
  if (progress !== undefined) {
    later(25)
    await take(unit, 'reportProgress', { note: progress })
  }
  if (called !== undefined) {
    later(15)
    await take(await seeding.actorOf('陈静'), 'recordReminder', { channel: 'phone', ...called })
  }
  return false
}

const again: readonly Stage[] = ['reHandling', 'closedAgain', 'evaluatedAgain', 'escalated', 'concluded']

const rate: Chapter = async (seeding, matter, life) => {
  const { lead, later, take } = life
  if (matter.stage === 'lapsed') {
    // Ten working days are longer over a festival.
    later(30)
    await take('system', 'lapse')
    return false
  }
  later(3)
  await take(lead, 'evaluate', verdict(matter.rating ?? 'satisfied'))
  if (matter.stage === 'closed' && isPromise(matter))
    await keepPromise(matter, life, await seeding.staffOf(matter.unit))
  if (matter.ballot) await appraise(seeding, matter.ballot, life)
  if (matter.stage === 'archived') {
    later(20)
    await take(await seeding.actorOf('陈静'), 'archive')
  }
  if (!again.includes(matter.stage)) return false
  later(2)
  await take(await seeding.actorOf('陈静'), 'reHandle', {
    instructions: '请对照代表的意见再办一遍，能办的马上办，办不了的说清楚时间。',
  })
  const unit = await seeding.staffOf(matter.unit)
  await consult(seeding, life, unit, 2)
  if (matter.stage === 'reHandling') return false
  await confirm(seeding, life)
  later(12)
  await reply(seeding, matter, life, unit, 2)
  later(3)
  await take(lead, 'evaluate', verdict(matter.stage === 'closedAgain' ? 'satisfied' : 'notSatisfied'))
  if (matter.stage === 'closedAgain') await keepPromise(matter, life, unit)
  if (matter.stage === 'escalated' || matter.stage === 'concluded') {
    const chair = await seeding.actorOf('周明德')
    later(2)
    await take(chair, 'summon', (now) => ({
      // What was asked and answered is written down on the day itself.
      heldOn: matter.stage === 'escalated' ? addDays(beijingDay(now), 3) : beijingDay(now),
      ...{ place: '镇人大会议室', decidedHow: '第 4 次主席团会议' },
      questions: '两次答复为什么都没有办成？卡在哪里？什么时候能办好？',
    }))
    if (matter.stage === 'escalated') return false
    later(3)
    await take(await seeding.actorOf('陈静'), 'recordSummons', {
      attendee: await seeding.leaderOf(matter.unit),
      answers:
        '问：为什么没有办成？答：要等县里统一部署。问：镇里能先做什么？答：先登记造册，每季度通报进度。',
    })
    later(2)
    await take(chair, 'conclude', {
      decidedHow: '第 4 次主席团会议',
      conclusion:
        '承办单位已经尽到职责，更正要等县里统一部署。请自然资源所每季度向代表通报一次进度，列入明年跟踪事项。',
    })
  }
  return false
}

const isPromise = ({ result }: DemoMatter) => result !== undefined && result.outcome !== 'solved'

/** The promise is kept on its day, and rated. */
async function keepPromise({ result }: DemoMatter, { lead, later, take }: Life, unit: Actor) {
  later(25)
  await take(unit, 'reportCommitment', {
    commitmentResult: 'fulfilled',
    report: '答应的事已经办完，请代表和群众来看。',
    publicResult: `${result?.sentence ?? '答应的事'}，已经办完`,
  })
  later(3)
  await take(lead, 'rateCommitment', { rating: 'satisfied' })
}

function verdict(rating: 'satisfied' | 'basicallySatisfied' | 'notSatisfied') {
  if (rating !== 'notSatisfied') return { attitudeRating: 'satisfied', resultRating: rating }
  return {
    attitudeRating: 'basicallySatisfied',
    resultRating: 'notSatisfied',
    reason: '态度不错，但是事情还没有办成，群众还在问，请给一个办好的日子。',
  }
}

async function consult(_: Seeding, { lead, later, take }: Life, unit: Actor, round: 1 | 2) {
  later(round === 1 ? 8 : 4)
  await take(unit, 'consult', (now) => ({
    heldOn: beijingDay(now),
    form: round === 1 ? 'visit' : 'meeting',
    participants: `${unit.person?.name ?? ''}、${lead.person?.name ?? ''}`,
    mayDecide: round === 1 ? 'mustAsk' : 'decides',
    record:
      round === 1
        ? '一起看了现场，听了代表和几户群众的意见，商定了先后顺序和大致时间。'
        : '在镇里开了小会，代表逐条说了不满意的地方，单位当场答应了能马上办的三件。',
  }))
}

async function confirm({ database }: Seeding, { id, lead, later, take }: Life) {
  later(2)
  const [open] = await database.reader.query<{ id: string }[]>(
    "SELECT id FROM consultation WHERE suggestion_id = ? AND answer = 'open' ORDER BY round_no DESC",
    [id],
  )
  await take(lead, 'confirmConsultation', { consultationId: open?.id })
}

async function reply(
  seeding: Seeding,
  { result, subject, unit: unitName }: DemoMatter,
  { take }: Life,
  unit: Actor,
  round: 1 | 2,
) {
  const signer = await seeding.headOf(unitName)
  const photos = round === 1 ? await takePhotos(seeding, subject, unit, seeding.now) : {}
  const first = result ?? { outcome: 'inProgress', sentence: '正在办理', text: '正在办理。' }
  const said =
    round === 1
      ? first
      : {
          outcome: 'inProgress',
          sentence: `${first.sentence}，已排出完成时间表`,
          text: `${first.text}已逐项排出时间表，每月向代表通报。`,
        }
  await take(unit, 'reply', (now) => ({
    outcome: said.outcome,
    ...(said.outcome === 'solved'
      ? { toSee: said.sentence }
      : { promise: '没有办完的部分全部办完', promiseDueOn: addDays(beijingDay(now), 90) }),
    documentNo: `禾函〔${beijingDay(now).slice(0, 4)}〕${10 + (subject.length % 30)} 号`,
    text: said.text,
    whySame: '同一批项目，一起办，进度一样。',
    publicResult: said.sentence,
    signer,
    ...photos,
  }))
}
