import { acceptInvite, saveProfile, showMe, showProfile, signIn, signOut } from '../../shared/api/sign-in'
import { createInvite, showPerson } from '../../shared/api/people'
import { beginHere, openTown } from '../../shared/api/first-start'
import { putFirstStepsAway, showFirstSteps } from '../../shared/api/first-steps'
import { showGuide } from '../../shared/api/guides'
import { showCountyFigures } from '../../shared/api/figures'
import { showRules } from '../../shared/api/rules'
import { people as register } from '../../shared/registers/people'
import { beijingDay, spokenDay } from '../../shared/rules/days'
import { County } from '../../server/database/entities/people/county'
import { Person } from '../../server/database/entities/people/person'
import { issueStartCode } from '../../server/features/first-start/start-code'
import { issueInvite } from '../../server/features/people/invites'
import { newId } from '../../server/database/id'
import { createClient, type Client } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { addUser, fail, loginCode } from '../support/simulator'
import { addDeputy, blankPerson, buildTown, signedIn, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
let elsewhere: TestTown
let anyone: Client

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  elsewhere = await buildTown(server, '云岭坝镇')
  anyone = createClient(server.url)
})
afterAll(() => server.stop())

async function wechatUser(more = {}) {
  const openid = 'o' + newId() + '1'
  await addUser(server, { openid, ...more })
  return openid
}

const newDeputy = (name: string) => addDeputy(server, town.id, name)
const invite = (id: string) => town.office.client.call(createInvite, { params: { town: town.id, id } })

describe('sign-in', () => {
  test('turns a WeChat code into a token of our own', async () => {
    const openid = await wechatUser()
    const { token } = await anyone.call(signIn, { input: { code: await loginCode(server, openid) } })
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    expect((await createClient(server.url, token).call(showMe, {})).standings).toEqual([])
  })

  test('keeps neither the token nor the session key', async () => {
    const openid = await wechatUser()
    const { token } = await anyone.call(signIn, { input: { code: await loginCode(server, openid) } })
    const rows = await server.database.reader.query<Record<string, unknown>[]>(
      'SELECT s.*, a.* FROM sign_in s JOIN account a ON a.id = s.account_id WHERE a.openid = ?',
      [openid],
    )
    const kept = JSON.stringify(rows)
    const user = server.simulator.state.users.find((one) => one.openid === openid)
    expect([kept.includes(token), kept.includes(user?.sessionKey ?? '?'), rows.length]).toEqual([
      false,
      false,
      1,
    ])
  })

  test('uses a code once, however many send it at the same moment', async () => {
    const code = await loginCode(server, await wechatUser())
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => anyone.ask(signIn, { input: { code } })),
    )
    expect(answers.map((answer) => answer.code ?? 'yes').sort()).toEqual([
      ...Array.from({ length: 9 }, () => 'sign_in_code_bad'),
      'yes',
    ])
  })

  test('knows the same person again', async () => {
    const openid = await wechatUser()
    for (const _ of [1, 2]) await anyone.call(signIn, { input: { code: await loginCode(server, openid) } })
    const rows = await server.database.reader.query<unknown[]>('SELECT id FROM account WHERE openid = ?', [
      openid,
    ])
    expect(rows).toHaveLength(1)
  })

  test('tells whom WeChat blocks where to get help', async () => {
    const code = await loginCode(server, await wechatUser({ blocked: true }))
    expect((await anyone.refused(signIn, { input: { code } })).code).toBe('sign_in_blocked')
  })

  test('asks to come back when WeChat is out of order', async () => {
    const code = await loginCode(server, await wechatUser())
    await fail(server, '/sns/jscode2session', 'http502')
    const answer = await anyone.refused(signIn, { input: { code } })
    expect([answer.status, answer.message]).toEqual([503, '微信暂时没有回应，请过一会儿再试。'])
  })

  test('ends with sign-out', async () => {
    const { client } = await signedIn(server)
    await client.call(signOut, {})
    expect((await client.refused(showMe, {})).status).toBe(401)
  })

  test('ends after thirty days', async () => {
    const { client } = await signedIn(server)
    server.clock.advance({ days: 31 })
    const answer = await client.refused(showMe, {})
    server.clock.advance({ days: -31 })
    expect(answer.code).toBe('sign_in_needed')
  })
})

describe('an invite', () => {
  test('binds the person of the register, who then has its rights', async () => {
    const { code } = await invite(await newDeputy('刘桂兰'))
    const { client } = await signedIn(server)
    const bound = await client.call(acceptInvite, {
      input: { code: ` ${code.slice(0, 5)}-${code.slice(5).toLowerCase()}` },
    })
    const me = await client.call(showMe, {})
    expect([bound.name, me.standings[0]?.roles]).toEqual(['刘桂兰', ['resident', 'deputy']])
  })

  test('is good for one of many who send it at once', async () => {
    const { code } = await invite(await newDeputy('何秀珍'))
    const people = await Promise.all(Array.from({ length: 6 }, () => signedIn(server)))
    const answers = await Promise.all(
      people.map(({ client }) => client.ask(acceptInvite, { input: { code } })),
    )
    expect(answers.map((answer) => answer.code ?? 'yes').sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'invite_bad'),
      'yes',
    ])
  })

  test('ends after thirty days', async () => {
    const { code } = await invite(await newDeputy('郭大勇'))
    server.clock.advance({ days: 30, minutes: 1 })
    const { client } = await signedIn(server)
    const answer = await client.refused(acceptInvite, { input: { code } })
    server.clock.advance({ days: -30, minutes: -1 })
    expect(answer.code).toBe('invite_bad')
  })

  test('ends when a new one is issued', async () => {
    const id = await newDeputy('马玉芬')
    const first = await invite(id)
    await invite(id)
    const { client } = await signedIn(server)
    expect((await client.refused(acceptInvite, { input: { code: first.code } })).code).toBe('invite_bad')
  })

  test('is not issued for somebody who is bound, nor for somebody of another town', async () => {
    const issue = async (id: string) =>
      (await town.office.client.refused(createInvite, { params: { town: town.id, id } })).code
    expect([await issue(town.deputy.id), await issue(elsewhere.deputy.id)]).toEqual([
      'already_bound',
      'not_found',
    ])
  })

  test('cannot make a second person of an account in the same town', async () => {
    const { code } = await invite(await newDeputy('田小军'))
    expect((await town.deputy.client.refused(acceptInvite, { input: { code } })).code).toBe('already_bound')
  })

  test('is issued by the office alone', async () => {
    const id = await newDeputy('冯卫国')
    const answer = await town.deputy.client.refused(createInvite, { params: { town: town.id, id } })
    expect(answer.code).toBe('not_allowed')
  })

  test('binds county staff to their county, and gives them no role in a town', async () => {
    const countyId = newId()
    const personId = newId()
    const { code } = await server.database.transaction(async (tx) => {
      await tx.insert(County, { id: countyId, name: '云岭县' })
      await tx.insert(Person, { ...blankPerson(personId, town.id, '林向东', 0), townId: null, countyId })
      return issueInvite(tx, server.env.secretKey, null, personId, server.clock.now())
    })
    const { client } = await signedIn(server)
    await client.call(acceptInvite, { input: { code } })
    expect(await client.call(showMe, {})).toMatchObject({ standings: [], county: { name: '云岭县' } })
  })

  test('is kept only as a keyed digest', async () => {
    const { code } = await invite(await newDeputy('曹文英'))
    const rows = await server.database.reader.query<unknown[]>('SELECT * FROM invite')
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  test('shows in the roster until when it is good', async () => {
    const id = await newDeputy('韩素梅')
    const { validUntil } = await invite(id)
    const { list } = register.endpoints
    const params = { town: town.id }
    let cursor: string | undefined
    let found: unknown
    do {
      const page = await town.office.client.call(list, { params, query: { narrow: 'unbound', cursor } })
      found ??= page.items.find((entry) => entry.id === id)
      cursor = page.next ?? undefined
    } while (cursor)
    const until = spokenDay(validUntil, beijingDay(server.clock.now()))
    expect(found).toMatchObject({
      title: '韩素梅',
      words: { holds: '镇人大代表', binding: `邀请码${until}前有效` },
    })
    expect(await town.office.client.call(showPerson, { params: { ...params, id } })).toMatchObject({
      ...{ bound: false, invitedUntil: validUntil },
      held: [{ kind: 'mandate', word: '镇人大代表' }],
    })
    const bound = await town.office.client.call(list, { params, query: { narrow: 'bound' } })
    expect(bound.items.map(({ title }) => title)).not.toContain('韩素梅')
    expect(bound.items.map(({ title }) => title)).toContain('王建国')
  })
})

describe('a profile', () => {
  test('is what one chose to tell, and one’s own', async () => {
    const { client } = await signedIn(server)
    await client.call(saveProfile, {
      params: { town: town.id },
      input: { name: '李秀英', phone: '13900000000' },
    })
    expect(await client.call(showProfile, { params: { town: town.id } })).toEqual({
      name: '李秀英',
      phone: '13900000000',
      villageId: null,
      version: expect.any(Number) as number,
    })
  })

  test('that is open in two places is saved in one, and the other is told what it is now', async () => {
    const { client } = await signedIn(server)
    const params = { town: town.id }
    const { version } = await client.call(showProfile, { params })
    await client.call(saveProfile, { params, input: { name: '李秀英', version } })
    const late = await client.refused(saveProfile, { params, input: { name: '老李', version } })
    expect([late.code, late.message]).toEqual([
      'stale',
      '您打开以后，在别的地方改过：称呼李秀英，电话没有填。您填的还在，请对照现在的内容，再点一次保存。',
    ])
    const now = await client.call(showProfile, { params })
    await client.call(saveProfile, { params, input: { name: '老李', version: now.version } })
    expect((await client.call(showProfile, { params })).name).toBe('老李')
  })

  test('takes a phone however it is typed, and says of what is none what to write', async () => {
    const { client } = await signedIn(server)
    const params = { town: town.id }
    const mobile = [
      '139 0000 5555',
      '139-0000-5555',
      '+86 13900005555',
      '8613900005555',
      '１３９００００５５５５',
    ]
    const fixed = ['（0371）6789 1234', '0371-67891234']
    const kept: (string | null)[] = []
    for (const phone of [...mobile, ...fixed]) {
      await client.call(saveProfile, { params, input: { phone } })
      kept.push((await client.call(showProfile, { params })).phone)
    }
    expect(kept).toEqual([...mobile.map(() => '13900005555'), ...fixed.map(() => '037167891234')])
    const refused = await client.refused(saveProfile, { params, input: { phone: '没有电话' } })
    expect([refused.code, Object.keys(refused.fields)]).toEqual(['bad_input', ['phone']])
  })

  test('is whole: what is left empty is empty', async () => {
    const { client } = await signedIn(server)
    await client.call(saveProfile, {
      params: { town: town.id },
      input: { name: '李秀英', phone: '13900000000' },
    })
    await client.call(saveProfile, { params: { town: town.id }, input: { name: '', phone: '13700000000' } })
    expect(await client.call(showProfile, { params: { town: town.id } })).toMatchObject({
      name: null,
      phone: '13700000000',
    })
  })
})

describe('a server without a town', () => {
  let fresh: TestServer
  beforeAll(async () => (fresh = await startServer()))
  afterAll(() => fresh.stop())

  const codeOf = () =>
    fresh.database.transaction((tx) => issueStartCode(tx, fresh.env.secretKey, fresh.clock.now()))
  const asTown = { at: 'town', town: '清溪坪镇', profile: 'shandongTownship', name: '何文静' }

  test('lets whoever brings the code of the terminal begin, in time', async () => {
    const code = await codeOf()
    expect(code).toMatch(/^[A-Z2-9]{10}$/)
    const kept = await fresh.database.reader.query<unknown[]>('SELECT * FROM start_code')
    expect(JSON.stringify(kept)).not.toContain(code)
    const { client } = await signedIn(fresh)
    const tries = { guessed: { ...asTown, code: 'AAAAAAAAAA' }, whole: { code, at: 'town', name: '何文静' } }
    expect((await client.refused(beginHere, { input: tries.guessed })).message).toMatch(/^启动码不对/)
    const missing = await client.refused(beginHere, { input: tries.whole })
    expect(missing.fields).toEqual({
      town: '请写乡镇的全名，例如“禾丰坝镇”。',
      profile: '请选本镇适用哪一套规则。',
    })
    fresh.clock.advance({ minutes: 31 })
    expect((await client.refused(beginHere, { input: { ...asTown, code } })).code).toBe('start_code_bad')
  })

  test('has one first clerk, who finds the town with its rules and is told of in its log', async () => {
    const codes = [await codeOf(), await codeOf()]
    const people = await Promise.all(codes.map(() => signedIn(fresh)))
    const answers = await Promise.all(
      people.map(({ client }, at) =>
        client.ask(beginHere, { input: { ...asTown, code: codes[at]?.toLowerCase() ?? '' } }),
      ),
    )
    expect(answers.map(({ code }) => code ?? 'yes').sort()).toEqual(['start_code_bad', 'yes'])
    const client = people[answers[0]?.code === undefined ? 0 : 1]?.client as Client
    const { standings } = await client.call(showMe, {})
    const town = standings[0]?.town.id ?? ''
    expect(standings).toEqual([
      {
        town: { id: town, name: '清溪坪镇' },
        roles: ['resident', 'congressOffice'],
        name: '何文静',
        unit: null,
      },
    ])
    const params = { town }
    expect((await client.call(showRules, { params })).profile).toBe('shandongTownship')
    const { items } = await client.call(register.endpoints.list, { params, query: {} })
    expect(items.map(({ title }) => title)).toEqual(['何文静'])
    const { steps } = await client.call(showFirstSteps, { params })
    expect(steps.map(({ name, isDone, says }) => [name, isDone, says])).toEqual([
      ['roster', false, '0 名代表，0 个单位'],
      ['colleague', false, '1 位'],
      ['session', false, '还没有'],
      ['holidays', false, '2027 年的还没有'],
      ['stations', false, '0 个'],
      ['codes', false, '0 张'],
      ['invites', false, '0 名代表，0 名绑定了微信'],
    ])
    const { parts } = await client.call(showGuide, { params, query: { reader: 'unitStaff' } })
    expect(parts.flatMap(({ says }) => says).join()).toContain('答复在 2 个月内')
    await client.call(putFirstStepsAway, { params })
    expect(await client.call(showFirstSteps, { params })).toEqual({ steps: [] })
    expect(await codeOf()).toBeUndefined()
  })
})

describe('a server of a county', () => {
  test('begins with the county, which opens one town after the other', async () => {
    const fresh = await startServer()
    const code = await fresh.database.transaction((tx) =>
      issueStartCode(tx, fresh.env.secretKey, fresh.clock.now()),
    )
    const { client } = await signedIn(fresh)
    const inCounty = { at: 'county', name: '林晓', code }
    expect((await client.refused(beginHere, { input: inCounty })).fields).toHaveProperty('county')
    const begun = await client.call(beginHere, { input: { ...inCounty, county: '云岭县' } })
    expect(begun).toEqual({ town: null, name: '林晓' })
    const { county } = await client.call(showMe, {})
    const params = { county: county?.id ?? '' }
    const input = { town: '清溪坪镇', profile: 'henan', name: '何文静' }
    const opened = await client.call(openTown, { params, input })
    expect((await client.refused(openTown, { params, input })).fields).toHaveProperty('town')
    const alike = { ...input, town: '清溪坪乡' }
    expect((await client.refused(openTown, { params, input: alike })).fields).toHaveProperty('another')
    await client.call(openTown, { params, input: { ...alike, another: true } })
    const clerk = await signedIn(fresh)
    expect((await clerk.client.refused(openTown, { params, input })).code).toBe('not_allowed')
    await clerk.client.call(acceptInvite, { input: { code: opened.code } })
    expect((await clerk.client.call(showMe, {})).standings[0]?.roles).toContain('congressOffice')
    const { groups } = await client.call(showCountyFigures, { params, query: {} })
    expect(groups.map(({ name }) => name).sort()).toEqual(['清溪坪乡', '清溪坪镇'])
    await fresh.stop()
  })
})
