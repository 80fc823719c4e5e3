import type { OutputOf } from '../../../shared/grammar/endpoint'
import { type MeetingKind, meetingKinds } from '../../../shared/matters/meeting/kinds'
import type { listMeetingLamps as endpoint } from '../../../shared/matters/meeting/lamps'
import type { MeetingState } from '../../../shared/matters/meeting/table'
import { groupLamp, type Held, type Lamp, presidiumLamp, sessionLamp } from '../../../shared/rules/cadence'
import { beijingDay, type Day, yearOf } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { type KeptSession, sessionsPart, termBegunOn } from '../../features/congress-sessions/queries'
import type { Actor } from '../../http/actor'
import { ownGroup } from './queries'

interface MeetingRow {
  id: string
  meetingKind: MeetingKind
  groupId: string | null
  day: Day
  state: MeetingState
}

/** Of this year and the one before: what is older is no measure of when the next one is due. */
const meetingsPart = (townId: string, today: Day) =>
  part<MeetingRow>({
    columns: {
      ...{ id: 'v.id', meetingKind: 'v.meeting_kind', groupId: 'v.deputy_group_id', day: 'v.day' },
      state: 'm.state',
    },
    from: `FROM meeting v JOIN matter m ON m.id = v.id
      WHERE v.town_id = ? AND v.held_by >= ? AND v.day IS NOT NULL`,
    order: 'v.held_by, v.id',
    parameters: [townId, `${yearOf(today) - 1}-01-01`],
  })

const groupsPart = (townId: string) =>
  part<{ id: string; name: string; position: number }>({
    columns: { id: 'g.id', name: 'g.name', position: 'g.position' },
    from: 'FROM deputy_group g WHERE g.town_id = ? AND g.ended_on IS NULL',
    order: 'g.position, g.id',
    parameters: [townId],
  })

const heldIn: readonly MeetingState[] = ['ended', 'drafted', 'approved']
const setIn: readonly MeetingState[] = ['convened', 'open']

const heldOf = (rows: readonly MeetingRow[]): Held => ({
  held: rows.filter(({ state }) => heldIn.includes(state)).map(({ day }) => day),
  convened: rows.filter(({ state }) => setIn.includes(state)).map(({ day }) => day),
})

/** A sitting of the presidium in the middle of a session is part of that. */
const isWithin = ({ day }: MeetingRow, sessions: readonly KeptSession[]) =>
  sessions.some(({ openedOn, closedOn }) => day >= openedOn && closedOn !== null && day <= closedOn)

/** For office and presidium of every body; for a leader of the own group. */
export async function listMeetingLamps(
  reader: Reader,
  actor: Actor,
  now: Date,
): Promise<OutputOf<typeof endpoint>> {
  const today = beijingDay(now)
  const isEverything = actor.roles.includes('congressOffice') || actor.roles.includes('presidiumMember')
  const own = isEverything ? undefined : await ownGroup(reader, actor)
  const ledId = Number(own?.leads) === 1 ? own?.id : null
  if (!isEverything && !ledId) return { lamps: [] }
  const { meetings, groups, sessions } = await readTogether(reader, {
    meetings: meetingsPart(actor.townId, today),
    groups: groupsPart(actor.townId),
    sessions: sessionsPart(actor.townId),
  })
  const of = (kind: MeetingKind) => meetings.filter(({ meetingKind }) => meetingKind === kind)
  const lamp = (kind: MeetingKind, body: string, one: Lamp | null) =>
    one === null ? [] : [{ kind, body, ...one }]
  const ofGroups = groups
    .filter(({ id }) => isEverything || id === ledId)
    .flatMap(({ id, name }) => {
      const rows = of('groupMeeting').filter(({ groupId }) => groupId === id)
      return lamp('groupMeeting', name, groupLamp(heldOf(rows), today))
    })
  if (!isEverything) return { lamps: ofGroups }
  const presidium = heldOf(of('presidiumMeeting').filter((one) => !isWithin(one, sessions)))
  // What was held is in the register; a session that is called together stands there only when it opens.
  const congress = {
    held: sessions.map(({ openedOn }) => openedOn).filter((day) => day <= today),
    convened: heldOf(of('congressSession')).convened,
  }
  return {
    lamps: [
      ...lamp('congressSession', meetingKinds.congressSession.word, sessionLamp(congress, today)),
      ...lamp(
        'presidiumMeeting',
        meetingKinds.presidiumMeeting.word,
        presidiumLamp(presidium, termBegunOn(sessions), today),
      ),
      ...ofGroups,
    ],
  }
}
