import { addDays } from '../../shared/rules/days'
import { addRow, changeRow, endRow } from '../../server/engine/registers/keep'
import type { KeptRow } from '../../server/engine/registers/kept-register'
import { allRows } from '../../server/engine/registers/rows'
import { registerNamed } from '../../server/features/registers/found'
import type { Actor } from '../../server/http/actor'
import { townshipNames } from './names'
import { createPastClock, type Seeding } from './seeding'

const [left, elected] = ['杜凤英', '阮国梁']

/** A deputy moved away and gave the mandate back; in the same district another one was elected. */
export async function changeOffices(seeding: Seeding) {
  const { database, townId, today } = seeding
  const office = await seeding.actorOf('陈静')
  const [people, mandates] = [registerNamed('person'), registerNamed('mandate')]
  const clock = createPastClock(seeding, 55)
  const one = (await allRows(database.reader, people, townId)).find(({ values }) => values.name === left)
  const held = (await allRows(database.reader, mandates, townId)).find(isOf(one?.id))
  if (!one || !held) throw new Error('nobody of that name in the demo town')
  const ended = { endedOn: addDays(today, -55), endedKind: 'movedAway', endedPaper: '禾人〔2026〕11 号' }
  await database.transaction((tx) =>
    endRow(tx, mandates, office, held.id, { version: held.version, form: ended }, clock.next()),
  )
  clock.later(35)
  const { villageId, deputyGroupId } = one.values
  const personId = await database.transaction((tx) =>
    addRow(tx, people, office, { name: elected, gender: 'male', villageId, deputyGroupId }, clock.next()),
  )
  const { electoralDistrictId, congressLevel } = held.values
  const seat = { electoralDistrictId, congressLevel, fillsId: held.id, electedHow: 'byElection' }
  await database.transaction((tx) =>
    addRow(tx, mandates, office, { personId, ...seat, begunOn: addDays(today, -20) }, clock.next()),
  )
  await nameChairs(seeding, office)
}

/** The presidium has a chair and a vice-chair. */
async function nameChairs({ database, townId, now }: Seeding, office: Actor) {
  const kept = registerNamed('post')
  const people = await allRows(database.reader, registerNamed('person'), townId)
  const members = await allRows(database.reader, kept, townId)
  const chairs = [
    ['周明德', 'chairperson'],
    [townshipNames[40], 'viceChairperson'],
  ] as const
  for (const [name, presidiumPost] of chairs) {
    const one = people.find(({ values }) => values.name === name)
    const held = members.find(
      ({ values }) => values.personId === one?.id && values.postKind === 'presidiumMember',
    )
    if (!held) throw new Error(`${name ?? ''} does not sit in the presidium of the demo town`)
    const asked = { version: held.version, form: { presidiumPost } }
    await database.transaction((tx) => changeRow(tx, kept, office, held.id, asked, now))
  }
}

const isOf =
  (personId: string | undefined) =>
  ({ values }: KeptRow) =>
    values.personId === personId
