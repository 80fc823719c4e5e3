import { type DeviceMark, keepMarks, showRoll } from '../../shared/matters/meeting/roll-endpoints'
import { meetingSteps, planBodyMeeting, showMeetingMatter } from '../../shared/matters/meeting/endpoints'
import { newId } from '../../server/database/id'
import { Mandate } from '../../server/database/entities/people/mandate'
import { Person } from '../../server/database/entities/people/person'
import type { TestServer } from './server'
import { blankPerson, mandateOf, type TestPerson, type TestTown } from './town'

/** So many more deputies of a level, without a phone. @returns their ids, in the order of the register */
export async function seatDeputies(
  server: TestServer,
  town: TestTown,
  count: number,
  congressLevel = 'township',
) {
  const ids = Array.from({ length: count }, newId)
  await server.database.transaction(async (tx) => {
    for (const [at, id] of ids.entries()) {
      await tx.insert(Person, blankPerson(id, town.id, `代表${at + 1}`, 100 + at))
      await tx.insert(Mandate, { ...mandateOf(id, town.id), congressLevel })
    }
  })
  return ids
}

type Action = keyof typeof meetingSteps
type Kind = 'congressSession' | 'presidiumMeeting' | 'leadersMeeting' | 'midYearDeliberation'

/** A meeting that votes, as the office keeps it. */
export function hallIn(server: TestServer, town: TestTown) {
  const params = { town: town.id }
  const office = town.office.client
  async function plan(meetingKind: Kind, title: string, heldBy = '2026-12-31') {
    const { id } = await office.call(planBodyMeeting, { params, input: { meetingKind, title, heldBy } })
    return id
  }
  const see = (id: string, { client }: TestPerson = town.office) =>
    client.call(showMeetingMatter, { params: { ...params, id } })
  async function asked(id: string, action: Action, form: object, by: TestPerson = town.office) {
    const { version } = await see(id)
    server.clock.advance({ minutes: 1 })
    const answer = await by.client.ask(meetingSteps[action] as (typeof meetingSteps)['callOff'], {
      params: { ...params, id },
      input: { version, form: form as { reason: string } },
    })
    return { code: undefined, message: undefined, fields: undefined, ...answer }
  }
  async function step(id: string, action: Action, form: object = {}, by?: TestPerson) {
    const answer = await asked(id, action, form, by)
    if (answer.code !== undefined)
      throw new Error(`${action}: ${answer.message} ${JSON.stringify(answer.fields)}`)
  }
  const roll = (id: string) => office.call(showRoll, { params: { ...params, id } })
  /** Marks as a device sends them. */
  async function mark(id: string, mark: 'arrived' | 'left' | 'absent', personIds: readonly string[]) {
    server.clock.advance({ seconds: 10 })
    const { rollNo } = await roll(id)
    const at = server.clock.now().getTime()
    const marks = personIds.map((personId) => ({
      ...{ id: newId(), personId, mark, at, undoes: null, source: 'clerk' as const },
    }))
    return send(id, rollNo, marks)
  }
  const send = (id: string, rollNo: number, marks: DeviceMark[], observers: number | null = null) =>
    office.call(keepMarks, { params: { ...params, id }, input: { rollNo, observers, marks } })
  const lineOf = async (id: string) => (await see(id)).hall
  return { plan, see, asked, step, roll, mark, send, lineOf }
}
