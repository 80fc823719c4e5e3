import type { InputOf } from '../../../shared/grammar/endpoint'
import type {
  planBodyMeeting as bodyEndpoint,
  planMeeting as endpoint,
} from '../../../shared/matters/meeting/endpoints'
import { lastDayOfQuarter, spokenQuarter } from '../../../shared/matters/meeting/words'
import { beijingDay, type Day } from '../../../shared/rules/days'
import type { Party } from '../../../shared/words/parties'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { Meeting } from '../../database/entities/matters/meeting'
import { newId } from '../../database/id'
import { isTownshipDeputy } from '../../database/in-office'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import type { Actor } from '../../http/actor'
import { kind } from './kind'

interface Group {
  id: string
  name: string
  leads: number
  /** That of the quarter. */
  meetingId: string | null
}

/** Plans the review of this quarter: the leader for the own group, the office for any. @returns its id @throws Refusal */
export async function planMeeting(
  tx: Tx,
  { townId, person, roles }: Actor,
  { groupId }: InputOf<typeof endpoint>,
  now: Date,
): Promise<string> {
  const isOffice = roles.includes('congressOffice')
  if (isOffice && groupId === undefined) throw wrongField('groupId', '请选择是哪个小组。')
  const heldBy = lastDayOfQuarter(beijingDay(now))
  const [group] = await tx.query<Group[]>(
    `SELECT g.id, g.name,
       (SELECT COUNT(*) FROM person p WHERE p.id = ? AND p.deputy_group_id = g.id AND p.group_leader = 1
         AND ${isTownshipDeputy('p.id')}) AS leads,
       (SELECT MIN(v.id) FROM meeting v JOIN matter m ON m.id = v.id
         WHERE v.deputy_group_id = g.id AND v.held_by = ? AND m.state <> 'calledOff') AS meetingId
     FROM deputy_group g WHERE g.town_id = ? AND g.ended_on IS NULL
       AND g.id = ${groupId === undefined ? '(SELECT o.deputy_group_id FROM person o WHERE o.id = ?)' : '?'}`,
    [person?.id ?? '', heldBy, townId, groupId ?? person?.id ?? ''],
  )
  if (group === undefined)
    throw groupId === undefined
      ? new Refusal('not_allowed')
      : wrongField('groupId', '没有这个小组，请重新选择。')
  if (!isOffice && Number(group.leads) === 0) throw new Refusal('not_allowed')
  if (group.meetingId !== null)
    throw wrongField('groupId', `${group.name}${spokenQuarter(heldBy)}已经排了一次，请从下面的列表里打开。`)
  const first = { party: isOffice ? 'congressOffice' : 'convener', personId: person?.id ?? null } as const
  return beginMeeting(tx, { townId, groupId: group.id, heldBy }, first, now)
}

/** 人代会, 主席团会议: of one kind there is one under the same name. @returns its id @throws Refusal `bad_input` */
export async function planBodyMeeting(
  tx: Tx,
  { townId, person, roles }: Actor,
  { meetingKind, title, heldBy }: InputOf<typeof bodyEndpoint>,
  now: Date,
): Promise<string> {
  const [same] = await tx.query<{ id: string }[]>(
    `SELECT v.id FROM meeting v JOIN matter m ON m.id = v.id
     WHERE v.town_id = ? AND v.meeting_kind = ? AND v.title = ? AND m.state <> 'calledOff'`,
    [townId, meetingKind, title],
  )
  if (same !== undefined) throw wrongField('title', `${title}已经安排了，请从下面的列表里打开。`)
  const id = newId()
  await tx.insert(Meeting, { ...nothing, id, townId, meetingKind, deputyGroupId: null, heldBy, title })
  const party = roles.includes('congressOffice') ? 'congressOffice' : 'convener'
  await begin(tx, kind, { id, townId }, { party, personId: person?.id ?? null }, now)
  return id
}

const nothing = {
  ...{ day: null, startsAt: null, place: null, openedAt: null, endedAt: null, remarks: null },
  ...{ minutesText: null, minutesDigest: null, convenedOn: null, shortNotice: null, rollNo: 1, observers: 0 },
}

/** Puts one there that nobody has set a day for yet. @returns its id */
export async function beginMeeting(
  tx: Tx,
  { townId, groupId, heldBy }: { townId: string; groupId: string; heldBy: Day },
  first: { party: Party; personId: string | null },
  now: Date,
): Promise<string> {
  const id = newId()
  await tx.insert(Meeting, {
    ...nothing,
    ...{ id, townId, meetingKind: 'groupMeeting', deputyGroupId: groupId, heldBy, title: null },
  })
  await begin(tx, kind, { id, townId }, first, now)
  return id
}
