import { listAuditLog } from '../../shared/api/audit-log'
import { listDeliveries } from '../../shared/api/deliveries'
import { exportLedger } from '../../shared/api/figures'
import { createInvite } from '../../shared/api/people'
import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
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

describe('who saw a number', () => {
  test('of a message: the deputy and the office, each time, by the number of the message and not by the name', async () => {
    const id = await written()
    await see(town.deputy, id)
    server.clock.advance({ minutes: 1 })
    await see(town.office, id)
    const entries = await log()
    expect(entries.map(({ by, what, to, reason }) => ({ by, what, to, reason }))).toEqual(
      ['陈静', '王建国'].map((by) => ({
        by,
        what: '看了群众留言里的电话',
        to: '1 件',
        reason: `编号 ${numberOf(id)}`,
      })),
    )
    expect(JSON.stringify(entries)).not.toMatch(/老李|1380000/)
  })

  test('taking a step shows it as well', async () => {
    const id = await written()
    const version = (await town.villager.client.call(showOpinion, { params: { town: town.id, id } })).version
    await town.deputy.client.call(opinionSteps.answer, {
      params: { town: town.id, id },
      input: { version, form: { text: '明天去看。' } },
    })
    expect((await log()).map(({ by }) => by)).toEqual(['王建国'])
  })

  test('of the list of what was not delivered: one line with the numbers of all of them', async () => {
    const id = await written()
    await server.run('deliver')
    await town.office.client.call(listDeliveries, { params })
    expect(await log()).toMatchObject([
      { by: '陈静', what: '看了未送达的提醒里的电话', to: '1 件', reason: `编号 ${numberOf(id)}` },
    ])
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
      const answers = [await see(town.deputy, id), await town.office.client.ask(listDeliveries, { params })]
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
