import { castBallot, drawSlip } from '../../shared/matters/duty-report-meeting/ballots'
import {
  dutyReportMeetingSteps,
  planReportMeeting,
  showReportMeeting,
  showReportPlan,
} from '../../shared/matters/duty-report-meeting/endpoints'
import type { ReportMeetingAction } from '../../shared/matters/duty-report-meeting/table'
import { beijingDay } from '../../shared/rules/days'
import type { House } from '../../scripts/faults/house'
import { sleep } from '../../scripts/faults/scenario'
import { createClient } from './client'

/** A meeting at which deputies report in a house whose server may be killed at any moment. */
export function votingHallIn(house: House, addressOf: () => string | null) {
  const params = { town: house.townId }
  const token = house.people.find(({ roles }) => roles.includes('congressOffice'))?.token
  const office = () => createClient(addressOf() ?? '', token)
  const see = (id: string) => office().call(showReportMeeting, { params: { ...params, id } })

  async function step(id: string, action: ReportMeetingAction, form: object) {
    const { version } = await see(id)
    await office().call(dutyReportMeetingSteps[action] as typeof dutyReportMeetingSteps.callOff, {
      params: { ...params, id },
      input: { version, form: form as { reason: string } },
    })
  }

  /** Of the first district that is proposed, held today with so many voters who all have a phone. @returns its id and code */
  async function open(presentVoters: number) {
    const { proposed, year } = await office().call(showReportPlan, { params, query: {} })
    const electoralDistrictId = proposed[0]?.district.id ?? ''
    const input = { planYear: year, electoralDistrictId }
    const { id, reports, chairs } = await office().call(planReportMeeting, { params, input })
    const chairId = chairs.find((one) => !reports.some(({ deputy }) => deputy.id === one.id))?.id
    const when = { heldOn: beijingDay(new Date()), startsAt: '9:00', place: '文化广场', chairId }
    await step(id, 'notice', { ...when, lateWhy: '今天就开' })
    const hereIds = reports.map((one) => one.id)
    await step(id, 'openMeeting', { tellerOne: '钱有才', tellerTwo: '孙二妹', hereIds })
    await step(id, 'openRating', { presentVoters, paperSlips: 0 })
    return { id, roomCode: (await see(id)).roomCode ?? '' }
  }

  /** One phone: it asks again until it was answered, as people do. @returns how often it had to */
  async function vote(roomCode: string): Promise<number> {
    let again = 0
    const until = async <T>(ask: (url: string) => Promise<T>): Promise<T> => {
      for (;;) {
        const url = addressOf()
        const answer = url === null ? undefined : await ask(url).catch(() => undefined)
        if (answer !== undefined) return answer
        again += 1
        await sleep(20)
      }
    }
    const { slip, reports } = await until((url) =>
      createClient(url).call(drawSlip, { params, input: { roomCode } }),
    )
    const ratings = reports.map(({ id: reportId }) => ({ reportId, rating: 'satisfied' as const }))
    await until((url) => createClient(url).call(castBallot, { params, input: { roomCode, slip, ratings } }))
    return again
  }

  return { open, vote, step, see }
}
