import { showFigures } from '../../../shared/api/figures'
import { mergeUnit } from '../../../shared/api/units'
import { recordSuggestion, startSuggestion } from '../../../shared/matters/suggestion/endpoints'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { handlingUnits } from '../../../shared/registers/handling-units'
import { mandates } from '../../../shared/registers/mandates'
import { posts } from '../../../shared/registers/posts'
import { addDays, type Day } from '../../../shared/rules/days'
import { everythingPasses } from '../../support/checks'
import { disagreeing, figuresEverywhere } from '../../support/figures-agree'
import { staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { forms, paper, see, step, text } from '../../support/suggestion'
import { toldInTheMorning } from '../../support/told'
import { addStaff, buildTown, signedIn, type TestPerson, type TestTown } from '../../support/town'

/**
 * A year in which what goes wrong goes wrong, under the rules of Henan: a deputy dies, a clerk leaves, a unit is merged, a
 * paper comes in, a matter lies with the wrong unit, a deputy is silent. Days, words and figures are worked out by hand.
 */
let server: TestServer
let town: TestTown
let old: { id: string; clerk: TestPerson }
let heir: TestPerson
const ids: Record<string, string> = {}
const deadlines: Record<string, Day[]> = {}

beforeEach(async () => {
  server = await startServer({ at: '2026-03-02T01:00:00.000Z' })
  town = await buildTown(server)
  const { id } = await town.office.client.call(handlingUnits.endpoints.add, {
    params: { town: town.id },
    input: { name: '镇农机站', unitKind: 'townOffice' },
  })
  const clerk = await addStaff(server, town.id, {
    name: '杨得草',
    kind: 'unitClerk',
    unitId: id,
    bound: false,
  })
  old = { id, clerk: await signedIn(server, clerk) }
  await staySignedIn(server)
})
afterEach(() => server.stop())

const params = () => ({ town: town.id })

async function take(
  of: string,
  person: TestPerson,
  action: SuggestionAction,
  form: Record<string, unknown> = {},
) {
  const usual = (forms(town) as Partial<Record<string, Record<string, unknown>>>)[action] ?? {}
  const seen = await step(town, person, ids[of] ?? '', action, { ...usual, ...form })
  const deadline = seen.rounds.at(-1)?.deadline.on
  if (deadline !== undefined && deadline !== deadlines[of]?.at(-1)) (deadlines[of] ??= []).push(deadline)
  return seen
}
async function start(of: string, by: TestPerson, coSigner?: TestPerson) {
  const input = { ...text, subject: `${of}河堤` }
  ids[of] = (await by.client.call(startSuggestion, { params: params(), input })).id
  if (coSigner) {
    await take(of, by, 'inviteCoSigners', { deputyIds: [coSigner.id] })
    await take(of, coSigner, 'coSign')
  }
  await take(of, by, 'submit')
}
async function accepted(of: string) {
  await take(of, town.office, 'startReview')
  await take(of, town.office, 'accept')
}
async function consulted(of: string, unit: TestPerson, heldOn: Day) {
  await take(of, unit, 'consult', { heldOn })
}
async function confirmed(of: string, deputy: TestPerson) {
  const { rounds } = await see(town, deputy, ids[of] ?? '')
  const open = rounds.at(-1)?.consultations.find(({ answer }) => answer === 'open')
  await take(of, deputy, 'confirmConsultation', { consultationId: open?.id })
}
const satisfied = { attitudeRating: 'satisfied', resultRating: 'satisfied' }

async function end(
  register: typeof mandates | typeof posts,
  person: TestPerson,
  form: Record<string, unknown>,
) {
  const { endpoints } = register
  const table = register === mandates ? 'mandate' : 'post'
  const [row] = await server.database.reader.query<{ id: string; version: number }[]>(
    `SELECT id, version FROM ${table} WHERE person_id = ?`,
    [person.id],
  )
  const at = { ...params(), id: row?.id ?? '' }
  await town.office.client.call(endpoints.end as typeof mandates.endpoints.end, {
    params: at,
    input: { version: row?.version ?? 0, form },
  })
}

async function nameOf(id: string) {
  const [row] = await server.database.reader.query<{ name: string }[]>(
    'SELECT name FROM person WHERE id = ?',
    [id],
  )
  return row?.name ?? '?'
}

/** What happens on which day. */
const year: Readonly<Record<Day, () => Promise<unknown>>> = {
  '2026-04-01': async () => {
    await start('逝', town.deputy, town.coSigner)
    await start('默', town.otherDeputy)
    await start('错', town.coSigner)
    await start('并', town.coSigner)
  },
  // The paper was handed in on Wednesday, and is typed on Friday: its clock runs from Wednesday.
  '2026-04-03': async () => {
    for (const which of ['逝', '默', '错', '并']) await accepted(which)
    const input = {
      ...paper,
      subject: '纸河堤',
      deputyId: town.coSigner.id,
      spokeOn: '2026-04-01',
    }
    ids.纸 = (await town.office.client.call(recordSuggestion, { params: params(), input })).id
    await accepted('纸')
  },
  '2026-04-08': async () => {
    for (const which of ['逝', '默', '错', '纸']) await take(which, town.office, 'assign')
    await take('并', town.office, 'assign', { leadUnitId: old.id })
  },
  '2026-04-10': async () => {
    for (const which of ['逝', '默', '纸']) await take(which, town.unit, 'receive')
    await take('并', old.clerk, 'receive')
  },
  '2026-04-24': async () => {
    await consulted('逝', town.unit, '2026-04-24')
    await consulted('默', town.unit, '2026-04-24')
    await consulted('纸', town.unit, '2026-04-24')
  },
  // 王建国 dies before he could say whether it was so; the suggestion goes to who signed it with him.
  '2026-04-27': async () => {
    await end(mandates, town.deputy, { endedKind: 'died', endedOn: '2026-04-26' })
    await confirmed('纸', town.coSigner)
  },
  '2026-04-29': () => take('逝', town.office, 'passLead', { reason: '王代表去世了。' }),
  // Nobody in 镇水利站 has moved it: another unit gets it, and three months from then.
  '2026-04-30': () => take('错', town.office, 'reassign'),
  '2026-05-06': async () => {
    await confirmed('逝', town.coSigner)
    await take('错', town.coUnit, 'receive')
  },
  '2026-05-20': async () => {
    const { version } = await town.office.client.call(handlingUnits.endpoints.show, {
      params: { ...params(), id: old.id },
    })
    await town.office.client.call(mergeUnit, {
      params: { ...params(), id: old.id },
      input: { version, form: { intoUnitId: town.coUnitId, endedOn: '2026-05-20' } },
    })
  },
  // The clerk of 镇财政所 leaves, and another one takes up what is open.
  '2026-05-25': async () => {
    const id = await addStaff(server, town.id, {
      name: '何雨',
      kind: 'unitClerk',
      unitId: town.coUnitId,
      bound: false,
    })
    heir = await signedIn(server, id)
    await staySignedIn(server)
    await end(posts, town.coUnit, { endedKind: 'moved', endedOn: '2026-05-25' })
  },
  // 李志强 says nothing for three weeks after his time; the presidium opens the reply.
  '2026-05-29': () => take('默', town.presidium, 'openReply'),
  '2026-06-01': async () => {
    await consulted('错', heir, '2026-06-01')
    await consulted('并', heir, '2026-06-01')
  },
  '2026-06-03': async () => {
    await confirmed('错', town.coSigner)
    await confirmed('并', town.coSigner)
  },
  '2026-06-10': async () => {
    for (const which of ['逝', '默', '纸']) await take(which, town.unit, 'reply')
    for (const which of ['错', '并']) await take(which, heir, 'reply')
  },
  '2026-06-12': async () => {
    for (const which of ['逝', '错', '并', '纸']) await take(which, town.coSigner, 'evaluate', satisfied)
  },
}

/** Off are 4–6 April, 1–5 May and 19–21 June; Saturday, 9 May is worked. */
const words = {
  // Received within five working days, the deputy and the chair hear that it was not; then twenty for the talk.
  错: [
    '2026-04-13 赵永强 《错河堤》快到期了，请在4月15日前办。',
    '2026-04-14 陈静 《错河堤》快到期了（4月15日），现在等镇水利站，请提醒。',
    '2026-04-16 张春梅 《错河堤》已经逾期（4月15日），现在等镇水利站。',
    '2026-04-23 周明德 《错河堤》已经逾期（4月15日），现在等镇水利站。',
    '2026-04-30 周明德 《错河堤》已经逾期（4月15日），现在等镇水利站。',
    // Who has taken up the work is reminded, and nobody who left.
    '2026-05-31 何雨 《错河堤》快到期了，请在6月2日前办。',
    '2026-06-01 陈静 《错河堤》快到期了（6月2日），现在等镇财政所，请提醒。',
  ],
  // The limit goes along with the matter into the unit that took over; once it was talked over its report is due.
  并: [
    '2026-05-10 杨得草 《并河堤》快到期了，请在5月12日前办。',
    '2026-05-11 陈静 《并河堤》快到期了（5月12日），现在等镇农机站，请提醒。',
    '2026-05-13 张春梅 《并河堤》已经逾期（5月12日），现在等镇农机站。',
    '2026-05-20 周明德 《并河堤》已经逾期（5月12日），现在等镇农机站。',
    '2026-05-27 周明德 《并河堤》已经逾期（5月12日），现在等镇财政所。',
    '2026-06-02 何雨 《并河堤》该报告办理进展了，请在6月8日前报告。',
    '2026-06-09 陈静 《并河堤》的进展报告逾期了（6月8日），现在等镇财政所。',
  ],
  // Nobody is asked who is dead, and nobody was late: who took over the lead had five days of her own.
  逝: [
    '2026-05-29 赵永强 《逝河堤》该报告办理进展了，请在6月8日前报告。',
    '2026-06-09 陈静 《逝河堤》的进展报告逾期了（6月8日），现在等镇水利站。',
  ],
  // Five working days for the word of the deputy; while it is awaited the unit is not late.
  默: [
    '2026-05-04 李志强 《默河堤》快到期了，请在5月6日前办。',
    '2026-05-07 李志强 《默河堤》已经逾期（5月6日），请马上办理。',
    '2026-05-07 陈静 《默河堤》已经逾期（5月6日），现在等领衔代表。',
    '2026-05-14 周明德 《默河堤》已经逾期（5月6日），现在等领衔代表。',
    '2026-05-21 周明德 《默河堤》已经逾期（5月6日），现在等领衔代表。',
    '2026-05-28 周明德 《默河堤》已经逾期（5月6日），现在等领衔代表。',
    '2026-05-29 赵永强 《默河堤》该报告办理进展了，请在6月8日前报告。',
    '2026-06-09 陈静 《默河堤》的进展报告逾期了（6月8日），现在等镇水利站。',
    '2026-06-23 李志强 《默河堤》快到期了，请在6月25日前办。',
    '2026-06-26 李志强 《默河堤》的评价时间已过，按“未表态”办结。',
    '2026-06-26 陈静 《默河堤》（2026-0002）代表未表态，已办结。',
  ],
  纸: [
    '2026-05-29 赵永强 《纸河堤》该报告办理进展了，请在6月8日前报告。',
    '2026-06-09 陈静 《纸河堤》的进展报告逾期了（6月8日），现在等镇水利站。',
  ],
}

test('a year of a death, a departure, a merged unit, a paper, a wrong unit and a silent deputy', async () => {
  const told: string[] = []
  for (let day: Day = '2026-03-02'; day <= '2027-03-01'; day = addDays(day, 1)) {
    server.clock.set(`${day}T00:00:00.000Z`)
    await server.run('clock')
    for (const { recipientId, text } of await toldInTheMorning(server, day))
      told.push(`${day} ${await nameOf(recipientId)} ${text}`)
    server.clock.set(`${day}T02:00:00.000Z`)
    const happens = year[day]
    if (happens === undefined) continue
    await happens()
    await everythingPasses(server)
  }
  expect(told.sort()).toEqual(Object.values(words).flat().sort())
  const threeMonths = ['2026-07-08']
  expect(deadlines).toEqual({
    ...{ 逝: threeMonths, 默: threeMonths, 并: threeMonths, 纸: threeMonths },
    错: ['2026-07-08', '2026-07-30'],
  })
  for (const id of Object.values(ids)) expect((await see(town, town.office, id)).state).toBe('closed')
  const { total } = await town.office.client.call(showFigures, { params: params(), query: {} })
  expect(total.counts).toMatchObject({
    ...{ handedOver: 5, replied: 5, due: 5, roundsDue: 5, roundsOnTime: 5, closed: 5, solved: 5 },
    // 李志强 has confirmed no talk and rated nothing.
    ...{ consulted: 4, confirmed: 4, evaluated: 4, satisfied: 4, noResponse: 1, overdue: 0 },
  })
  expect(disagreeing(await figuresEverywhere(server, town))).toEqual([])
}, 600_000)
