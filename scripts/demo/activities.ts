import { addDays, startOfDay } from '../../shared/rules/days'
import type { InputOf } from '../../shared/grammar/endpoint'
import type { announceActivity } from '../../shared/matters/activity/endpoints'
import type { ActivityAction } from '../../shared/matters/activity/table'
import { isTownshipDeputy } from '../../server/database/in-office'
import { act } from '../../server/engine/act'
import { kind } from '../../server/matters/activity/kind'
import { kind as rectification } from '../../server/matters/rectification/kind'
import { startActivity } from '../../server/matters/activity/start'
import { personas } from '../../server/features/demo/personas'
import type { Seeding } from './seeding'

const studyDaysAgo = 20
const inspectionDaysAgo = 8
const noticeDays = 6
const tripDaysAhead = 9

/** 代表活动: one that was held and reported, and one whose notice is out, with more who come than there are seats. */
export async function holdActivities(seeding: Seeding) {
  const { today } = seeding
  const ids = await deputiesOf(seeding)
  const study = addDays(today, -studyDaysAgo)
  const at = (hour: number) => new Date(startOfDay(study).getTime() + hour * 3_600_000)
  const held = await announced(
    seeding,
    {
      ...{ activityKind: 'exchangeVisit', title: '看邻镇的代表联络站', day: study, meetAt: '8:30' },
      ...{ place: '镇政府门口', purpose: '看看人家的联络站怎么值守、怎么记。', openTo: 'named' },
      ...{ deputyIds: ids.slice(0, 9) },
    },
    new Date(at(9).getTime() - noticeDays * 86_400_000),
  )
  await held('callRoll', { presentIds: ids.slice(0, 8), source: 'paper' }, at(17))
  await held('done', {}, at(17.1))
  const report = '看了三个站：值守表贴在村口，来的人当场记一笔，一周内回话。我们可以先学值守表这一条。'
  await held('report', { report }, new Date(at(10).getTime() + 2 * 86_400_000))

  await inspect(seeding, ids)
  const trip = await announced(
    seeding,
    {
      ...{ activityKind: 'studyTrip', title: '外出看垃圾分类', day: addDays(today, tripDaysAhead) },
      ...{ meetAt: '8:00', place: '镇政府门口', purpose: '看邻县三个村怎么收、怎么运、钱从哪里来。' },
      ...{ openTo: 'named', deputyIds: ids.slice(0, 12), capacity: 4 },
    },
    new Date(seeding.now.getTime() - 3_600_000),
  )
  for (const [no, expectedId] of ids.slice(1, 7).entries())
    await trip(
      'sayForThem',
      { expectedId, attends: no === 2 ? 'notThisTime' : 'comes' },
      new Date(seeding.now.getTime() - 1_800_000 + no * 60_000),
    )
}

/** 视察: two findings are with their units; one of them says that it has mended its own. */
async function inspect(seeding: Seeding, ids: readonly string[]) {
  const { database, unitId, today } = seeding
  const on = addDays(today, -inspectionDaysAgo)
  const at = (hour: number, days = 0) => new Date(startOfDay(addDays(on, days)).getTime() + hour * 3_600_000)
  const take = await announced(
    seeding,
    {
      ...{ activityKind: 'inspection', title: '看村里的水渠和敬老院', day: on, meetAt: '9:00' },
      ...{ place: '镇政府门口', purpose: '入冬前看水渠清了没有、敬老院的消防查了没有。' },
      ...{ openTo: 'named', deputyIds: ids.slice(0, 6), sites: '大郭西村三组水渠\n镇敬老院' },
    },
    at(9, -noticeDays),
  )
  const questions = '水渠今年清过几次？\n灭火器多久查一次？\n夜里谁值班？'
  await take('listQuestions', { questions }, at(10, -2))
  await take('callRoll', { presentIds: ids.slice(0, 5), source: 'clerk' }, at(9.2))
  await take('done', {}, at(16))
  const dueOn = (days: number) => addDays(today, days)
  await take(
    'noteFinding',
    {
      ...{ site: '大郭西村三组', seen: '渠底淤泥半尺深，水草长到渠边。', problem: '三组水渠入冬前没有清' },
      ...{ unitId: unitId('镇水利站'), dueOn: dueOn(12) },
    },
    at(16.2),
  )
  await take(
    'noteFinding',
    {
      ...{ site: '镇敬老院', seen: '二楼两具灭火器压力不够。', problem: '灭火器没有按时检查' },
      ...{ unitId: unitId('镇民政办公室'), dueOn: dueOn(5) },
    },
    at(16.4),
  )
  const report = '看了水渠和敬老院两处，问了三个问题，发现两个问题，都交给了单位，改好了再告诉大家。'
  await take('report', { report }, at(11, 1))
  const [mended] = await database.reader.query<{ id: string }[]>(
    "SELECT f.id FROM finding f WHERE f.town_id = ? AND f.site = '镇敬老院'",
    [seeding.townId],
  )
  const clerk = await seeding.staffOf('镇民政办公室')
  if (mended)
    await database.transaction((tx) =>
      act(
        tx,
        rectification,
        clerk,
        mended.id,
        'report',
        { form: { result: '两具都换了新的，贴了检查卡。' } },
        at(15, 4),
      ),
    )
}

async function announced(seeding: Seeding, input: InputOf<typeof announceActivity>, on: Date) {
  const { database } = seeding
  const office = await seeding.actorOf(personas.find(({ key }) => key === 'office')?.name ?? '')
  const id = await database.transaction((tx) => startActivity(tx, office, input, on))
  return (action: ActivityAction, form: object, at: Date) =>
    database.transaction((tx) => act(tx, kind, office, id, action, { form: { ...form } }, at))
}

async function deputiesOf({ database, townId }: Seeding) {
  const found = await database.reader.query<{ id: string }[]>(
    `SELECT p.id FROM person p WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')} ORDER BY p.position, p.id`,
    [townId],
  )
  return found.map(({ id }) => id)
}
