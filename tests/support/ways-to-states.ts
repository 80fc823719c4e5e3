import { externalSuggestions } from '../../shared/registers/external-suggestions'
import { newId } from '../../server/database/id'
import { Mandate } from '../../server/database/entities/people/mandate'
import { refresh } from '../../server/engine/refresh'
import { beginStanding, followStanding, knownOfUnit } from '../../server/matters/award-standing/follow'
import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import type { SummaryState } from '../../shared/matters/deliberation-summary/table'
import type { SuggestionState } from '../../shared/matters/suggestion/states'
import { startPoster } from '../../shared/matters/poster/endpoints'
import type { DutyReportState } from '../../shared/matters/duty-report/states'
import { planSiteReview } from '../../shared/matters/site-review/endpoints'
import type { MeetingState } from '../../shared/matters/meeting/table'
import { newActivity } from './matrix/stories/activity'
import { newBodyMeeting } from './matrix/stories/body-meeting'
import { groupOf, newMeeting } from './matrix/stories/meeting'
import { planMany } from './matrix/stories/reception'
import { newAward } from './matrix/stories/award'
import { newActivityPlan } from './matrix/stories/activity-plan'
import { newAppFeedback } from './matrix/stories/app-feedback'
import { newWarning } from './matrix/stories/duty-warning'
import { newSummary } from './matrix/stories/deliberation-summary'
import { newDutyReport } from './matrix/stories/duty-report'
import { newReportMeeting } from './matrix/stories/report-meeting'
import { newGroupQuestion } from './matrix/stories/group-question'
import { newResolution } from './matrix/stories/resolution'
import { newInspection } from './matrix/stories/rectification'
import { bring } from './bring'
import { newDutyRecord } from './matrix/stories/duty-record'
import { newLetterBox } from './matrix/stories/letter-box'
import { newPetition } from './matrix/stories/petition'
import { newUntold } from './matrix/stories/told-how'
import { newUnitLine, putUnitLine } from './matrix/stories/unit-line'
import { addGroup } from './group'
import type { TestServer } from './server'
import { see, step } from './suggestion'
import { addDeputy, type TestPerson, type TestTown } from './town'

/** Brings a new matter into a state, for whoever walks through all of them. @returns its id */
type Way = (server: TestServer, town: TestTown) => Promise<string>

const suggestion =
  (state: SuggestionState): Way =>
  async (server, town) => {
    const id = await bring(server, town, state)
    if (state !== 'handling' && state !== 'reHandling') return id
    // A consultation that is left open would be somebody else's turn.
    const last = (await see(town, town.deputy, id)).rounds.at(-1)
    for (const { id: consultationId, answer } of last?.consultations ?? [])
      if (answer === 'open') await step(town, town.deputy, id, 'confirmConsultation', { consultationId })
    return id
  }

const opinion =
  (
    words: string,
    steps: readonly ['answer' | 'close', string][] = [],
    checks: 'all' | 'first' | 'none' = 'all',
  ): Way =>
  async (server, town) => {
    const params = { town: town.id }
    const input = { deputyId: town.deputy.id, kind: 'report' as const, text: words, again: true }
    const { id } = await town.villager.client.call(writeOpinion, { params, input })
    if (checks !== 'none') await server.run('checkOpinions')
    for (const [action, text] of steps) {
      const { version } = await town.deputy.client.call(showOpinion, { params: { ...params, id } })
      const form = action === 'answer' ? { text } : { explanation: text }
      await town.deputy.client.call(opinionSteps[action] as typeof opinionSteps.answer, {
        params: { ...params, id },
        input: { version, form: form as { text: string } },
      })
      if (checks === 'all') await server.run('checkOpinions')
    }
    return id
  }
const rectification =
  (state: 'open' | 'reported'): Way =>
  async (server, town) =>
    (await newInspection(server, town, state)).id

const summary =
  (state: SummaryState): Way =>
  async (server, town) =>
    (await newSummary(server, town, { state })).id
const reportMeeting =
  (state: 'planned' | 'noticed' | 'open' | 'rating' | 'counting' | 'counted'): Way =>
  async (server, town) =>
    (await newReportMeeting(server, town, { state, heldOn: '2026-12-10' })).id

const dutyReport =
  (state: DutyReportState): Way =>
  async (server, town) =>
    (await newDutyReport(server, town, state)).id

const award =
  (state: 'proposed' | 'onNotice'): Way =>
  async (server, town) =>
    (await newAward(server, town, { state })).id

const warning =
  (state: 'proposed' | 'replyWanted' | 'heard'): Way =>
  async (server, town) =>
    (await newWarning(server, town, state)).id

/** Of the office, for two deputies who need no group for it. */
const activity =
  (state: 'planned' | 'held'): Way =>
  async (server, town) => {
    const day = state === 'planned' ? '2026-12-10' : '2026-11-23'
    return (await newActivity(server, town, town.office, { state, day })).id
  }

const meeting =
  (state: MeetingState): Way =>
  async (server, town) => {
    if ((await groupOf(server, town)) === '') await addGroup(server, town, [town.deputy])
    const far = { state, heldBy: '2026-12-31', decision: 'putOff' } as const
    return (await newMeeting(server, town, far)).id
  }
const risky = 'SIM_RISKY_20001 征地的事。'

const unsolved =
  (times: number): Way =>
  async (server, town) => {
    const closing: ['close', string][] = [['close', '已经修好。']]
    const id = await opinion(`门锁坏了，修了 ${times} 次。`, closing)(server, town)
    for (let time = 0; time < times; time += 1) {
      if (time > 0) await stepOfOpinion(town.deputy, town, id, 'close', { explanation: '又修好了。' })
      await server.run('checkOpinions')
      await stepOfOpinion(town.villager, town, id, 'notSolved', { text: `还是坏的，第 ${time + 1} 次。` })
      await server.run('checkOpinions')
    }
    return id
  }

async function stepOfOpinion(
  { client }: TestPerson,
  town: TestTown,
  id: string,
  action: 'close' | 'notSolved',
  form: Record<string, string>,
) {
  const params = { town: town.id, id }
  const { version } = await client.call(showOpinion, { params })
  const endpoint = opinionSteps[action] as typeof opinionSteps.notSolved
  await client.call(endpoint, { params, input: { version, form: form as { text: string } } })
}

/** Of a matter that is there, what the row says is another one: where only the clock is to be seen. */
async function put(server: TestServer, town: TestTown, kind: string, id: string, state: string) {
  await server.database.transaction(async (tx) => {
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, kind, town.id, id, server.clock.now())
  })
  return id
}

const unitLine =
  (state: 'answered' | 'notTheirs'): Way =>
  async (server, town) => {
    const id = await newUnitLine(town, `排水沟什么时候清（${state}）`)
    await putUnitLine(server, town, id, state)
    return id
  }

/** There is one at a time: the one before comes down. */
const poster =
  (state: string): Way =>
  async (server, town) => {
    const params = { town: town.id }
    await server.database.transaction((tx) => tx.query('UPDATE poster SET hanging_station_id = NULL'))
    const input = { stationId: town.station, every: '1' } as const
    const { id } = await town.office.client.call(startPoster, { params, input })
    return put(server, town, 'poster', id, state)
  }

/** Of the public words of the matters that were brought before: WeChat has looked at none of them. */
const check =
  (state: string): Way =>
  async (server, town) => {
    const sql =
      "SELECT id FROM matter WHERE kind = 'contentCheck' AND state = 'pending' AND town_id = ? ORDER BY id"
    const [one] = await server.database.reader.query<{ id: string }[]>(sql, [town.id])
    return put(server, town, 'contentCheck', one?.id ?? '', state)
  }

/** Every state that waits, with the way to it; those that WeChat is still to look at come last. */
export const ways: Readonly<Record<string, Way>> = {
  ...Object.fromEntries(
    (
      [
        'draft',
        'submitted',
        'underReview',
        'revisionRequested',
        'accepted',
        'assigned',
        'returnRequested',
        'received',
        'handling',
        'extensionRequested',
        'replied',
        'evaluated',
        'reHandling',
        'tracking',
        'escalated',
      ] as const
    ).map((state) => [`suggestion.${state}`, suggestion(state)]),
  ),
  'groupBallot.open': async (server, town) => {
    const leader = await addGroup(server, town, [town.deputy, town.coSigner])
    const id = await bring(server, town, 'closed')
    await step(town, leader, id, 'openBallot')
    const sql = "SELECT id FROM matter WHERE kind = 'groupBallot' AND town_id = ?"
    return (await server.database.reader.query<{ id: string }[]>(sql, [town.id]))[0]?.id ?? ''
  },
  'awardStanding.over': async (server, town) => {
    // One was rejected twice; two more that were lived through are taken for rejected as well.
    await server.database.transaction(async (tx) => {
      await tx.query(
        `UPDATE evaluation SET result_rating = 'notSatisfied'
         WHERE suggestion_id IN (SELECT id FROM matter WHERE state IN ('closed', 'tracking'))`,
      )
      await followStanding(tx, town.id, town.unitId, server.clock.now())
    })
    await server.run('clock')
    const sql = "SELECT id FROM matter WHERE kind = 'awardStanding' AND town_id = ?"
    return (await server.database.reader.query<{ id: string }[]>(sql, [town.id]))[0]?.id ?? ''
  },
  'awardStanding.appealed': async (server, town) => {
    const about = { townId: town.id, unitId: town.coUnitId, year: 2026, no: 1 }
    const id = await server.database.transaction(async (tx) =>
      beginStanding(tx, about, await knownOfUnit(tx, town.id, town.coUnitId), server.clock.now()),
    )
    return put(server, town, 'awardStanding', id, 'appealed')
  },
  'externalSuggestion.awaited': async (server, town) => {
    const mandate = { townId: town.id, personId: town.otherDeputy.id, congressLevel: 'county' as const }
    await server.database.transaction((tx) =>
      tx.insert(Mandate, {
        ...{ id: newId(), ...mandate, electoralDistrictId: null, certificateNo: null, endedOn: null },
      }),
    )
    const { id } = await town.office.client.call(externalSuggestions.endpoints.add, {
      params: { town: town.id },
      input: {
        ...{ deputyId: town.otherDeputy.id, congressLevel: 'county', submittedOn: '2026-10-30' },
        ...{ subject: '大郭西段河堤列入县水利项目', deadlineOn: '2026-12-20' },
      },
    })
    return id
  },
  'siteReview.planned': async (server, town) => {
    const suggestionId = await bring(server, town, 'assigned')
    const { id } = await town.office.client.call(planSiteReview, {
      params: { town: town.id },
      input: {
        ...{ heldOn: '2026-12-02', place: '大郭西河堤', suggestionIds: [suggestionId] },
        deputyIds: [town.otherDeputy.id],
      },
    })
    return id
  },
  'reception.planned': async (server, town) => (await planMany(server, town)).at(-1) ?? '',
  'reception.short': async (server, town) =>
    put(server, town, 'reception', (await planMany(server, town)).at(-1) ?? '', 'short'),
  'activity.reporting': async (server, town) => (await newInspection(server, town)).activityId,
  'groupQuestion.asking': async (server, town) => (await newGroupQuestion(server, town)).id,
  'resolution.open': newResolution,
  'resolution.reported': (server, town) => newResolution(server, town, 'reported'),
  'rectification.open': rectification('open'),
  'deliberationSummary.sorting': summary('sorting'),
  'deliberationSummary.handedOver': summary('handedOver'),
  'deliberationSummary.answered': summary('answered'),
  'deliberationSummary.sentBack': summary('sentBack'),
  'rectification.reported': rectification('reported'),
  'activity.planned': activity('planned'),
  'activity.held': activity('held'),
  'dutyReport.delivered': dutyReport('delivered'),
  'dutyReport.letterSent': dutyReport('letterSent'),
  'dutyReport.responded': dutyReport('responded'),
  'dutyReportMeeting.planned': reportMeeting('planned'),
  'dutyReportMeeting.noticed': reportMeeting('noticed'),
  'dutyReportMeeting.open': reportMeeting('open'),
  'dutyReportMeeting.rating': reportMeeting('rating'),
  'dutyReportMeeting.counting': reportMeeting('counting'),
  'dutyReportMeeting.counted': reportMeeting('counted'),
  'award.proposed': award('proposed'),
  'award.onNotice': award('onNotice'),
  'dutyWarning.proposed': warning('proposed'),
  'dutyWarning.replyWanted': warning('replyWanted'),
  'dutyWarning.heard': warning('heard'),
  'meeting.planned': meeting('planned'),
  'meeting.convened': meeting('convened'),
  'meeting.notQuorate': async (server, town) =>
    (await newBodyMeeting(server, town, { state: 'notQuorate' })).id,
  'meeting.open': meeting('open'),
  'meeting.ended': meeting('ended'),
  'meeting.drafted': meeting('drafted'),
  'poster.hanging': poster('hanging'),
  'poster.due': poster('due'),
  'activityPlan.draft': async (server, town) => (await newActivityPlan(server, town)).id,
  'activityPlan.adopted': async (server, town) =>
    (await newActivityPlan(server, town, { state: 'adopted' })).id,
  'activityPlan.ended': async (server, town) =>
    (await newActivityPlan(server, town, { state: 'ended', year: 2026 })).id,
  'appFeedback.sent': (_, town) => newAppFeedback(town, town.villager),
  'letterBox.locked': newLetterBox,
  'letterBox.due': async (server, town) =>
    put(server, town, 'letterBox', await newLetterBox(server, town), 'due'),
  'contentCheck.held': check('held'),
  'contentCheck.sentBack': check('sentBack'),
  'contentCheck.pending': check('pending'),
  'unitLine.asked': (_, town) => newUnitLine(town),
  'unitLine.answered': unitLine('answered'),
  'unitLine.notTheirs': unitLine('notTheirs'),
  'petition.registered': (_, town) => newPetition(town, town.villager),
  'petition.referred': async (server, town) =>
    put(server, town, 'petition', await newPetition(town, town.villager), 'referred'),
  'dutyRecord.submitted': (_, town) => newDutyRecord(town),
  'dutyRecord.returned': async (server, town) =>
    put(server, town, 'dutyRecord', await newDutyRecord(town), 'returned'),
  'toldHow.owed': newUntold,
  'toldHow.withOffice': async (server, town) =>
    put(server, town, 'toldHow', await newUntold(server, town), 'withOffice'),
  'opinion.held': opinion(risky),
  'opinion.received': opinion('路灯不亮。'),
  'opinion.callAsked': async (server, town) => {
    const more = { phone: '13900000000', call: { when: 'any' as const }, again: true as const }
    const input = { deputyId: town.deputy.id, kind: 'report' as const, text: '请给我回个电话。', ...more }
    const { id } = await town.villager.client.call(writeOpinion, { params: { town: town.id }, input })
    await server.run('checkOpinions')
    return id
  },
  'opinion.replied': opinion('水管漏水。', [['answer', '明天就修。']]),
  'opinion.deputyLeft': async (server, town) =>
    put(server, town, 'opinion', await opinion('阀门坏了。')(server, town), 'deputyLeft'),
  'opinion.deputyAway': async (server, town) => {
    const deputyId = await addDeputy(server, town.id, '刘守田')
    const input = { deputyId, kind: 'report' as const, text: '水表坏了。', again: true }
    const { id } = await town.villager.client.call(writeOpinion, { params: { town: town.id }, input })
    await server.run('checkOpinions')
    return id
  },
  'opinion.askedBack': async (server, town) =>
    put(server, town, 'opinion', await opinion('闸门卡住了。')(server, town), 'askedBack'),
  'opinion.unsolved': unsolved(1),
  'opinion.unsolvedAgain': unsolved(2),
  'opinion.answerHeld': opinion('桥栏断了。', [['answer', risky]]),
  'opinion.endHeld': opinion('井盖丢了。', [['close', risky]]),
  'opinion.answerSent': opinion('树倒了。', [['answer', '明天就锯。']], 'first'),
  'opinion.endSent': opinion('坡塌了。', [['close', '已经修好。']], 'first'),
  'opinion.sent': opinion('路面坏了。', [], 'none'),
}
