import { answerDeskRequest } from '../../shared/api/desk'
import { listAuditLog } from '../../shared/api/audit-log'
import { createInvite, endBinding, endOwnBinding, mergePersons, showPerson } from '../../shared/api/people'
import { acceptInvite, showMe } from '../../shared/api/sign-in'
import { showInbox } from '../../shared/api/inbox'
import { showSuggestion } from '../../shared/matters/suggestion/endpoints'
import { people } from '../../shared/registers/people'
import { findDifferences } from '../../server/engine/rebuild'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { createBrowser } from '../support/browser-client'
import { startServer, type TestServer } from '../support/server'
import { addDeputy, addStaff, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

/** Who is in the register is one person, whatever becomes of phones, accounts and second entries. */
let server: TestServer
let town: TestTown
let elsewhere: TestTown
let params: { town: string }

beforeAll(async () => {
  server = await startServer()
  elsewhere = await buildTown(server, '云岭坝镇')
})
beforeEach(async () => {
  town = await buildTown(server, `禾丰坝镇${newId().slice(0, 6)}`)
  params = { town: town.id }
})
afterAll(() => server.stop())

const api = people.endpoints
const at = (id: string) => ({ params: { ...params, id } })
const why = { why: '换了手机，用新的微信' }
const rolesOf = async ({ client }: TestPerson) =>
  (await client.call(showMe, {})).standings.find((one) => one.town.id === town.id)?.roles ?? []
const code = async (asked: Promise<{ code: string }>) => (await asked).code
const show = (id: string, by = town.office) => by.client.call(api.show, at(id))
const keep = (input: object) => town.office.client.call(api.add, { params, input: input as { name: string } })

/** Signed in at a desk as well, by scanning what it shows. */
async function atADesk({ client }: TestPerson) {
  const browser = createBrowser(server.url)
  const { link } = (await browser.post('/desk/requests', { miniCode: false })).body as { link: string }
  const scene = /\/q\/(d[0-9a-z]{26})$/.exec(link)?.[1] ?? ''
  await client.call(answerDeskRequest, { params: { scene }, input: { confirm: true } })
  await browser.post('/desk/requests/mine', {})
  return browser
}

describe('a new WeChat', () => {
  test('takes the place of the old one, which is nobody any more at once and is told so', async () => {
    const { deputy, office } = town
    const id = await bring(server, town, 'draft')
    const browser = await atADesk(deputy)
    expect((await browser.get('/me')).status).toBe(200)
    await office.client.call(endBinding, { ...at(deputy.id), input: why })
    expect(await rolesOf(deputy)).toEqual(['resident'])
    expect((await browser.get('/me')).status).toBe(401)
    expect(await code(deputy.client.refused(showSuggestion, { params: { ...params, id } }))).toBe(
      'not_allowed',
    )
    const [told] = (await deputy.client.call(showInbox, { params, query: {} })).items
    expect(told?.text).toContain(`这个微信和${town.name}“王建国”的绑定已经解除`)
    const { items } = await office.client.call(listAuditLog, { params, query: {} })
    expect(items).toContainEqual(
      expect.objectContaining({ what: '微信绑定：王建国', to: '解除了绑定', reason: why.why }),
    )

    const invite = await office.client.call(createInvite, at(deputy.id))
    const anew = await signedIn(server)
    await anew.client.call(acceptInvite, { input: { code: invite.code } })
    expect(await rolesOf(anew)).toEqual(['resident', 'deputy'])
    expect((await workOf(town, anew, 'mine')).map((row) => row.id)).toContain(id)
  })

  test('is refused where there is nothing to end, to whoever is not of the office, and elsewhere', async () => {
    const unbound = await addDeputy(server, town.id, '田秋生')
    const end = (by: TestPerson, id: string, of = town.id) =>
      code(by.client.refused(endBinding, { params: { town: of, id }, input: why }))
    expect([
      await end(town.office, unbound),
      await end(town.presidium, town.deputy.id),
      await end(town.office, elsewhere.deputy.id),
      await end(elsewhere.office, town.deputy.id),
      await code(town.villager.client.refused(endOwnBinding, { params })),
    ]).toEqual(['not_bound', 'not_allowed', 'not_found', 'not_allowed', 'not_bound'])
  })

  test('can be made ready by oneself; but the last of the office who can issue an invite stays bound', async () => {
    const { coSigner, office } = town
    await coSigner.client.call(endOwnBinding, { params })
    expect(await rolesOf(coSigner)).toEqual(['resident'])
    expect(await town.office.client.call(showPerson, at(coSigner.id))).toMatchObject({ bound: false })
    expect(await code(office.client.refused(endOwnBinding, { params }))).toBe('last_of_office')
    expect(await code(office.client.refused(endBinding, { ...at(office.id), input: why }))).toBe(
      'last_of_office',
    )
    await addStaff(server, town.id, { name: '许文静', kind: 'congressOffice', unitId: town.unitId })
    await office.client.call(endOwnBinding, { params })
    expect(await rolesOf(office)).toEqual(['resident'])
  })
})

describe('the register of persons', () => {
  const someone = { name: '李勇', phone: '13900000001', villageId: '' }

  test('asks where a name stands there already, and takes two whom something tells apart', async () => {
    const first = await keep({ ...someone, villageId: town.village, birthYear: '1971' })
    const refused = await town.office.client.refused(api.add, {
      params,
      input: { name: '李 勇', phone: '13900000002', villageId: town.village },
    })
    expect(refused.fields?.name).toContain('名册里已经有“李勇”（手机尾号 0001，同一个村）。')
    const second = await keep({ name: '李勇', phone: '13900000002', birthYear: '1985' })
    expect(second.id).not.toBe(first.id)
  })

  test('shows what is private to the office alone, in the log nothing of it', async () => {
    const { id } = await keep({ ...someone, birthYear: '1971', party: 'communist' })
    expect((await show(id)).values).toMatchObject({ phone: someone.phone, birthYear: 1971 })
    const seen = await show(id, town.presidium)
    expect(Object.keys(seen.values)).not.toEqual(expect.arrayContaining(['phone']))
    expect(JSON.stringify(seen)).not.toMatch(/13900000001|1971|中共党员/)
    const log = await town.office.client.call(listAuditLog, { params, query: {} })
    expect(JSON.stringify(log)).not.toMatch(/13900000001|1971|中共党员/)
    const early = await town.office.client.refused(api.change, {
      ...at(id),
      input: { version: 0, form: { ...someone, birthYear: '2020' } },
    })
    expect(early.fields?.birthYear).toContain('出生年份请填')
  })

  test('lets nobody go who still holds something, and says what comes first', async () => {
    const end = { endedOn: '2026-11-20', endedWhy: '迁出本镇' }
    const held = await town.office.client.refused(api.end, {
      ...at(town.deputy.id),
      input: { version: 0, form: end },
    })
    expect(held.fields?.endedWhy).toBe('还是镇人大代表，请先办理职务终止，再移出名册。')
    const { id } = await keep(someone)
    const { code: invited } = await town.office.client.call(createInvite, at(id))
    await town.office.client.call(api.end, { ...at(id), input: { version: 0, form: end } })
    const anew = await signedIn(server)
    expect([
      await code(anew.client.refused(acceptInvite, { input: { code: invited } })),
      await code(town.office.client.refused(createInvite, at(id))),
    ]).toEqual(['invite_bad', 'bad_input'])
    await town.office.client.call(api.restore, { ...at(id), input: { version: 1, form: {} } })
    expect((await show(id)).history.map(({ what }) => what)).toEqual(['登记', '移出名册', '恢复'])
  })
})

describe('somebody who was written down twice', () => {
  const merge = (id: string, otherId: string, version = 0) => ({
    ...at(id),
    input: { version, form: { otherId, why: '同一个人，导入时手机号写错' } },
  })
  const refused = async (...asked: Parameters<typeof merge>) =>
    (await town.office.client.refused(mergePersons, merge(...asked))).fields?.otherId ?? ''

  test('is one: what the double began and was told goes on with the one who stays', async () => {
    const { deputy, office } = town
    const double = await signedIn(server, await addDeputy(server, town.id, '王建国'))
    const begun = await bring(server, { ...town, deputy: double }, 'handling')
    const asked = await bring(server, { ...town, coSigner: double }, 'draft')
    expect(await refused(deputy.id, double.id)).toContain('两条都绑定了微信。')
    await office.client.call(endBinding, { ...at(double.id), input: why })
    await office.client.call(createInvite, at(double.id))
    await office.client.call(mergePersons, merge(deputy.id, double.id))

    expect((await workOf(town, deputy, 'mine')).map((row) => row.id)).toContain(begun)
    const seen = await deputy.client.call(showSuggestion, { params: { ...params, id: begun } })
    expect(seen.actions).toContain('confirmConsultation')
    const own = await deputy.client.call(showSuggestion, { params: { ...params, id: asked } })
    expect(own.coSigners).toEqual([])
    await server.run('clock')
    expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])

    const [kept, gone] = [await show(deputy.id), await show(double.id)]
    expect([kept, gone].map(({ history }) => history.at(-1)?.what)).toEqual(['合并', '合并'])
    expect(gone).toMatchObject({ endedWhy: '同一个人，导入时手机号写错' })
    expect(await office.client.call(showPerson, at(double.id))).toMatchObject({
      mergedInto: { id: deputy.id, name: '王建国' },
      held: [],
    })
    expect(
      (await office.client.call(showPerson, at(deputy.id))).held.filter((one) => !one.endedOn),
    ).toHaveLength(1)
    expect([
      await code(office.client.refused(mergePersons, merge(deputy.id, double.id))),
      await refused(deputy.id, double.id, 1),
      await code(office.client.refused(api.restore, { ...at(double.id), input: { version: 1, form: {} } })),
      await code(office.client.refused(createInvite, at(double.id))),
    ]).toEqual(['stale', expect.stringContaining('不能再合并'), 'bad_input', 'bad_input'])
  })

  test('keeps the account, the group and what else only the double had', async () => {
    const [one, bound] = [
      await addDeputy(server, town.id, '何秀珍'),
      await signedIn(server, await addDeputy(server, town.id, '何秀珍')),
    ]
    const { source } = server.database
    await source.query("UPDATE person SET phone = '13900000009', village_id = ? WHERE id = ?", [
      ...[town.village, bound.id],
    ])
    await source.query("UPDATE mandate SET certificate_no = '镇009' WHERE person_id = ?", [bound.id])
    await town.office.client.call(mergePersons, merge(one, bound.id))
    expect(await rolesOf(bound)).toEqual(['resident', 'deputy'])
    expect((await show(one)).values).toMatchObject({ phone: '13900000009', villageId: town.village })
    const { held, bound: isBound } = await town.office.client.call(showPerson, at(one))
    expect([isBound, held.find(({ endedOn }) => endedOn === null)?.note]).toEqual([true, '证号 镇009'])
  })

  test('holds a post once, and the history of the other says that it was a mistake', async () => {
    const post = { name: '韦国梁', kind: 'unitLeader', unitId: town.unitId, bound: false } as const
    const [one, other] = [await addStaff(server, town.id, post), await addStaff(server, town.id, post)]
    await town.office.client.call(mergePersons, merge(one, other))
    const { held } = await town.office.client.call(showPerson, at(one))
    expect(held.map(({ word, endedOn }) => [word, endedOn === null])).toEqual([
      ['镇水利站 分管领导', true],
      ['镇水利站 分管领导', false],
    ])
    const events = await server.database.reader.query<{ note: string }[]>(
      "SELECT note FROM matter_event WHERE kind = 'post' AND action = 'end' AND town_id = ?",
      [town.id],
    )
    expect(events.map(({ note }) => note)).toEqual([expect.stringContaining('导入时手机号写错')])
  })

  test('is not merged with whoever is of another town, is oneself, or holds another certificate', async () => {
    const [one, other] = [
      await addDeputy(server, town.id, '何秀珍'),
      await addDeputy(server, town.id, '何秀珍'),
    ]
    const number = (id: string, no: string) =>
      server.database.source.query('UPDATE mandate SET certificate_no = ? WHERE person_id = ?', [no, id])
    await number(one, '镇001')
    await number(other, '镇002')
    expect([
      await refused(one, elsewhere.deputy.id),
      await refused(one, one),
      await refused(one, other),
      await code(town.presidium.client.refused(mergePersons, merge(one, other))),
    ]).toEqual([
      '本镇名册里没有这一条，请重新选择。',
      '选的就是这一条，请选重复登记的另一条。',
      expect.stringContaining('两条都是现任镇人大代表，代表证号不同'),
      'not_allowed',
    ])
  })

  test('has voted once: in a ballot that runs, where both voted, nothing is merged', async () => {
    const [one, other] = [
      await addDeputy(server, town.id, '何秀珍'),
      await addDeputy(server, town.id, '何秀珍'),
    ]
    const { source } = server.database
    const ballot = newId()
    await source.query(
      `INSERT INTO matter (id, kind, town_id, state, version, state_since, title, found_by)
       VALUES (?, 'groupBallot', ?, 'open', 0, '2026-11-20 00:00:00.000', '评议', '')`,
      [ballot, town.id],
    )
    for (const id of [one, other])
      await source.query('INSERT INTO ballot_voter (group_ballot_id, person_id) VALUES (?, ?)', [ballot, id])
    expect(await refused(one, other)).toContain('都投过票。请等这次评议结束')
    await source.query("UPDATE matter SET state = 'closed' WHERE id = ?", [ballot])
    await town.office.client.call(mergePersons, merge(one, other))
    expect(
      await source.query('SELECT person_id AS id FROM ballot_voter WHERE group_ballot_id = ?', [ballot]),
    ).toEqual([{ id: one }])
    await source.query('DELETE FROM matter WHERE id = ?', [ballot])
  })
})
