import { addDays, type Day } from '../../shared/rules/days'
import { isTownshipDeputy } from '../../server/database/in-office'
import { addRow } from '../../server/engine/registers/keep'
import { registerNamed } from '../../server/features/registers/found'
import { startDutyRecord } from '../../server/matters/duty-record/start'
import type { Seeding } from './seeding'

/** The figures of the source report of a year (catalogue 155–160): 22 trainings, 186 person-times, 38 of them on a trip. */
const figures = { trainings: 22, personTimes: 186, onTrip: 38 } as const

const subjects = [
  { title: '代表法讲座', topic: 'congressWork', trainingForm: 'professional', teacher: '县人大讲师' },
  { title: '怎样提好建议', topic: 'congressWork', trainingForm: 'exchange' },
  { title: '预算怎么看', topic: 'congressWork', trainingForm: 'professional', teacher: '镇财政所' },
  { title: '乡村振兴政策', topic: 'currentPolicy', trainingForm: 'collective' },
  { title: '土地承包法', topic: 'law', trainingForm: 'collective', teacher: '镇司法所' },
  { title: '春季果树管护', topic: 'practicalSkill', trainingForm: 'professional', teacher: '县农技站' },
  { title: '接访心得', topic: 'congressWork', trainingForm: 'exchange' },
] as const
const trip = { title: '到邻县看人居环境整治', topic: 'practicalSkill', trainingForm: 'studyTrip' } as const

/** A year of trainings before today, each with who was there by the list, turn about. */
export async function keepTrainings({ database, townId, today, now, actorOf }: Seeding) {
  const office = await actorOf('陈静')
  const register = registerNamed('training')
  const deputies = (
    await database.reader.query<{ id: string }[]>(
      `SELECT p.id FROM person p WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')} ORDER BY p.position, p.id`,
      [townId],
    )
  ).map(({ id }) => id)
  let next = 0
  const some = (count: number) =>
    Array.from({ length: Math.min(count, deputies.length) }, () => deputies[next++ % deputies.length] ?? '')
  const add = (heldOn: Day, training: object, persons: number) =>
    database.transaction((tx) =>
      addRow(tx, register, office, { ...training, heldOn, organiser: 'town', personIds: some(persons) }, now),
    )
  const others = figures.trainings - 1
  const each = Math.floor((figures.personTimes - figures.onTrip) / others)
  const left = (figures.personTimes - figures.onTrip) % others
  for (let at = 0; at < others; at += 1) {
    const subject = subjects[at % subjects.length]
    const heldOn = addDays(today, -8 - Math.floor((at * 330) / others))
    await add(heldOn, { ...subject, hours: '半天' }, each + (at < left ? 1 : 0))
  }
  const begin = addDays(today, -70)
  await add(begin, { ...trip, heldUntil: addDays(begin, 1), hours: '2 天' }, figures.onTrip)
  const [first = ''] = deputies
  const course = { subject: '县里的代表培训班', doneOn: addDays(today, -12), organiser: '县人大' }
  await database.transaction((tx) =>
    startDutyRecord(
      tx,
      { townId, personId: first },
      { ...course, dutyKind: 'trainingAttended' },
      new Date(now.getTime() - 3 * 86_400_000),
    ),
  )
}
