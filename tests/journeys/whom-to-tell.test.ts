import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { findWhom } from '../../shared/matters/opinion/whom'
import { showInbox } from '../../shared/api/inbox'
import { StationDeputy } from '../../server/database/entities/people/station-deputy'
import { Village } from '../../server/database/entities/people/village'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { opinionsOf } from '../support/opinions'
import { text } from '../support/suggestion'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

/** “不知道找谁”: by village and topic to a deputy, to the leader of the group, to the office. */
let server: TestServer
let town: TestTown
const { see, take } = opinionsOf(() => ({ server, town }))

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const sql = (statement: string, ...values: unknown[]) =>
  server.database.transaction((tx) => tx.query(statement, values))
const whom = (villageId?: string, said = '路灯不亮。') =>
  town.villager.client.call(findWhom, { params: { town: town.id }, input: { villageId, text: said } })
async function send(more: object) {
  const { id } = await town.villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: { unsure: true, kind: 'report', text: '路灯不亮。', again: true, ...more },
  })
  await server.run('checkOpinions')
  return id
}

test('it goes to a deputy of the village, of several to the one who has led the like; its writer reads to whom and why', async () => {
  expect(await whom(town.village)).toEqual({ name: '王建国代表', why: '他联系您这个村。' })
  await server.database.transaction((tx) =>
    tx.insert(StationDeputy, {
      liaisonStationId: town.station,
      personId: town.coSigner.id,
      position: 0,
    }),
  )
  // She has led one about the like; his name stands first in the list.
  await bring(server, { ...town, deputy: town.coSigner, coSigner: town.otherDeputy }, 'accepted')
  const id = await send({ villageId: town.village, text: text.subject })
  expect(await see(town.villager, id)).toMatchObject({
    ...{ to: '张春梅代表', state: 'received' },
    whyTo: '他联系您这个村，办过相近的事。',
  })
  expect((await whom(town.village, '想问医保怎么交。')).name).toBe('王建国代表')
})

test('where no deputy of the village reads here it goes to the leader of their group', async () => {
  const group = newId()
  await sql(
    'INSERT INTO deputy_group (id, town_id, name, position) VALUES (?, ?, ?, 1)',
    group,
    town.id,
    '第一小组',
  )
  await sql(
    'UPDATE person SET deputy_group_id = ?, account_id = NULL WHERE id IN (?, ?)',
    group,
    town.deputy.id,
    town.coSigner.id,
  )
  await sql(
    'UPDATE person SET deputy_group_id = ?, group_leader = 1 WHERE id = ?',
    group,
    town.otherDeputy.id,
  )
  const id = await send({ villageId: town.village })
  expect(await see(town.villager, id)).toMatchObject({
    ...{ to: '李志强代表', state: 'received' },
    whyTo: '您这个村的代表还没有用上微信，先转给他们的小组组长。',
  })
})

test('where there is no deputy the office has it within its hours, and passes it on', async () => {
  const away = newId()
  await server.database.transaction((tx) =>
    tx.insert(Village, { id: away, townId: town.id, name: '小郭村', position: 2 }),
  )
  expect(await whom()).toEqual({
    name: '镇人大办',
    why: '现在没有代表联系您这个村，镇人大办会找到合适的代表转过去。',
  })
  const id = await send({ villageId: away })
  const waiting = await see(town.villager, id)
  expect([waiting.to, waiting.state, waiting.waitsFor, waiting.plain]).toEqual([
    '镇人大办',
    'deputyLeft',
    'congressOffice',
    '您的话收到了，镇人大办正在找合适的代表，转过去以后再告诉您。',
  ])
  const told = async () =>
    (await town.villager.client.call(showInbox, { params: { town: town.id } })).items
      .filter(({ page }) => page?.includes(id))
      .map(({ text }) => text)
  expect(await told()).toEqual([waiting.plain])
  expect((await take(town.office, id, 'passOn', { deputyId: town.otherDeputy.id })).status).toBe(200)
  expect(await see(town.villager, id)).toMatchObject({ to: '李志强代表', whyTo: null, state: 'received' })
})

test('whoever names nobody and does not say so is asked', async () => {
  const refused = await town.villager.client.ask(writeOpinion, {
    params: { town: town.id },
    input: { kind: 'report', text: '路灯不亮。' },
  })
  expect('fields' in refused ? refused.fields : {}).toEqual({
    deputyId: '请选择代表。不知道找谁，就勾上“不知道找谁”。',
  })
})
