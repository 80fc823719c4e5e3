import { opinionsOf } from '../../support/opinions'
import { startServer, type TestServer } from '../../support/server'
import { control } from '../../support/simulator'
import { toldTo } from '../../support/told'
import { buildTown, type TestTown } from '../../support/town'
import { workOf } from '../../support/work'

/**
 * Every fault of section 9.7 that the check of a resident's words can meet: what the resident, the deputy and the office
 * see then. Whatever happens, no word is lost, none is rejected, and none is shown before it is checked.
 */
let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  // A token is there already, as on any working day: what was taken back is felt at once.
  await received('桥要塌了。')
})
afterEach(() => server.stop())

const { write, see, take, received } = opinionsOf(() => ({ server, town }))
const words = '路灯不亮。'
const lasting = { path: '/wxa/msg_sec_check', probability: 1 }
const turnOn = (name: string, choice: object = {}) => control(server, `/named-faults/${name}`, choice)
const turnOff = () => fetch(`${server.simulator.controlUrl}/__sim/faults`, { method: 'DELETE' })
const toldDeputy = async () => (await toldTo(server, town.deputy)).length

async function officesWork(id: string) {
  const rows = await workOf(town, town.office, 'mine')
  return rows.some((row) => row.id === id) ? (await see(town.office, id)).actions : undefined
}
/** Written while the fault is there, and looked at once. */
async function writtenInto(fault: string, choice: object) {
  await turnOn(fault, choice)
  const before = await toldDeputy()
  const { id } = await write(town.villager, words)
  await server.run('checkOpinions')
  return { id, before }
}
async function isUnseen(id: string, before: number) {
  await expect(see(town.deputy, id)).rejects.toThrow('not_found')
  expect(await toldDeputy()).toBe(before)
}
async function hasArrived(id: string, before: number) {
  expect(await see(town.villager, id)).toMatchObject({ state: 'received', messages: [{ text: words }] })
  expect(await see(town.deputy, id)).toMatchObject({ messages: [{ text: words }] })
  expect(await toldDeputy()).toBe(before + 1)
}

test.each<[fault: string, choice: object]>([
  ['connectionRefused', {}],
  ['resetBefore', lasting],
  ['resetMidBody', lasting],
  ['http502', lasting],
  ['http504', lasting],
  ['truncatedJson', lasting],
  ['imageInsteadOfJson', lasting],
  ['systemError', lasting],
  ['minuteQuota', lasting],
  ['checkQuota', lasting],
])('%s passes by itself: it is asked again, and meanwhile the sender reads 核对中', async (fault, choice) => {
  const { id, before } = await writtenInto(fault, choice)
  expect(await see(town.villager, id)).toMatchObject({
    state: 'sent',
    plain: '已经送出，正在核对，马上转给王建国代表。',
    messages: [{ text: words }],
  })
  await isUnseen(id, before)
  expect(await officesWork(id)).toBeUndefined()
  await turnOff()
  server.clock.advance({ seconds: 6 })
  await server.run('checkOpinions')
  await hasArrived(id, before)
})

test.each<[fault: string, choice: object]>([
  ['slowAfterEffect', lasting],
  ['noReplyAfterEffect', lasting],
  ['noReplyBefore', lasting],
  ['dayQuota', lasting],
  ['notAuthorised', lasting],
  ['userLimited', lasting],
  ['tokenNeverAccepted', lasting],
])('%s does not pass by itself: the office reads it at once', async (fault, choice) => {
  const { id, before } = await writtenInto(fault, choice)
  expect(await see(town.villager, id)).toMatchObject({
    state: 'held',
    plain: '已经收到，镇人大办工作人员核实后转给王建国代表。',
    messages: [{ text: words }],
  })
  await isUnseen(id, before)
  expect(await officesWork(id)).toEqual(['release', 'split', 'toPetition', 'redirect'])
  await take(town.office, id, 'release')
  await hasArrived(id, before)
})

test.each([
  ['plainTextJson', lasting],
  ['tokenRevoked', {}],
  ['tokenExpired', {}],
])('%s is noticed by nobody', async (fault, choice) => {
  const { id, before } = await writtenInto(fault, choice)
  await hasArrived(id, before)
})
