import { castVote } from '../../server/matters/group-ballot/vote'
import { beijingDay } from '../../shared/rules/days'
import type { Life } from './life'
import type { DemoMatter } from './matter'
import type { Seeding } from './seeding'

/** 重点建议: picked, decided about, and reported on. */
export async function leadAsKey(
  seeding: Seeding,
  { official, post, plan, progress, dispatch, planItem }: NonNullable<DemoMatter['key']>,
  { later, take }: Life,
) {
  const chair = await seeding.actorOf('周明德')
  await take(chair, 'markKey', (now) => ({
    year: Number(beijingDay(now).slice(0, 4)),
    leadingOfficial: official,
    leadingPost: post,
    plan,
    decidedHow: '第 2 次主席团会议',
  }))
  later(4)
  await take(await seeding.actorOf('黎永康'), 'dispatch', (now) => ({
    notedOn: beijingDay(now),
    note: dispatch,
    planItem,
  }))
  later(3)
  await take(await seeding.actorOf(official), 'reportKeyProgress', (now) => ({
    notedOn: beijingDay(now),
    note: progress,
  }))
}

/** 小组评议: the members vote one after the other, as on their phones. */
export async function appraise(
  seeding: Seeding,
  { votes, closed }: NonNullable<DemoMatter['ballot']>,
  { id, later, now, take }: Life,
) {
  const { database, townId, secretKey } = seeding
  const office = await seeding.actorOf('陈静')
  later(5)
  await take(office, 'openBallot')
  const [ballot] = await database.reader.query<{ id: string; groupId: string }[]>(
    'SELECT id, deputy_group_id AS groupId FROM group_ballot WHERE suggestion_id = ?',
    [id],
  )
  // Not the leader, who is one of the personas and has something left to do.
  const members = await database.reader.query<{ name: string }[]>(
    `SELECT p.name FROM person p WHERE p.town_id = ? AND p.deputy_group_id = ? AND p.group_leader = 0
     ORDER BY p.position LIMIT ${votes.length}`,
    [townId, ballot?.groupId ?? ''],
  )
  for (const [index, rating] of votes.entries()) {
    const member = await seeding.actorOf(members[index]?.name ?? '')
    const vote = [ballot?.id ?? '', rating, now()] as const
    await database.transaction((tx) => castVote(tx, secretKey, member, ...vote))
  }
  if (!closed) return
  later(6)
  await take(office, 'closeBallot')
}
