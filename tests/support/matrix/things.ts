import sharp from 'sharp'
import { listDeliveries } from '../../../shared/api/deliveries'
import { askAtDesk } from '../../../shared/api/desk'
import { holdMeeting } from '../../../shared/api/hand-over'
import { showInbox } from '../../../shared/api/inbox'
import { setAvatar } from '../../../shared/api/own-details'
import { makeCode } from '../../../shared/api/qr-codes'
import { disqualifyUnit } from '../../../shared/matters/award-standing/endpoints'
import { externalSuggestions } from '../../../shared/registers/external-suggestions'
import { listAppraisals } from '../../../shared/matters/group-ballot/endpoints'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { newDutyRecord } from './stories/duty-record'
import { newPetition } from './stories/petition'
import { newLetterBox } from './stories/letter-box'
import { newPoster } from './stories/poster'
import { newUntold } from './stories/told-how'
import { newUnitLine } from './stories/unit-line'
import { newActivity } from './stories/activity'
import { newBodyMeeting } from './stories/body-meeting'
import { newAward } from './stories/award'
import { newActivityPlan } from './stories/activity-plan'
import { newAppFeedback } from './stories/app-feedback'
import { newWarning } from './stories/duty-warning'
import { newSummary } from './stories/deliberation-summary'
import { newGroupQuestion } from './stories/group-question'
import { newResolution } from './stories/resolution'
import { newDutyReport } from './stories/duty-report'
import { newReportMeeting } from './stories/report-meeting'
import { districtOf } from '../report-room'
import { newInspection } from './stories/rectification'
import { groupOf, newMeeting } from './stories/meeting'
import { planMany } from './stories/reception'
import { planSiteReview } from '../../../shared/matters/site-review/endpoints'
import { digestOf } from '../../../server/database/digest'
import { addressForCheck } from '../../../server/features/photos/address-for-check'
import { sendAttachment } from '../attachments'
import { bring } from '../bring'
import { uploadedFile } from '../files'
import { uploaded } from '../photos'
import type { TestServer } from '../server'
import { step } from '../suggestion'
import type { Matter } from './story'
import { addDeputy } from '../town'
import { outcomeOf } from './cells'
import type { Peopled } from './people'
import { addRows } from './registers'

/** What a town has besides its matters: one of everything that an address or a form may name. */
export async function makeThings(server: TestServer, at: Peopled, matters: readonly Matter[] = []) {
  const { town, people } = at
  const { office, leader } = people
  const params = { town: town.id }
  const external = await higherSuggestion(at)
  const accepted = await bring(server, town, 'accepted')
  const meeting = await office.client.call(holdMeeting, {
    params,
    input: {
      heldOn: '2026-11-23',
      place: '镇政府会议室',
      items: [{ id: accepted, version: await town.versionOf(accepted), form: { leadUnitId: town.unitId } }],
    },
  })
  const closed = await bring(server, town, 'closed')
  await step(town, leader, closed, 'openBallot')
  const { ballots } = await leader.client.call(listAppraisals, { params })
  const disqualification =
    matters.find(({ state }) => state === 'disqualified')?.id ?? (await decided(server, at))
  const handling = await bring(server, town, 'handling')
  const review = await office.client.call(planSiteReview, {
    params,
    input: {
      heldOn: '2026-12-10',
      place: '大郭西村委会',
      suggestionIds: [handling],
      deputyIds: [town.otherDeputy.id],
    },
  })
  const { scene } = await office.client.call(makeCode, {
    params,
    input: { kind: 'station', id: town.station },
  })
  const photo = await uploaded(server, town)
  const file = await uploadedFile(server, town)
  const attachment = (await sendAttachment(server, town, { by: people.villager })).id
  const asked = await outcomeOf(server.url, office, askAtDesk, {})
  const { link } = JSON.parse(asked.body) as { link: string }
  await outcomeOf(server.url, people.deputy, setAvatar, { params, file: await picture() })
  await server.run('deliver')
  const deliveries = await office.client.call(listDeliveries, { params })
  const inbox = await office.client.call(showInbox, { params })
  const forCheck = addressForCheck(
    { publicUrl: server.url, secretKey: server.env.secretKey },
    { townId: town.id, photoId: photo },
    server.clock.now(),
  )
  const rating = await newReportMeeting(server, town, { state: 'rating' })
  const found = {
    unbound: await addDeputy(server, town.id, '田秋生'),
    external,
    meeting: meeting.id,
    ballot: ballots.find(({ suggestionId }) => suggestionId === closed)?.id,
    disqualification,
    review: review.id,
    poster: (await newPoster(server, town)).id,
    letterBox: await newLetterBox(server, town),
    untold: await newUntold(server, town),
    unitLine: await newUnitLine(town),
    petition: await newPetition(town, people.villager),
    dutyRecord: await newDutyRecord({ id: town.id, deputy: people.deputy }),
    reception: (await planMany(server, town))[0],
    rectification: (await newInspection(server, town)).id,
    resolution: await newResolution(server, town),
    groupQuestion: (await newGroupQuestion(server, town)).id,
    summary: (await newSummary(server, town, { state: 'handedOver' })).id,
    award: (await newAward(server, town, { state: 'onNotice' })).id,
    warning: (await newWarning(server, town, 'replyWanted')).id,
    plan: (await newActivityPlan(server, town, { state: 'adopted' })).id,
    ofTheApp: await newAppFeedback(town, people.villager),
    proposedAward: (await newAward(server, town, { state: 'proposed' })).id,
    reportMeeting: rating.id,
    feedback: (await newDutyReport(server, town, 'letterSent')).id,
    report: rating.reportId,
    roomCode: rating.roomCode,
    slip: rating.slip,
    district: await districtOf(server, town, '述职选区', [await addDeputy(server, town.id, '白石头')]),
    activity: (await newActivity(server, town, people.leader, { state: 'planned' })).id,
    groupMeeting: (await newMeeting(server, town, { state: 'drafted', decision: 'putOff' })).id,
    bodyMeeting: (await newBodyMeeting(server, town, { state: 'convened' })).id,
    group: await groupOf(server, town),
    scene,
    photo,
    file,
    attachment,
    desk: link.split('/').at(-1),
    delivery: deliveries.items.find(({ maySendAgain }) => maySendAgain)?.id,
    message: inbox.items[0]?.id,
    opinion: await opinionOf(server, at),
    check: await checkOf(server, closed),
    public: closed,
    handling,
  }
  const missing = Object.entries(found).filter(([, id]) => id === undefined)
  if (missing.length > 0) throw new Error(`not made: ${missing.map(([name]) => name).join(', ')}`)
  return {
    ...(found as Record<keyof typeof found, string>),
    forCheck: Object.fromEntries(new URL(forCheck).searchParams),
    /** Of each register. */
    rows: await addRows(server, at),
    picture: await picture(),
    deviceOf: Object.fromEntries(
      Object.entries(people).map(([who, { client }]) => [who, digestOf(client.token ?? '')]),
    ) as Record<string, string>,
  }
}
export type Things = Awaited<ReturnType<typeof makeThings>>

/** Of the sentence that the reply to this suggestion made public. */
async function checkOf(server: TestServer, suggestionId: string): Promise<string | undefined> {
  const [check] = await server.database.reader.query<{ id: string }[]>(
    "SELECT id FROM content_check WHERE suggestion_id = ? AND kind = 'result'",
    [suggestionId],
  )
  return check?.id
}

/** What the presidium has decided about the unit. */
async function decided(server: TestServer, { town, people: { presidium } }: Peopled) {
  const params = { town: town.id }
  for (let rejected = 0; rejected < 3; rejected += 1) await bring(server, town, 'escalated')
  const { units } = await presidium.client.call(disqualifyUnit, {
    params: { ...params, unit: town.unitId },
    input: { decision: '第 12 次主席团会议决定。', decidedHow: '第 12 次主席团会议' },
  })
  return units.flatMap((one) => one.disqualifications)[0]?.id
}

async function opinionOf(server: TestServer, { town, people }: Peopled): Promise<string> {
  const input = { deputyId: town.deputy.id, kind: 'report' as const, text: '路灯不亮。', again: true }
  const { id } = await people.villager.client.call(writeOpinion, { params: { town: town.id }, input })
  await server.run('checkOpinions')
  return id
}

async function higherSuggestion({ town, people }: Peopled): Promise<string> {
  const { id } = await people.office.client.call(externalSuggestions.endpoints.add, {
    params: { town: town.id },
    input: {
      deputyId: town.otherDeputy.id,
      congressLevel: 'county',
      subject: '大郭西段河堤列入县水利项目',
      submittedOn: '2026-11-20',
    },
  })
  return id
}

const picture = () =>
  sharp({ create: { width: 200, height: 100, channels: 3, background: '#7a8b5c' } })
    .jpeg()
    .toBuffer()
