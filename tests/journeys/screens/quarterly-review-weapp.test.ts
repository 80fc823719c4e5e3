/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { listMeetingMatters, showMeetingMatter } from '../../../shared/matters/meeting/endpoints'
import { ensureBuilt } from '../../support/screens/built'
import {
  decideOfAll,
  endAndRead,
  groupWithOpinions,
  openTheMeeting,
} from '../../support/screens/quarterly-flow'
import { createWeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

/** 汇总: the same afternoon, on the phone of a leader with WeChat. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  await ensureBuilt('weapp')
  server = await startServer()
  town = await buildTown(server)
}, 180_000)
afterAll(() => server.stop())

test('the leader opens the meeting, calls the roll, decides of each opinion, ends it and reads the minutes', async () => {
  await groupWithOpinions(server, town)
  const leader = createWeappDriver(server, town.deputy.openid)
  await openTheMeeting(leader)
  await decideOfAll(leader)
  await endAndRead(leader)
  await leader.close()
  const params = { town: town.id }
  const { items } = await town.deputy.client.call(listMeetingMatters, { params, query: {} })
  expect(items).toMatchObject([
    { state: 'drafted', expected: 2, present: 2, decided: { raise: 1, explain: 1, drop: 1 } },
  ])
  const { minutes } = await town.deputy.client.call(showMeetingMatter, {
    params: { ...params, id: items[0]?.id ?? '' },
  })
  expect(JSON.stringify(minutes)).toContain('加固桥头护栏')
})
