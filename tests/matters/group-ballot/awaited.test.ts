import { listWork } from '../../../shared/api/work'
import { castVote, listAppraisals } from '../../../shared/matters/group-ballot/endpoints'
import { newId } from '../../../server/database/id'
import { bring } from '../../support/bring'
import { addGroup } from '../../support/group'
import { staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { step } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

/** Whoever has not voted is awaited, then whoever may end it; of a vote nothing stands in a history. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let id: string
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await staySignedIn(server)
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
  id = await bring(server, town, 'closed')
  await step(town, leader, id, 'openBallot')
})
afterEach(() => server.stop())

const laneOf = async (person: TestPerson, lane: 'mine' | 'others' | 'ended') =>
  (await person.client.call(listWork, { params, query: { lane, kind: 'groupBallot' } })).items.map(
    ({ title, state, next }) => [title, state, next?.step ?? null],
  )
async function vote(person: TestPerson) {
  const [ballot] = (await person.client.call(listAppraisals, { params })).ballots
  await person.client.call(castVote, {
    params: { ...params, ballot: ballot?.id ?? '' },
    input: { rating: 'satisfied', blind: newId() },
  })
}
const subject = '修复大郭西段河堤'

test('it waits for each who has not voted, then for the leader, and ends for all of them', async () => {
  expect([await laneOf(town.deputy, 'mine'), await laneOf(town.otherDeputy, 'mine')]).toEqual([
    [[subject, 'open', 'vote']],
    [],
  ])
  await vote(town.deputy)
  expect([await laneOf(town.deputy, 'mine'), await laneOf(town.deputy, 'others')]).toEqual([
    [],
    [[subject, 'open', null]],
  ])
  await vote(town.coSigner)
  await vote(leader)
  expect(await laneOf(leader, 'mine')).toEqual([[subject, 'open', 'close']])
  await step(town, leader, id, 'closeBallot')
  expect([await laneOf(leader, 'mine'), await laneOf(town.deputy, 'ended')]).toEqual([
    [],
    [[subject, 'closed', null]],
  ])
})

test('whoever has not voted is asked once before the day and once after it, and the office when it stays late', async () => {
  await vote(town.deputy)
  const told = async (person: TestPerson) =>
    (await toldTo(server, person)).filter((text) => /前评议|还没有投完票|还没有结束/.test(text)).length
  for (let day = 0; day < 40; day += 1) {
    server.clock.advance({ days: 1 })
    await server.run('clock')
  }
  expect([await told(town.deputy), await told(town.coSigner)]).toEqual([0, 2])
  expect(await told(town.office)).toBeGreaterThan(1)
})

test('who opened it and who ended it stand in its history, and no vote', async () => {
  for (const person of [town.deputy, town.coSigner, leader]) await vote(person)
  await step(town, town.office, id, 'closeBallot')
  const events = await server.database.reader.query(
    `SELECT e.version, e.action, e.party, p.name FROM matter_event e JOIN person p ON p.id = e.person_id
     WHERE e.kind = 'groupBallot' ORDER BY e.version`,
  )
  expect(events).toEqual([
    { version: 0, action: 'start', party: 'groupLeader', name: '郑开明' },
    { version: 1, action: 'close', party: 'congressOffice', name: '陈静' },
  ])
})
