import { listDeliveries, listVillageNotices } from '../../../shared/api/deliveries'
import { listMyOpinions, showOpinion, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { lookAtResident } from '../../../shared/matters/opinion/looks'
import { saveProfile, showProfile } from '../../../shared/api/sign-in'
import { Village } from '../../../server/database/entities/people/village'
import { newId } from '../../../server/database/id'
import { opinionsOf } from '../../support/opinions'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, signedIn, type TestPerson, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let otherVillage: string
let villager: TestPerson

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  otherVillage = newId()
  await server.database.transaction((tx) =>
    tx.insert(Village, { id: otherVillage, townId: town.id, name: '小郭西村', position: 2 }),
  )
})
afterAll(() => server.stop())
beforeEach(async () => {
  villager = await signedIn(server)
})

const { at, shown, take } = opinionsOf(() => ({ server, town }))
const here = () => ({ town: town.id })
const named = { name: '李秀英', phone: '13900001111' }

async function send(text: string, signed: Record<string, unknown> = {}) {
  const input = { deputyId: town.deputy.id, kind: 'report', text, ...signed }
  const { id } = await villager.client.call(writeOpinion, { params: here(), input })
  await server.run('checkOpinions')
  return id
}
const seenBy = async (person: TestPerson, id: string) => {
  const { resident } = await person.client.call(showOpinion, { params: at(id) })
  const input = { reason: 'verify' as const }
  const opened = await person.client.call(lookAtResident, { params: at(id), input })
  // What the page says without a reason holds neither.
  expect(resident).toMatchObject({ named: opened.name !== null, hasPhone: opened.phone !== null })
  return { ...opened, writtenByAnother: resident?.writtenByAnother, slip: resident?.slip }
}
const unnamed = { name: null, phone: null, writtenByAnother: false, slip: null }
async function profile() {
  const { name, phone, villageId } = await villager.client.call(showProfile, { params: here() })
  return { name, phone, villageId }
}
/** What the office sees of a reply that did not get to the resident. */
async function undelivered(id: string) {
  await shown(town.deputy, id, 'answer', { text: '已经去看过了。' })
  await server.run('deliver')
  const { items } = await town.office.client.call(listDeliveries, { params: here() })
  return items.find(({ text }) => text === '王建国代表回复您了。')
}

describe('the name on a message', () => {
  test('is the one it was sent with, whatever is sent or saved later', async () => {
    const first = await send('门前的沟堵了。', named)
    await send('路灯不亮。', { name: '王小五', phone: '13900002222' })
    await villager.client.call(saveProfile, { params: here(), input: { name: '赵六' } })
    expect(await seenBy(town.deputy, first)).toEqual({ ...named, writtenByAnother: false, slip: null })
  })

  test('is not filled from the profile where it was left empty', async () => {
    await villager.client.call(saveProfile, { params: here(), input: named })
    const id = await send('有人乱占集体的地。')
    expect([await seenBy(town.deputy, id), await seenBy(town.office, id)]).toEqual([unnamed, unnamed])
  })

  test('is not kept where the sender chose to give none, though it was typed', async () => {
    const id = await send('村里的账没有公开。', { ...named, unnamed: true })
    expect(await seenBy(town.office, id)).toEqual(unnamed)
    expect((await profile()).name).toBeNull()
    const row = await server.database.reader.query<unknown[]>(
      'SELECT id FROM resident_opinion WHERE id = ? AND resident_name IS NULL AND resident_phone IS NULL',
      [id],
    )
    expect(row).toHaveLength(1)
  })

  test('of a neighbour stays with the neighbour’s message', async () => {
    await send('我家的井干了。', named)
    const id = await send('他家的房子漏雨。', { forWhom: 'another', name: '孙桂香', phone: '13900003333' })
    expect(await seenBy(town.deputy, id)).toEqual({
      name: '孙桂香',
      phone: '13900003333',
      writtenByAnother: true,
      slip: null,
    })
    expect(await profile()).toMatchObject(named)
  })

  test('tells the sender alone whom it was written for', async () => {
    const id = await send('他家的房子漏雨。', { forWhom: 'another', name: '孙桂香' })
    const { items } = await villager.client.call(listMyOpinions, { params: here() })
    expect(items.map(({ writtenFor }) => writtenFor)).toEqual(['孙桂香'])
    expect((await town.deputy.client.call(showOpinion, { params: at(id) })).writtenFor).toBeNull()
  })
})

describe('the profile', () => {
  test('is empty once it is emptied', async () => {
    await send('沟堵了。', { ...named, villageId: town.village })
    await villager.client.call(saveProfile, { params: here(), input: { name: '', phone: '' } })
    expect(await profile()).toEqual({ name: null, phone: null, villageId: null })
  })

  test('proposes what was left with the last message, and forgets nothing that was left out', async () => {
    await send('沟堵了。', { ...named, villageId: town.village })
    await send('灯不亮。', { phone: '13900002222' })
    expect(await profile()).toEqual({ name: '李秀英', phone: '13900002222', villageId: town.village })
  })

  test('takes no village of another town', async () => {
    const elsewhere = await buildTown(server, '云岭坝镇')
    const input = { villageId: elsewhere.village }
    const answer = await villager.client.refused(saveProfile, { params: here(), input })
    expect(answer.fields).toEqual({ villageId: '没有这个村，请重新选择。' })
  })
})

describe('what did not get through', () => {
  // The office's list begins with the newest.
  beforeEach(() => server.clock.advance({ minutes: 1 }))

  test('is told to the name and number of its own message', async () => {
    const id = await send('河堤塌了。', named)
    await send('灯不亮。', { name: '王小五', phone: '13900002222' })
    expect(await undelivered(id)).toMatchObject({ recipient: named.name, phone: named.phone })
  })

  test('has no name and no number where none was left, and hangs in the village of its own message', async () => {
    const id = await send('河堤塌了。', { villageId: otherVillage })
    await shown(town.deputy, id, 'answer', { text: '已经去看过了。' })
    await server.run('deliver')
    await send('灯不亮。', { ...named, villageId: town.village })
    const { villages } = await town.office.client.call(listVillageNotices, { params: here() })
    const number = id.slice(0, 8).toUpperCase()
    expect(
      villages
        .filter(({ lines }) => lines.some((line) => line.number === number))
        .map(({ village }) => village),
    ).toEqual(['小郭西村'])
    const { items } = await town.office.client.call(listDeliveries, { params: here() })
    const called = items.flatMap(({ village, recipient, phone }) =>
      village === '小郭西村' ? [`${recipient} ${phone}`] : [],
    )
    expect([...new Set(called)]).toEqual(['一位群众 null'])
  })
})

describe('the same words a moment later', () => {
  const again = (more: Record<string, unknown> = {}) => ({
    params: here(),
    input: { deputyId: town.deputy.id, kind: 'report', text: '村口的路灯坏了三天。', ...more },
  })

  test('are asked about, with the number of those that arrived, and sent where they are meant', async () => {
    const { id } = await villager.client.call(writeOpinion, again())
    const answer = await villager.client.refused(writeOpinion, again({ kind: 'propose' }))
    expect([answer.status, answer.code]).toEqual([409, 'sent_already'])
    expect(answer.message).toContain(`刚才已经送出一条一样的（编号 ${id.slice(0, 8).toUpperCase()}）`)
    expect((await villager.client.call(writeOpinion, again({ again: true }))).id).not.toBe(id)
  })

  test('sent under two keys in the same moment are one message', async () => {
    await villager.client.call(writeOpinion, { ...again(), input: { ...again().input, text: '先说一句。' } })
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => villager.client.ask(writeOpinion, again())),
    )
    expect(answers.map(({ code }) => code ?? 'sent').sort()).toEqual([
      'sent',
      'sent_already',
      'sent_already',
      'sent_already',
    ])
  })

  test('of another person, or a quarter of an hour later, are a message of their own', async () => {
    await villager.client.call(writeOpinion, again())
    const neighbour = await signedIn(server)
    expect((await neighbour.client.ask(writeOpinion, again())).status).toBe(200)
    server.clock.advance({ minutes: 15 })
    expect((await villager.client.ask(writeOpinion, again())).status).toBe(200)
    server.clock.advance({ minutes: -15 })
  })
})

test('a step of the resident is still theirs after another message under another name', async () => {
  const id = await send('桥栏杆断了。', named)
  await send('桥面有坑。', { name: '王小五' })
  await shown(town.deputy, id, 'answer', { text: '哪一座桥？' })
  expect((await take(villager, id, 'write', { text: '东头那一座。' })).status).toBe(200)
})
