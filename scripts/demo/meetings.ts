import { lastDayOfQuarter } from '../../shared/matters/meeting/words'
import type { MeetingAction } from '../../shared/matters/meeting/table'
import { addDays, type Day, quarterOf, startOfDay } from '../../shared/rules/days'
import { isDeputy, isTownshipDeputy } from '../../server/database/in-office'
import { personas } from '../../server/features/demo/personas'
import { act } from '../../server/engine/act'
import { kind } from '../../server/matters/meeting/kind'
import { beginMeeting } from '../../server/matters/meeting/plan'
import type { Seeding } from './seeding'

const gists = ['村口路灯有几盏不亮', '水渠要清淤', '想问医保在哪里办', '垃圾清运隔天一次不够', '通村路坑洼']

interface Group {
  id: string
  leaderId: string
  leader: string
}

/** 小组会议: one that was held last quarter, and one that is just being held; another group has its day. */
export async function meetInGroups(seeding: Seeding) {
  const { database, townId, today } = seeding
  const [own, other] = await database.reader.query<Group[]>(
    `SELECT g.id, p.id AS leaderId, p.name AS leader FROM deputy_group g
     JOIN person p ON p.deputy_group_id = g.id AND p.group_leader = 1
     WHERE g.town_id = ? AND ${isTownshipDeputy('p.id')}
     ORDER BY CASE WHEN g.id = (SELECT d.deputy_group_id FROM person d WHERE d.town_id = g.town_id AND d.name = ?)
       THEN 0 ELSE 1 END, g.position, g.id LIMIT 2`,
    [townId, personas.find(({ key }) => key === 'deputy')?.name ?? ''],
  )
  if (own) await wasHeld(seeding, own, addDays(quarterOf(today), -10))
  if (own) await isHeld(seeding, own)
  if (other) await isConvened(seeding, other)
}

/** Everything of it in one afternoon: whoever came, and minutes that were reported and wait for the next one. */
async function wasHeld(seeding: Seeding, group: Group, day: Day) {
  const at = (hour: number) => new Date(startOfDay(day).getTime() + hour * 3_600_000)
  const take = await begun(seeding, group, lastDayOfQuarter(day), at(9))
  await take('noteHeld', { heldOn: day, place: '本组活动室' }, at(14))
  const ids = await membersOf(seeding, group)
  await take('callRoll', { presentIds: ids.slice(0, -1), leaveIds: ids.slice(-1), source: 'paper' }, at(14))
  // What is open in the demo was said since then.
  for (const { id } of await itemsOf(seeding, group, lastDayOfQuarter(day)))
    await take('putOffItem', { itemId: id }, at(16))
  await take('end', {}, at(17))
  await take('draftMinutes', { remarks: '学习了代表法第四章，定了汛期前要看的三处河堤。' }, at(18))
}

/** The roll is called, and each has said in a few words what they bring. */
async function isHeld(seeding: Seeding, group: Group) {
  const { today, now } = seeding
  const take = await begun(seeding, group, lastDayOfQuarter(today), now)
  await take('convene', { day: today, startsAt: '14:00', place: '本组活动室' }, now)
  const items = (await itemsOf(seeding, group, lastDayOfQuarter(today))).slice(0, gists.length)
  for (const [at, { id }] of items.entries()) await take('bring', { itemId: id, gist: gists[at] ?? '' }, now)
  await take('open', {}, now)
  const ids = await membersOf(seeding, group)
  await take('callRoll', { presentIds: ids.slice(0, -1), source: 'clerk' }, now)
  const [last] = await seeding.database.reader.query<{ id: string }[]>(
    "SELECT v.id FROM meeting v JOIN matter m ON m.id = v.id WHERE v.deputy_group_id = ? AND m.state = 'drafted'",
    [group.id],
  )
  if (last) await take('approveMinutes', { meetingId: last.id }, now)
}

async function isConvened(seeding: Seeding, group: Group) {
  const { today, now } = seeding
  const take = await begun(seeding, group, lastDayOfQuarter(today), now)
  await take('convene', { day: addDays(today, 3), startsAt: '下午两点', place: '本组活动室' }, now)
}

const itemsOf = ({ database }: Seeding, group: Group, heldBy: Day) =>
  database.reader.query<{ id: string }[]>(
    `SELECT i.id FROM review_item i JOIN meeting v ON v.id = i.meeting_id
     WHERE v.deputy_group_id = ? AND v.held_by = ? ORDER BY i.position, i.id`,
    [group.id, heldBy],
  )

async function membersOf({ database }: Seeding, group: Group) {
  const members = await database.reader.query<{ id: string }[]>(
    `SELECT p.id FROM person p WHERE p.deputy_group_id = ? AND ${isDeputy('p.id')} ORDER BY p.position, p.id`,
    [group.id],
  )
  return members.map(({ id }) => id)
}

async function begun({ database, townId, actorOf }: Seeding, group: Group, heldBy: Day, at: Date) {
  const leader = await actorOf(group.leader)
  const first = { party: 'convener', personId: group.leaderId } as const
  const id = await database.transaction((tx) =>
    beginMeeting(tx, { townId, groupId: group.id, heldBy }, first, at),
  )
  return (action: MeetingAction, form: object, on: Date) =>
    database.transaction((tx) => act(tx, kind, leader, id, action, { form: { ...form } }, on))
}
