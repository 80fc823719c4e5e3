import { addRow, plannedRow, writeRows } from '../../server/engine/registers/keep'
import { isOfTownship } from '../../server/database/in-office'
import { registerNamed } from '../../server/features/registers/found'
import type { Actor } from '../../server/http/actor'
import { addDays } from '../../shared/rules/days'
import type { Seeding } from './seeding'

/** Of 15 villages, as the town of one of the sources: 46 natural villages and 96 groups of villagers. */
const naturalVillages = 46
const groups = 96
const hamlets = [
  '大坝口',
  '小箐',
  '上寨',
  '下寨',
  '老街',
  '新寨',
  '水沟边',
  '松树坡',
  '石岩脚',
  '河湾',
  '杨梅坡',
]
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** What the town consists of and how it came to be. */
export async function keepTownFacts(seeding: Seeding) {
  const office = await seeding.actorOf('陈静')
  await keepAreas(seeding, office)
  await describeDeputies(seeding)
  await keepElections(seeding, office)
  await keepStations(seeding, office)
  await keepAssociations(seeding, office)
  await keepCalendar(seeding, office)
  const add = adder(seeding, office)
  for (const event of events) await add('townEvent', event)
  for (const rule of rules) await add('congressRule', { ...rule, adoptedOn: addDays(seeding.today, -400) })
}

const adder =
  ({ database, now }: Seeding, office: Actor) =>
  (register: string, input: Record<string, unknown>) =>
    database.transaction((tx) => addRow(tx, registerNamed(register), office, input, now))

const idsOf = async ({ database, townId }: Seeding, table: string, where = '1 = 1') =>
  (
    await database.reader.query<{ id: string }[]>(
      `SELECT r.id FROM ${table} r WHERE r.town_id = ? AND r.ended_on IS NULL AND ${where} ORDER BY r.position, r.id`,
      [townId],
    )
  ).map(({ id }) => id)

/** The groups of a village stand in its natural villages, as evenly as they come. */
async function keepAreas(seeding: Seeding, office: Actor) {
  const villages = await idsOf(seeding, 'village')
  const kept = registerNamed('area')
  let position = 0
  const row = (values: object) => plannedRow(kept, null, { ...values }, { position: (position += 1) })
  const tops = Array.from({ length: naturalVillages }, (_, at) =>
    row({
      ...{ villageId: villages[at % villages.length], areaKind: 'naturalVillage', areaId: null },
      ...{ name: hamlets[at % hamlets.length], households: null, population: null },
    }),
  )
  const below = Array.from({ length: groups }, (_, at) => {
    const top = tops[at % tops.length]?.row
    const households = 24 + ((at * 7) % 29)
    return row({
      ...{ villageId: top?.values.villageId, areaKind: 'villagerGroup', areaId: top?.id },
      name: `${numerals[Math.floor(at / tops.length)] ?? ''}组`,
      ...{ households, population: households * 3 + (at % 17) },
    })
  })
  await seeding.database.transaction((tx) => writeRows(tx, kept, office, [...tops, ...below], seeding.now))
}

/** Invented, like the people themselves. */
async function describeDeputies({ database, townId }: Seeding) {
  const deputies = await database.reader.query<{ id: string }[]>(
    `SELECT DISTINCT p.id, p.position FROM person p JOIN mandate m ON m.person_id = p.id
     WHERE p.town_id = ? AND ${isOfTownship('m')} ORDER BY p.position, p.id`,
    [townId],
  )
  const kinds = ['farmer', 'farmer', 'specialist', 'worker', 'cadre', 'farmer']
  await database.transaction(async (tx) => {
    for (const [at, { id }] of deputies.entries())
      await tx.query(
        'UPDATE person SET birth_year = ?, party = ?, education = ?, occupation_kind = ? WHERE id = ?',
        [
          1962 + ((at * 5) % 36),
          at % 5 < 3 ? 'communist' : 'none',
          (['college', 'secondary', 'primary'] as const)[at % 3] ?? null,
          kinds[at % kinds.length] ?? null,
          id,
        ],
      )
  })
}

async function keepElections(seeding: Seeding, office: Actor) {
  const districts = await idsOf(seeding, 'electoral_district', "r.congress_level = 'township'")
  const add = adder(seeding, office)
  for (const [at, electoralDistrictId] of districts.entries()) {
    const registeredVoters = 1200 + ((at * 137) % 600)
    const votesCast = Math.round(registeredVoters * (0.86 + (at % 9) / 100))
    await add('election', { electoralDistrictId, electedOn: '2021-11-16', registeredVoters, votesCast })
  }
}

async function keepStations(seeding: Seeding, office: Actor) {
  const [first, second] = await idsOf(seeding, 'liaison_station')
  const add = adder(seeding, office)
  const all = { place: true, sign: true, equipment: true, staff: true, rules: true, deputyInfo: true }
  const checkedOn = addDays(seeding.today, -20)
  if (first) {
    await add('stationCheck', {
      liaisonStationId: first,
      checkedOn,
      ...all,
      ledger: true,
      activityRecord: true,
    })
    const furniture = { liaisonStationId: first, assetKind: 'furniture' }
    await add('stationAsset', { ...furniture, name: '档案柜', quantity: 2, assetState: 'good' })
    await add('stationAsset', { ...furniture, name: '打印机', quantity: 1, assetState: 'toMend' })
  }
  if (second)
    await add('stationCheck', { liaisonStationId: second, checkedOn, ...all, note: '台账从下个月起补齐' })
}

async function keepAssociations(seeding: Seeding, office: Actor) {
  const deputies = await idsOf(
    seeding,
    'person',
    `EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = r.id AND ${isOfTownship('m')})`,
  )
  const add = adder(seeding, office)
  const names = ['经济发展共进会', '社会和谐促进会', '文化传承推进会']
  for (const [at, name] of names.entries()) {
    const memberIds = deputies.filter((_, place) => place % names.length === at).slice(0, 8)
    if (memberIds[0]) await add('association', { name, headId: memberIds[0], memberIds })
  }
}

/** What stands on the calendar and is no meeting. */
async function keepCalendar(seeding: Seeding, office: Actor) {
  const add = adder(seeding, office)
  const after = (days: number) => addDays(seeding.today, days)
  await add('calendarEntry', {
    ...{ title: '县人大代表履职培训', day: after(9), until: after(10), at: '9:00', place: '县党校' },
    audience: 'deputies',
  })
  await add('calendarEntry', { title: '走访慰问困难群众', day: after(16), audience: 'everyone' })
  await add('calendarEntry', { title: '向县人大交季度报表', day: after(5), audience: 'office' })
}

const events = [
  { year: 1987, month: 1, text: '撤乡建镇，召开镇第一届人民代表大会第一次会议。' },
  { year: 2009, text: '第一个代表活动室在村里开门。' },
  { year: 2018, text: '建成代表之家，代表每月固定一天接访。' },
  { year: 2021, month: 12, text: '召开镇第十九届人民代表大会第一次会议。' },
]
const rules = [
  {
    ...{ name: '代表接访制度', subject: 'stations', adoptedBy: '镇人大主席团' },
    text: '一、每个站点每月固定一天，由代表轮流接待群众，碰上放假顺延。\n二、来的人说的事当场能答的当场答；答不了的登记下来，告诉他由谁办、什么时候有回音。\n三、没有人来，也记一笔。',
    onWall: true,
  },
  {
    ...{ name: '代表建议办理办法', subject: 'suggestions', adoptedBy: '镇人大主席团' },
    text: '一、先面商，再答复。\n二、办到哪一步、什么时候到期，都在公开栏上看得到。\n三、代表评价“不满意”的，重新办理。',
  },
  {
    ...{ name: '代表联系选民制度', subject: 'deputies', adoptedBy: '镇人大主席团' },
    text: '一、每名代表固定联系本选区的选民不少于五名。\n二、每月走访群众，听到的事带回来，有结果了再告诉他。',
  },
]
