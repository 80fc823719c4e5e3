import { newId } from '../../server/database/id'
import { listDeputies } from '../../shared/api/people'
import { listWork } from '../../shared/api/work'
import { mandates } from '../../shared/registers/mandates'
import { posts } from '../../shared/registers/posts'
import { startSuggestion } from '../../shared/matters/suggestion/endpoints'
import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { see, start, step, text } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addDeputy, addStaff, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
let district: string
const { take, received, see: seeOpinion } = opinionsOf(() => ({ server, town }))

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  district = await addDistrict('第一选区', 'township')
})
afterAll(() => server.stop())

async function addDistrict(name: string, level: string) {
  const id = newId()
  await server.database.transaction((tx) =>
    tx.query(
      'INSERT INTO electoral_district (id, town_id, congress_level, name, position) VALUES (?, ?, ?, ?, 1)',
      [id, town.id, level, name],
    ),
  )
  return id
}
async function rowOf(table: 'mandate' | 'post', personId: string) {
  const [row] = await server.database.reader.query<{ id: string; version: number }[]>(
    `SELECT id, version FROM ${table} WHERE person_id = ? ORDER BY ended_on IS NULL DESC`,
    [personId],
  )
  if (!row) throw new Error('nothing is held')
  return row
}
const on = { endedOn: '2026-11-01' }
async function end(table: 'mandate' | 'post', { id }: { id: string }, form: object, by = town.office) {
  const { endpoints } = table === 'post' ? posts : mandates
  const row = await rowOf(table, id)
  const input = { version: row.version, form: { ...on, ...form } }
  return by.client.ask(endpoints.end as typeof mandates.endpoints.end, {
    params: { town: town.id, id: row.id },
    input,
  })
}
async function change(personId: string, form: object) {
  const row = await rowOf('mandate', personId)
  const params = { town: town.id, id: row.id }
  const input = { version: row.version, form }
  return town.office.client.ask(mandates.endpoints.change, { params, input })
}
const here = () => ({ town: town.id })
const works = (person: TestPerson) => person.client.ask(listWork, { params: here(), query: { lane: 'mine' } })
const add = (input: Record<string, unknown>) =>
  town.office.client.ask(mandates.endpoints.add, { params: here(), input })
const vacant = async () => {
  const query = { shown: 'ended', narrow: 'vacant' } as const
  const { items } = await town.presidium.client.call(mandates.endpoints.list, { params: here(), query })
  return items.map(({ title }) => title)
}
const elected = (name: string) => addPerson(name)
async function addPerson(name: string): Promise<string> {
  const id = await addDeputy(server, town.id, name)
  await server.database.transaction((tx) => tx.query('DELETE FROM mandate WHERE person_id = ?', [id]))
  return id
}

describe('a clerk of a unit leaves', () => {
  test('who only looks on may not end it, and a reason of its kind and a day that was are needed', async () => {
    expect((await end('post', town.unit, { endedKind: 'moved' }, town.presidium)).code).toBe('not_allowed')
    expect((await end('post', town.unit, {})).code).toBe('bad_input')
    expect((await end('post', town.unit, { endedKind: 'moved', endedOn: '2099-01-01' })).code).toBe(
      'bad_input',
    )
    expect((await works(town.unit)).status).toBe(200)
  })

  test('reads nothing from that second on, and the office reads that nobody is left', async () => {
    const ended = await end('post', town.unit, { endedKind: 'moved', endedPaper: '禾政〔2026〕8号' })
    expect(ended).toMatchObject({ body: { endedOn: '2026-11-01', endedWhy: '调离。文件：禾政〔2026〕8号' } })
    expect((await works(town.unit)).code).toBe('sign_in_needed')
    expect((await toldTo(server, town.unit)).join()).toContain('不再担任镇水利站经办人（调离')
    expect((await toldTo(server, town.office)).join()).toContain('现在没有人办')
    const again = await signedIn(server, town.unit.id, town.unit.openid)
    expect(await works(again)).toMatchObject({ body: { items: [] } })
  })

  test('whoever takes over is named instead', async () => {
    await addStaff(server, town.id, { name: '钱文', kind: 'unitClerk', unitId: town.coUnitId })
    await end('post', town.coUnit, { endedKind: 'retired' })
    expect((await toldTo(server, town.office)).join()).toContain('由钱文接着办')
  })
})

test('the last of the congress office who can sign in cannot be ended; with a second one the first can', async () => {
  const last = await end('post', town.office, { endedKind: 'moved' })
  expect(last.code).toBe('last_of_office')
  const second = await signedIn(server, await addPerson('刘晓梅'))
  const input = { personId: second.id, postKind: 'congressOffice' }
  await town.office.client.call(posts.endpoints.add, { params: here(), input })
  expect((await town.office.client.ask(posts.endpoints.add, { params: here(), input })).code).toBe(
    'bad_input',
  )
  const first = town.office
  expect((await end('post', first, { endedKind: 'moved' }, first)).status).toBe(200)
  expect((await works(first)).code).toBe('sign_in_needed')
  town.office = second
  expect((await works(second)).status).toBe(200)
})

describe('the presidium', () => {
  const add = (personId: string, more: object) =>
    town.office.client.ask(posts.endpoints.add, {
      params: here(),
      input: { personId, postKind: 'presidiumMember', ...more },
    })
  const list = async (query: { narrow?: string; shown?: 'ended' }) =>
    (await town.office.client.call(posts.endpoints.list, { params: here(), query: query })).items
  let chair: TestPerson

  test('has one chair and at most two vice-chairs, and nobody else is one', async () => {
    chair = await signedIn(server, await addPerson('沈长河'))
    expect((await add(chair.id, { presidiumPost: 'chairperson' })).status).toBe(200)
    for (const name of ['严文斌', '冯秀兰'])
      expect((await add(await addPerson(name), { presidiumPost: 'viceChairperson' })).status).toBe(200)
    for (const presidiumPost of ['chairperson', 'viceChairperson'])
      expect(await add(await addPerson('石有才'), { presidiumPost })).toMatchObject({
        fields: { presidiumPost: expect.stringContaining('换人请先给前任办离任') as string },
      })
    expect(
      await add(await addPerson('石有福'), {
        ...{ postKind: 'unitLeader', handlingUnitId: town.unitId, presidiumPost: 'chairperson' },
      }),
    ).toMatchObject({ fields: { presidiumPost: '只有主席团成员才选主席团里的职务，请去掉。' } })
    expect((await list({})).map(({ title }) => title)).toContain('沈长河 主席团成员 主席')
  })

  test('with a post in the administration it is said on the row and to the office, of a village committee it is not', async () => {
    expect(await list({ narrow: 'conflict' })).toEqual([])
    await add(chair.id, { postKind: 'unitLeader', handlingUnitId: town.unitId })
    const [both] = await list({ narrow: 'conflict' })
    expect(both).toMatchObject({
      title: '沈长河 主席团成员 主席',
      words: {
        conflict: expect.stringContaining('主席、副主席不能担任行政机关职务（地方组织法第18条）') as string,
      },
    })
    expect((await toldTo(server, town.office)).join()).toContain('沈长河同时在镇水利站任职')
    await server.database.transaction((tx) =>
      tx.query("UPDATE handling_unit SET unit_kind = 'villageCommittee' WHERE id = ?", [town.unitId]),
    )
    expect(await list({ narrow: 'conflict' })).toEqual([])
    await server.database.transaction((tx) =>
      tx.query("UPDATE handling_unit SET unit_kind = 'townOffice' WHERE id = ?", [town.unitId]),
    )
  })

  test('without a chair stands on a list until there is one', async () => {
    const [held] = (await list({})).filter(({ title }) => title === '沈长河 主席团成员 主席')
    await town.office.client.call(posts.endpoints.end, {
      params: { ...here(), id: held?.id ?? '' },
      input: { version: held?.version ?? 0, form: { ...on, endedKind: 'resigned' } },
    })
    expect((await list({ narrow: 'vacant', shown: 'ended' })).map(({ title }) => title)).toEqual([
      '沈长河 主席团成员 主席',
    ])
    expect((await toldTo(server, town.office)).join()).toContain('主席团主席有一位离任')
    await add(await addPerson('罗正清'), { presidiumPost: 'chairperson' })
    expect(await list({ narrow: 'vacant', shown: 'ended' })).toEqual([])
  })
})

describe('a deputy resigns', () => {
  let open: string
  let draft: string
  let invited: string
  let opinion: string

  beforeAll(async () => {
    await change(town.deputy.id, { electoralDistrictId: district })
    open = await start(town)
    await step(town, town.deputy, open, 'submit')
    draft = await start(town, { ...text, subject: '修一条机耕路' })
    opinion = await received()
    await take(town.deputy, opinion, 'answer', { text: '我去看看。' })
    await server.run('checkOpinions')
    const asked = await town.coSigner.client.call(startSuggestion, {
      params: here(),
      input: { ...text, subject: '装路灯' },
    })
    invited = asked.id
    await step(town, town.coSigner, invited, 'inviteCoSigners', { deputyIds: [town.deputy.id] })
    expect((await end('mandate', town.deputy, { endedKind: 'resigned' })).status).toBe(200)
    await server.run('clock')
    town.deputy = await signedIn(server, town.deputy.id, town.deputy.openid)
  })

  test('is in no list of deputies and gets no letter', async () => {
    const { deputies } = await town.villager.client.call(listDeputies, { params: here() })
    expect(deputies.map(({ id }) => id)).not.toContain(town.deputy.id)
    const letter = { deputyId: town.deputy.id, kind: 'report', text: '路坏了。', again: true }
    expect(await town.villager.client.ask(writeOpinion, { params: here(), input: letter })).toMatchObject({
      code: 'bad_input',
      fields: { deputyId: expect.stringContaining('不是本镇现任代表') as string },
    })
  })

  test('begins nothing, hands in nothing that was not, and nobody waits for their signature', async () => {
    const begun = await town.deputy.client.ask(startSuggestion, { params: here(), input: text })
    expect(begun).toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('不履行代表职务') as string,
    })
    await expect(step(town, town.deputy, draft, 'submit')).rejects.toThrow('不能再提交新的')
    await expect(see(town, town.deputy, invited)).rejects.toThrow()
    expect((await step(town, town.coSigner, invited, 'submit')).state).toBe('submitted')
  })

  test('what was handed in goes on and is answered to them', async () => {
    expect((await step(town, town.office, open, 'startReview')).state).toBe('underReview')
    expect((await see(town, town.deputy, open)).state).toBe('underReview')
  })

  test('whoever waits for an answer is passed on to another deputy, who is known from what the first one said', async () => {
    expect((await seeOpinion(town.villager, opinion)).state).toBe('deputyLeft')
    expect((await toldTo(server, town.villager)).join()).toContain('转给另一位代表')
    await expect(seeOpinion(town.deputy, opinion)).rejects.toThrow()
    const back = await take(town.office, opinion, 'passOn', { deputyId: town.deputy.id })
    expect(back.code).toBe('bad_input')
    await take(town.office, opinion, 'passOn', { deputyId: town.otherDeputy.id })
    const seen = await seeOpinion(town.otherDeputy, opinion)
    expect([seen.state, seen.deputy, seen.messages.map(({ deputy }) => deputy)]).toEqual([
      'received',
      '李志强',
      [null, '王建国'],
    ])
    expect((await toldTo(server, town.villager)).join()).toContain('转给李志强代表')
  })

  test('a by-election fills the seat in the same district, once', async () => {
    const { id: fillsId } = await rowOf('mandate', town.deputy.id)
    const personId = await elected('杨志明')
    const seat = { personId, congressLevel: 'township', electedHow: 'byElection', fillsId }
    const elsewhere = await addDistrict('第二选区', 'township')
    expect(await add({ ...seat, electoralDistrictId: elsewhere })).toMatchObject({
      fields: { fillsId: expect.stringContaining('出缺的那个选区') as string },
    })
    expect(await vacant()).toEqual(['王建国 镇人大代表'])
    expect((await add({ ...seat, electoralDistrictId: district })).status).toBe(200)
    expect(await vacant()).toEqual([])
    const { deputies } = await town.villager.client.call(listDeputies, { params: here() })
    expect(deputies.find(({ name }) => name === '杨志明')?.district).toBe('第一选区')
    const second = { ...seat, personId: await elected('罗桂芬'), electoralDistrictId: district }
    expect(await add(second)).toMatchObject({
      fields: { fillsId: expect.stringContaining('已经补上') as string },
    })
    const { id, version } = await rowOf('mandate', town.deputy.id)
    const back = { params: { ...here(), id }, input: { version, form: {} } }
    expect((await town.office.client.ask(mandates.endpoints.restore, back)).code).toBe('bad_input')
  })
})

test('who is suspended reads, and does nothing new until it is over', async () => {
  const mine = await town.coSigner.client.call(startSuggestion, { params: here(), input: text })
  expect((await change(town.coSigner.id, { suspendedOn: '2026-11-01' })).code).toBe('bad_input')
  await change(town.coSigner.id, { suspendedOn: '2026-11-01', suspendedWhy: '依法暂停' })
  const again = await signedIn(server, town.coSigner.id, town.coSigner.openid)
  expect((await see(town, again, mine.id)).state).toBe('draft')
  expect((await again.client.ask(startSuggestion, { params: here(), input: text })).code).toBe('not_allowed')
  await change(town.coSigner.id, {})
  expect((await again.client.ask(startSuggestion, { params: here(), input: text })).status).toBe(200)
})

describe('a deputy of the city who sits in no congress of the township', () => {
  let city: TestPerson
  beforeAll(async () => {
    city = await signedIn(server, await elected('赵国安'))
    await add({ personId: city.id, congressLevel: 'city' })
  })

  test('is told where their matters go, before anything is begun', async () => {
    expect(await city.client.ask(startSuggestion, { params: here(), input: text })).toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('上级代表建议') as string,
    })
  })

  test('gets letters, and makes no suggestion of the township of them', async () => {
    const input = { deputyId: city.id, kind: 'report', text: '桥要修。', again: true }
    const { id } = await town.villager.client.call(writeOpinion, { params: here(), input })
    await server.run('checkOpinions')
    expect(await take(city, id, 'raise')).toMatchObject({ code: 'not_of_township' })
    expect((await take(city, id, 'close', { explanation: '已经向市里反映。' })).status).toBe(200)
  })

  test('neither signs a motion nor counts in it', async () => {
    const lead = town.otherDeputy
    const { id } = await lead.client.call(startSuggestion, {
      params: here(),
      input: { ...text, kind: 'motion' },
    })
    const signers = await Promise.all(
      ['甘雨', '白露', '谷满', '秦分'].map(async (name) =>
        signedIn(server, await addDeputy(server, town.id, name)),
      ),
    )
    const invite = (deputyIds: string[]) => step(town, lead, id, 'inviteCoSigners', { deputyIds })
    await expect(invite([city.id])).rejects.toThrow('不是现任镇人大代表')
    await invite(signers.map((one) => one.id))
    for (const one of signers) await step(town, one, id, 'coSign')
    expect((await see(town, lead, id)).signersMissing).toBe(0)
    await end('mandate', signers[0] ?? city, { endedKind: 'movedAway' })
    expect((await see(town, lead, id)).signersMissing).toBe(1)
    await expect(step(town, lead, id, 'submit')).rejects.toThrow('还差 1 人')
  })
})
