import { listAuditLog } from '../../shared/api/audit-log'
import { listDeliveries } from '../../shared/api/deliveries'
import { exportLedger } from '../../shared/api/figures'
import { createInvite } from '../../shared/api/people'
import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { lookAtResident } from '../../shared/matters/opinion/looks'
import { acceptInvite } from '../../shared/api/sign-in'
import { numberOf } from '../../shared/words/messages'
import type { AuditKind } from '../../shared/words/words'
import { startServer, type TestServer } from '../support/server'
import { addDeputy, buildTown, type TestPerson, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
})
afterEach(() => server.stop())

const phone = '13800000001'
async function written(more: Record<string, unknown> = { name: '老李', phone }) {
  const { id } = await town.villager.client.call(writeOpinion, {
    params,
    input: { deputyId: town.deputy.id, kind: 'report', text: '大郭西河堤塌了一段。', ...more },
  })
  await server.run('checkOpinions')
  return id
}
const log = async (kind: AuditKind = 'view') =>
  (await town.office.client.call(listAuditLog, { params, query: { kind } })).items
const see = (person: TestPerson, id: string) =>
  person.client.ask(showOpinion, { params: { town: town.id, id } })
async function ledger() {
  const answer = await fetch(`${server.url}/api${exportLedger.path.replace(':town', town.id)}`, {
    headers: { authorization: `Bearer ${town.office.client.token}` },
  })
  await answer.arrayBuffer()
  return answer.status
}
/** The log can not be written any more. */
const breakTheLog = () =>
  server.database.transaction((tx) => tx.query('ALTER TABLE audit_log RENAME TO audit_log_gone'))
const mendTheLog = () =>
  server.database.transaction((tx) => tx.query('ALTER TABLE audit_log_gone RENAME TO audit_log'))

const look = (person: TestPerson, id: string, reason: unknown = 'tellResult') =>
  person.client.ask(lookAtResident, { params: { town: town.id, id }, input: { reason } })
const seenOf = async (id: string) => {
  const { looks } = await town.villager.client.call(showOpinion, { params: { town: town.id, id } })
  return looks.map(({ by, reason }) => [by, reason])
}

describe('who saw a number', () => {
  test('of a message: the deputy and the office, each time and why, by the number of the message and not by the name', async () => {
    const id = await written()
    await look(town.deputy, id, 'askMore')
    server.clock.advance({ minutes: 1 })
    await look(town.office, id)
    const entries = await log()
    expect(entries.map(({ by, what, to, reason }) => ({ by, what, to, reason }))).toEqual(
      [
        ['陈静', '打电话告知结果'],
        ['王建国', '打电话问情况'],
      ].map(([by, why]) => ({
        by,
        what: `看了群众留言里的姓名和电话：${why}`,
        to: '1 件',
        reason: `编号 ${numberOf(id)}`,
      })),
    )
    expect(JSON.stringify(entries)).not.toMatch(/老李|1380000/)
    // Whoever it is about reads each opening: the office and its reason, no member of staff.
    expect(await seenOf(id)).toEqual([
      ['王建国代表', 'askMore'],
      ['镇人大办', 'tellResult'],
    ])
  })

  test('a look without a reason is impossible, and a unit, the board or another deputy have none', async () => {
    const id = await written()
    for (const reason of [null, '', 'undelivered', 'curiosity'])
      expect((await look(town.deputy, id, reason)).code).toBe('bad_input')
    for (const person of [town.unit, town.presidium, town.otherDeputy, town.villager])
      expect((await look(person, id)).code).toBe('not_found')
    expect([await seenOf(id), await log()]).toEqual([[], []])
    for (const person of [town.deputy, town.office])
      expect(JSON.stringify(await see(person, id))).not.toMatch(/老李|1380000/)
  })

  test('taking a step shows it to nobody', async () => {
    const id = await written()
    const version = (await town.villager.client.call(showOpinion, { params: { town: town.id, id } })).version
    const taken = await town.deputy.client.call(opinionSteps.answer, {
      params: { town: town.id, id },
      input: { version, form: { text: '明天去看。' } },
    })
    expect(JSON.stringify(taken)).not.toMatch(/老李|1380000/)
    expect(await log()).toEqual([])
  })

  test('of the list of what was not delivered: one line with the numbers of all of them', async () => {
    const id = await written()
    await server.run('deliver')
    await town.office.client.call(listDeliveries, { params })
    expect(await log()).toMatchObject([
      { by: '陈静', what: '看了未送达的提醒里的电话', to: '1 件', reason: `编号 ${numberOf(id)}` },
    ])
    // Turning the page opens it no more often.
    await town.office.client.call(listDeliveries, { params })
    expect(await seenOf(id)).toEqual([['镇人大办', 'undelivered']])
  })

  test('nobody did where no number was shown: the villager their own, a message without one, an empty list', async () => {
    const id = await written()
    await see(town.villager, id)
    await see(town.deputy, await written({ text: '路灯不亮。', again: true }))
    await see(town.otherDeputy, id)
    expect(await log()).toEqual([])
  })

  test('where the log can not be written, no number is shown, and what needs no log goes on', async () => {
    const id = await written()
    await server.run('deliver')
    await breakTheLog()
    try {
      const answers = [await look(town.deputy, id), await town.office.client.ask(listDeliveries, { params })]
      expect(answers.map(({ status }) => status >= 500)).toEqual([true, true])
      expect(JSON.stringify(answers)).not.toContain(phone)
      expect(await ledger()).toBeGreaterThanOrEqual(500)
      expect((await see(town.villager, id)).status).toBe(200)
    } finally {
      await mendTheLog()
    }
  })
})

test('who took the ledger along', async () => {
  expect(await ledger()).toBe(200)
  expect(await log()).toMatchObject([{ by: '陈静', what: '导出了代表建议台账' }])
})

test('who issued an invite, and who bound WeChat with it; the code stands nowhere', async () => {
  const id = await addDeputy(server, town.id, '郑开明')
  const { code } = await town.office.client.call(createInvite, { params: { ...params, id } })
  server.clock.advance({ minutes: 1 })
  await town.villager.client.call(acceptInvite, { input: { code } })
  const entries = await log('change')
  expect(entries).toMatchObject([
    { by: '郑开明', what: '微信绑定：郑开明', from: '没有绑定' },
    { by: '陈静', what: '邀请码：郑开明' },
  ])
  expect(JSON.stringify(entries)).not.toContain(code)
})

test('an invite is not issued where the log can not be written', async () => {
  const id = await addDeputy(server, town.id, '郑开明')
  await breakTheLog()
  try {
    const answer = await town.office.client.ask(createInvite, { params: { ...params, id } })
    expect(answer.status).toBeGreaterThanOrEqual(500)
    const invites = await server.database.reader.query<unknown[]>(
      'SELECT id FROM invite WHERE person_id = ? AND ended_at IS NULL',
      [id],
    )
    expect(invites).toEqual([])
  } finally {
    await mendTheLog()
  }
})
