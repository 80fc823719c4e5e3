import { addDays } from '../../shared/rules/days'
import type { ExternalAction } from '../../shared/matters/external-suggestion/table'
import { act } from '../../server/engine/act'
import { addRow, changeRow } from '../../server/engine/registers/keep'
import { registerNamed } from '../../server/features/registers/found'
import { kind } from '../../server/matters/external-suggestion/kind'
import { createPastClock, type Seeding } from './seeding'

/** One suggestion that a deputy of the city carried there, answered; and one that waits. */
export async function carryUp(seeding: Seeding) {
  const { database, townId, today } = seeding
  const office = await seeding.actorOf('陈静')
  const [deputy] = await database.reader.query<{ id: string }[]>(
    `SELECT p.id FROM mandate m JOIN person p ON p.id = m.person_id
     WHERE m.town_id = ? AND m.congress_level = 'city' AND m.ended_on IS NULL ORDER BY p.position, p.id`,
    [townId],
  )
  const deputyId = deputy?.id ?? ''
  const clock = createPastClock(seeding, 160)
  const kept = registerNamed('carriedSuggestion')
  const common = { deputyId, congressLevel: 'city' }
  const first = { subject: '库区移民后期扶持资金按户落实', submittedOn: addDays(today, -160) }
  const answered = await database.transaction((tx) =>
    addRow(tx, kept, office, { ...common, ...first }, clock.next()),
  )
  const take = (action: ExternalAction, version: number, form: Record<string, unknown>) =>
    database.transaction((tx) => act(tx, kind, office, answered, action, { version, form }, clock.next()))
  const course = { externalNo: '市建 86 号', unitName: '市水利局', deadlineOn: addDays(today, -60) }
  await database.transaction((tx) =>
    changeRow(tx, kept, office, answered, { version: 0, form: { ...first, ...course } }, clock.next()),
  )
  clock.later(60)
  await take('noteProgress', 0, {
    heldOn: addDays(today, -102),
    note: '市水利局来镇里开了座谈会，核对了 42 户名单。',
  })
  clock.later(30)
  await take('noteReply', 1, {
    heldOn: addDays(today, -72),
    note: '市水利局书面答复：名单已经核定，资金列入明年预算，分两次发放。',
    outcome: 'planned',
    publicResult: '资金列入明年预算，分两次发放',
  })
  clock.later(31)
  await database.transaction((tx) =>
    addRow(
      tx,
      kept,
      office,
      { ...common, subject: '县道大营段改线', submittedOn: addDays(today, -40), unitName: '市交通运输局' },
      clock.next(),
    ),
  )
}
