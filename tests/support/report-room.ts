import { castBallot, drawSlip } from '../../shared/matters/duty-report-meeting/ballots'
import {
  planReportMeeting,
  dutyReportMeetingSteps,
  showReportMeeting,
} from '../../shared/matters/duty-report-meeting/endpoints'
import type { ReportMeetingAction } from '../../shared/matters/duty-report-meeting/table'
import type { Rating } from '../../shared/matters/duty-report-meeting/words'
import { ElectoralDistrict } from '../../server/database/entities/people/electoral-district'
import { newId } from '../../server/database/id'
import { createClient } from './client'
import type { TestServer } from './server'
import type { TestPerson, TestTown } from './town'

/** A district of the township with these deputies. @returns its id */
export async function districtOf(
  server: TestServer,
  town: TestTown,
  name: string,
  deputies: readonly string[],
) {
  const id = newId()
  await server.database.transaction(async (tx) => {
    const position = (await tx.countBy(ElectoralDistrict, { townId: town.id })) + 1
    const district = { id, townId: town.id, congressLevel: 'township', name, position, seats: null }
    await tx.insert(ElectoralDistrict, { ...district, endedOn: null, endedWhy: null, formerNames: null })
    for (const [place, personId] of deputies.entries())
      await tx.query(
        `UPDATE mandate SET electoral_district_id = ?, place = ?, begun_on = '2025-10-24'
         WHERE person_id = ? AND congress_level = 'township'`,
        [id, place, personId],
      )
  })
  return id
}

export const noticeOf = ({ presidium }: TestTown, heldOn = '2026-12-04') => ({
  ...{ heldOn, startsAt: '14:30', place: '大郭西村文化广场', chairId: presidium.id },
})

const noSlip = { slip: '', used: false, reports: [] }

/** A meeting at which deputies report, as office, chair, tellers and phones have it. */
export function reportRoomIn(server: TestServer, town: TestTown) {
  const params = { town: town.id }
  const phone = createClient(server.url)
  const see = (id: string, { client }: TestPerson = town.office) =>
    client.call(showReportMeeting, { params: { ...params, id } })

  async function plan(electoralDistrictId: string, planYear = 2026) {
    const { id } = await town.office.client.call(planReportMeeting, {
      params,
      input: { planYear, electoralDistrictId },
    })
    return id
  }

  async function asked(id: string, action: ReportMeetingAction, form: object = {}, by = town.office) {
    const { version } = await see(id)
    server.clock.advance({ seconds: 5 })
    const answer = await by.client.ask(
      dutyReportMeetingSteps[action] as (typeof dutyReportMeetingSteps)['callOff'],
      {
        params: { ...params, id },
        input: { version, form: form as { reason: string } },
      },
    )
    return { code: undefined, message: undefined, fields: undefined, ...answer }
  }

  async function step(id: string, action: ReportMeetingAction, form: object = {}, by?: TestPerson) {
    const answer = await asked(id, action, form, by)
    if (answer.code !== undefined)
      throw new Error(`${action}: ${answer.message} ${JSON.stringify(answer.fields)}`)
  }

  /** Noticed, held, and the rating open. @returns the code on the wall */
  async function open(id: string, presentVoters: number, paperSlips: number, heldOn = '2026-12-04') {
    await step(id, 'notice', noticeOf(town, heldOn))
    server.clock.set(`${heldOn}T06:30:00Z`)
    await begin(id)
    return rate(id, presentVoters, paperSlips)
  }
  async function begin(id: string) {
    const { reports } = await see(id)
    await step(id, 'openMeeting', {
      ...{ tellerOne: '钱有才', tellerTwo: '孙二妹', hereIds: reports.map((one) => one.id) },
    })
  }
  async function rate(id: string, presentVoters: number, paperSlips: number) {
    await step(id, 'openRating', { presentVoters, paperSlips })
    return (await see(id)).roomCode ?? ''
  }

  async function draw(code: string, slip?: string) {
    const input = { roomCode: code, ...(slip === undefined ? {} : { slip }) }
    const answer = await phone.ask(drawSlip, { params, input })
    if (answer.code !== undefined) return { code: answer.code, message: answer.message, ...noSlip }
    return { code: undefined, message: undefined, ...answer.body }
  }
  /** What one phone says of each report, in their order; null leaves it open. */
  async function vote(code: string, said: readonly (Rating | null)[]) {
    const { slip, reports } = await draw(code)
    return cast(code, slip, reports, said)
  }
  async function cast(
    code: string,
    slip: string,
    reports: readonly { id: string }[],
    said: readonly (Rating | null)[],
  ) {
    const answer = await phone.ask(castBallot, {
      params,
      input: {
        ...{ roomCode: code, slip },
        ratings: reports.flatMap(({ id: reportId }, at) => {
          const rating = said[at]
          return rating ? [{ reportId, rating }] : []
        }),
      },
    })
    return answer.code === undefined ? answer.body : { code: answer.code, message: answer.message }
  }

  /** The numbers of a teller, a row for each report. */
  async function counted(
    id: string,
    returned: number,
    spoiled: number,
    rows: readonly (readonly number[])[],
  ) {
    const { reports } = await see(id)
    return {
      ...{ returned, spoiled },
      counts: reports.map(({ id: reportId }, at) => {
        const [satisfied = 0, basicallySatisfied = 0, notSatisfied = 0] = rows[at] ?? []
        return { reportId, satisfied, basicallySatisfied, notSatisfied }
      }),
    }
  }
  return { plan, see, asked, step, open, begin, rate, draw, vote, cast, counted, phone }
}
