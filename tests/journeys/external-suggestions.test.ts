import {
  addExternalEntry,
  rateExternal,
  showExternal,
} from '../../shared/matters/external-suggestion/endpoints'
import { listAuditLog } from '../../shared/api/audit-log'
import { externalSuggestions } from '../../shared/registers/external-suggestions'
import { Mandate } from '../../server/database/entities/people/mandate'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { forms, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, signedInAgain, type TestTown } from '../support/town'

/** 上级代表建议: carried to the county congress by a deputy who lives here, and followed by hand until it is answered. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  await elect(town.id, town.otherDeputy.id)
})
afterEach(() => server.stop())

const elect = (townId: string, personId: string) =>
  server.database.transaction((tx) =>
    tx.insert(Mandate, {
      id: newId(),
      townId,
      personId,
      congressLevel: 'county',
      electoralDistrictId: null,
      certificateNo: null,
      endedOn: null,
    }),
  )

const api = externalSuggestions.endpoints
const params = () => ({ town: town.id })
const input = () => ({
  deputyId: town.otherDeputy.id,
  congressLevel: 'county' as const,
  subject: '大郭西段河堤列入县水利项目',
  submittedOn: '2026-11-20',
})
const course = { externalNo: '县建〔2026〕118 号', unitName: '县水利局', deadlineOn: '2027-02-20' }
const register = (more: object = {}) =>
  town.office.client.call(api.add, { params: params(), input: { ...input(), ...more } })

const reply = {
  kind: 'reply' as const,
  heldOn: '2026-11-23',
  note: '县水利局答复：列入 2027 年度中小河流治理项目。',
  outcome: 'planned' as const,
  publicResult: '列入明年县里的河道项目',
}

test('what was carried upward is followed to its answer, and the residents behind it hear it', async () => {
  const suggestionId = await bring(server, town, 'handling')
  await step(town, town.presidium, suggestionId, 'referUpward', forms(town).referUpward)
  const { lists } = await town.office.client.call(api.lists, { params: params() })
  expect(lists).toMatchObject({
    higherDeputy: [{ id: town.otherDeputy.id, name: '李志强', note: '县人大代表' }],
    referredSuggestion: [{ id: suggestionId, name: '修复大郭西段河堤' }],
  })
  expect(lists.opinion).toHaveLength(1)

  const kept = await register({ suggestionId })
  const at = { ...params(), id: kept.id }
  expect(kept).toMatchObject({
    values: { suggestionId, deadlineOn: null },
    words: { suggestionId: '修复大郭西段河堤', deputyId: '李志强', congressLevel: '县人大' },
    stands: { tone: 'flow', word: '等上级答复' },
    mayKeep: true,
  })
  const changed = await town.office.client.call(api.change, {
    params: at,
    input: {
      version: kept.version,
      form: { ...course, subject: input().subject, submittedOn: '2026-11-20' },
    },
  })
  expect(changed).toMatchObject({ values: course, stands: { tone: 'flow' } })
  expect(changed.history.map(({ by, what, changes }) => [by, what, changes.length > 0])).toEqual([
    ['陈静', '登记', true],
    ['陈静', '修改', true],
  ])

  const noted = await town.office.client.call(addExternalEntry, {
    params: at,
    input: {
      version: 0,
      form: { kind: 'progress', heldOn: '2026-11-22', note: '县水利局来看了现场。' },
    },
  })
  expect(await toldTo(server, town.otherDeputy)).toEqual([])
  const early = { version: noted.version, form: { satisfaction: 'satisfied' as const } }
  const refused = await town.office.client.refused(rateExternal, { params: at, input: early })
  expect(refused.message).toBe('上级还没有答复，登记答复以后再登记代表是否满意。')

  const answered = await town.office.client.call(addExternalEntry, {
    params: at,
    input: { version: noted.version, form: reply },
  })
  expect(answered).toMatchObject({
    repliedOn: '2026-11-23',
    outcome: 'planned',
    entries: [
      { kind: 'progress', on: '2026-11-22', by: '陈静' },
      { kind: 'reply', on: '2026-11-23' },
    ],
  })
  expect(await toldTo(server, town.otherDeputy)).toContain(
    '您向县人大提出的《大郭西段河堤列入县水利项目》有了答复：列入计划，逐步解决。列入明年县里的河道项目',
  )
  expect((await toldTo(server, town.villager)).join()).not.toContain('列入明年县里的河道项目')
  await server.run('checkContent')
  expect(await toldTo(server, town.villager)).toContain(
    '您反映的事，李志强代表向县人大提出的建议有了答复：列入计划，逐步解决。列入明年县里的河道项目',
  )
  const rated = await town.office.client.call(rateExternal, {
    params: at,
    input: { version: answered.version, form: { satisfaction: 'basicallySatisfied' } },
  })
  expect(rated.satisfaction).toBe('basicallySatisfied')
})

test("a resident's own words can be carried up without a suggestion of the town; each is told once", async () => {
  await bring(server, town, 'draft')
  const { lists } = await town.office.client.call(api.lists, { params: params() })
  const kept = await register({ opinionId: lists.opinion?.[0]?.id })
  const at = { ...params(), id: kept.id }
  expect((await town.deputy.client.call(showExternal, { params: at })).fromOpinion).toBe(true)
  const before = (await toldTo(server, town.villager)).length
  await town.office.client.call(addExternalEntry, {
    params: { ...params(), id: kept.id },
    input: { version: kept.version, form: reply },
  })
  await server.run('checkContent')
  expect(await toldTo(server, town.villager)).toHaveLength(before + 1)
})

test('it is overdue when its deadline has passed without a reply, without any job', async () => {
  const kept = await register({ deadlineOn: '2026-12-20' })
  const overdue = async () =>
    (await town.deputy.client.call(api.list, { params: params(), query: {} })).items.map(
      ({ stands }) => stands?.tone === 'late',
    )
  server.clock.set('2026-12-20T15:00:00Z')
  town = await signedInAgain(server, town)
  expect(await overdue()).toEqual([false])
  server.clock.set('2026-12-20T16:30:00Z')
  expect(await overdue()).toEqual([true])
  await town.office.client.call(addExternalEntry, {
    params: { ...params(), id: kept.id },
    input: { version: kept.version, form: reply },
  })
  expect(await overdue()).toEqual([false])
})

test('the office writes, deputies read, nobody else; and another town sees nothing', async () => {
  const kept = await register()
  const at = { ...params(), id: kept.id }
  expect(await town.deputy.client.call(api.show, { params: at })).toMatchObject({ mayKeep: false })
  expect(await town.deputy.client.call(showExternal, { params: at })).toMatchObject({
    actions: [],
    timeline: [{ action: 'start', by: '镇人大办 陈静' }],
  })
  const refused = async (person: typeof town.office) =>
    (await person.client.refused(api.add, { params: params(), input: input() })).code
  expect([await refused(town.deputy), await refused(town.presidium), await refused(town.unit)]).toEqual([
    'not_allowed',
    'not_allowed',
    'not_allowed',
  ])
  expect((await town.unit.client.refused(showExternal, { params: at })).code).toBe('not_allowed')
  const elsewhere = await buildTown(server, '石岭镇')
  expect(
    (await elsewhere.office.client.refused(showExternal, { params: { town: elsewhere.id, id: kept.id } }))
      .code,
  ).toBe('not_found')
})

test('what does not fit is said where it stands, and nothing is written', async () => {
  const suggestionId = await bring(server, town, 'handling')
  const fields = async (more: object) =>
    (await town.office.client.refused(api.add, { params: params(), input: { ...input(), ...more } })).fields
  expect([
    await fields({ deputyId: town.deputy.id }),
    await fields({ congressLevel: 'province' }),
    await fields({ submittedOn: '2026-11-24' }),
    await fields({ deadlineOn: '2026-11-20' }),
    await fields({ suggestionId }),
    await fields({ opinionId: newId() }),
  ]).toEqual([
    { deputyId: '这位不是本镇选出的现任县人大代表，请重新选择代表或级别。' },
    { deputyId: '这位不是本镇选出的现任省人大代表，请重新选择代表或级别。' },
    { submittedOn: '提出日期还没有到，最迟填今天（2026年11月23日）。' },
    { deadlineOn: '答复期限要在提出日期以后，请核对。' },
    { suggestionId: '这件建议没有向上反映过，请重新选择，或不选。' },
    { opinionId: '没有这条群众留言，请重新选择，或不选。' },
  ])
  expect((await town.office.client.call(api.list, { params: params(), query: {} })).items).toEqual([])
  const kept = await register()
  const add = async (form: object) =>
    town.office.client.refused(addExternalEntry, {
      params: { ...params(), id: kept.id },
      input: { version: kept.version, form: form as typeof reply },
    })
  expect((await add({ kind: 'reply', heldOn: '2026-11-23', note: '有了答复。' })).fields).toEqual({
    outcome: '登记答复，请选择办理结果。',
    publicResult: '登记答复，请写一句群众看得懂的结果。',
  })
  expect((await add({ ...reply, heldOn: '2026-11-19' })).fields).toEqual({
    heldOn: '日期要在这件事提出以后，最早填2026年11月20日，请核对。',
  })
  expect((await add({ ...reply, heldOn: '2026-11-24' })).fields).toEqual({
    heldOn: '日期还没有到，最迟填今天（2026年11月23日）。',
  })
})

test('one that was written down by mistake is ended with a reason, rests, and can be taken back until it is answered', async () => {
  const { id } = await register({ deadlineOn: '2026-12-20' })
  const at = { ...params(), id }
  const standing = async () => {
    const { state, waitsFor, due } = await town.office.client.call(showExternal, { params: at })
    return [state, waitsFor, due?.on ?? null]
  }
  const end = (version: number) => ({
    params: at,
    input: { version, form: { endedOn: '2026-11-23', endedWhy: '登记重了' } },
  })
  expect(await town.office.client.call(api.end, end(0))).toMatchObject({
    endedWhy: '登记重了',
    stands: { tone: 'done', word: '已作废' },
  })
  expect(await standing()).toEqual(['struck', null, null])
  await town.office.client.call(api.restore, { params: at, input: { version: 1, form: {} } })
  expect(await standing()).toEqual(['awaited', 'congressOffice', '2026-12-20'])
  const { version } = await town.office.client.call(showExternal, { params: at })
  await town.office.client.call(addExternalEntry, { params: at, input: { version, form: reply } })
  expect((await town.office.client.refused(api.end, end(2))).fields).toEqual({
    endedWhy: '上级已经答复，不能作废。写错的可以更正。',
  })
})

test("which resident's words are behind it only the office reads: in list, one, history, search, options and log", async () => {
  await bring(server, town, 'draft')
  const { lists } = await town.office.client.call(api.lists, { params: params() })
  const opinionId = lists.opinion?.[0]?.id ?? ''
  const { id } = await register({ opinionId })
  const at = { ...params(), id }
  const read = async ({ client }: typeof town.office) => [
    await client.call(api.list, { params: params(), query: {} }),
    await client.call(api.show, { params: at }),
    await client.call(api.find, { params: params(), input: { words: '河堤' } }),
    await client.call(api.options, { params: params() }),
    await client.call(showExternal, { params: at }),
    (await client.call(api.find, { params: params(), input: { words: '留言' } })).items.length,
  ]
  const behind = new RegExp(`${opinionId}|留言 `)
  expect(JSON.stringify(await read(town.office))).toMatch(behind)
  for (const person of [town.deputy, town.presidium])
    expect(JSON.stringify(await read(person))).not.toMatch(behind)
  const { items } = await town.office.client.call(listAuditLog, {
    params: params(),
    query: { kind: 'change' },
  })
  expect(JSON.stringify(items)).not.toMatch(behind)
  // The words themselves would stay for good where they are written into a history.
  const events = await server.database.reader.query<unknown[]>(
    'SELECT note FROM matter_event WHERE matter_id = ?',
    [id],
  )
  expect(JSON.stringify(events)).not.toContain(lists.opinion?.[0]?.name)
})
