import { changeRow, plannedRow, writeRows } from '../../server/engine/registers/keep'
import { allRows } from '../../server/engine/registers/rows'
import { mergePersons } from '../../server/features/people/merging/merge-persons'
import { registerNamed } from '../../server/features/registers/found'
import { createPastClock, type Seeding } from './seeding'

const twice = '尹淑贞'
const newPhone = { name: '徐朝阳', phone: '13800009956' }

/** The register lives: a deputy has a new phone, and one who was written down a second time is one again. */
export async function keepPeople(seeding: Seeding) {
  const { database, townId } = seeding
  const office = await seeding.actorOf('陈静')
  const kept = registerNamed('person')
  const clock = createPastClock(seeding, 60)
  const rows = await allRows(database.reader, kept, townId)
  const [moved, own] = [newPhone.name, twice].map((name) => rows.find(({ values }) => values.name === name))
  if (!moved || !own) throw new Error('nobody of that name in the demo town')

  const form = Object.fromEntries(Object.entries(moved.values).filter(([, value]) => value !== null))
  await database.transaction((tx) =>
    changeRow(
      tx,
      kept,
      office,
      moved.id,
      { version: moved.version, form: { ...form, phone: newPhone.phone } },
      clock.next(),
    ),
  )
  clock.later(7)
  const double = plannedRow(
    kept,
    null,
    { ...own.values, phone: '13800009955', groupLeader: false },
    { position: rows.length, mergedIntoId: null },
  )
  await database.transaction((tx) => writeRows(tx, kept, office, [double], clock.next()))
  clock.later(2)
  const asked = { otherId: double.row.id, why: '同一个人，第二次登记时换了手机号' }
  await database.transaction((tx) =>
    mergePersons(tx, office, own.id, { version: own.version, form: asked }, clock.next()),
  )
}
