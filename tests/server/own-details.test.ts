import sharp from 'sharp'
import { listDeliveries, listVillageNotices } from '../../shared/api/deliveries'
import { showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import {
  givePhone,
  removeAvatar,
  removePhone,
  setAvatar,
  showAvatar,
  showOwnDetails,
} from '../../shared/api/own-details'
import { newId } from '../../server/database/id'
import { seal, unseal } from '../../server/database/seal'
import { startServer, type TestServer } from '../support/server'
import { callsOf, control, fail } from '../support/simulator'
import { buildTown, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const number = '13812345678'
const params = () => ({ town: town.id })

/** The person has this number in WeChat and presses the button. */
async function press({ openid }: TestPerson, phone = number) {
  await control(server, '/users', { openid, phone, lastActiveAt: server.clock.now().getTime() })
  return (await control<{ code: string }>(server, `/users/${openid}/phone-code`, {})).code
}
const give = async (person: TestPerson, phone = number) =>
  person.client.call(givePhone, { params: params(), input: { code: await press(person, phone) } })
const own = (person = town.villager) => person.client.call(showOwnDetails, { params: params() })

async function write(more: Record<string, unknown> = {}) {
  const { id } = await town.villager.client.call(writeOpinion, {
    params: params(),
    input: {
      deputyId: town.deputy.id,
      kind: 'report',
      text: '大郭西河堤塌了一段。',
      name: '老李',
      villageId: town.village,
      again: true,
      ...more,
    },
  })
  await server.run('checkOpinions')
  await server.run('deliver')
  return id
}
const phoneOf = async (recipient: string) =>
  (await town.office.client.call(listDeliveries, { params: params() })).items.find(
    (item) => item.recipient === recipient,
  )?.phone

test('the number does not stand beside a message that was to have no name', async () => {
  await give(town.villager)
  await write({ name: undefined, unnamed: true })
  expect(await phoneOf('一位群众')).toBeNull()
  await town.villager.client.call(removePhone, { params: params() })
})

test('the number comes from WeChat, is masked for its owner, and is read by the office’s phone list only', async () => {
  const id = await write()
  expect(await phoneOf('老李')).toBeNull()
  expect(await give(town.villager)).toEqual({ phone: '138****5678' })
  expect(await own()).toMatchObject({ phone: '138****5678', hasAvatar: false })
  expect(await phoneOf('老李')).toBe(number)

  const seenByDeputy = [
    await town.deputy.client.call(showOpinion, { params: { ...params(), id } }),
    await workOf(town, town.deputy, 'mine'),
  ]
  expect(JSON.stringify(seenByDeputy)).not.toMatch(/138\d{4}5678|12345678/)
  expect((await town.deputy.client.refused(listDeliveries, { params: params() })).code).toBe('not_allowed')
})

test('the number goes out with the openid of who pressed, and lies sealed in the database', async () => {
  await give(town.villager)
  const [call] = await callsOf(server, '/wxa/business/getuserphonenumber')
  expect(call).toMatchObject({ errcode: 0, body: { openid: town.villager.openid } })
  const rows = await server.database.reader.query<{ sealed: string }[]>('SELECT sealed FROM given_phone')
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('5678')
})

test('a staff member or a deputy may leave one too; it goes before the number of the register', async () => {
  await server.database.transaction((tx) =>
    tx.query(`UPDATE person SET phone = '13900000000' WHERE id = ?`, [town.deputy.id]),
  )
  await write()
  expect(await phoneOf('王建国')).toBe('13900000000')
  await give(town.deputy, '13700001111')
  expect(await phoneOf('王建国')).toBe('13700001111')
})

test('whoever left a number is called, not put on the wall', async () => {
  await write()
  const villages = async () =>
    (await town.office.client.call(listVillageNotices, { params: params() })).villages
  expect(await villages()).toHaveLength(1)
  await give(town.villager)
  expect(await villages()).toEqual([])
})

test('its owner takes it back, and nothing of it stays', async () => {
  await write()
  await give(town.villager)
  await town.villager.client.call(removePhone, { params: params() })
  expect([await own(), await phoneOf('老李')]).toMatchObject([{ phone: null, hasAvatar: false }, null])
  expect(await server.database.reader.query<unknown[]>('SELECT * FROM given_phone')).toEqual([])
})

test('a new number takes the place of the old one', async () => {
  await give(town.villager)
  expect(await give(town.villager, '13500004321')).toEqual({ phone: '135****4321' })
})

test('a number is for one town', async () => {
  await give(town.villager)
  const other = await buildTown(server, '别镇')
  expect(await town.villager.client.call(showOwnDetails, { params: { town: other.id } })).toMatchObject({
    phone: null,
    hasAvatar: false,
  })
})

test('a code that is used up, somebody else’s or none is told in words, and asks nothing else of the person', async () => {
  const code = await press(town.villager)
  const wish = { params: params(), input: { code } }
  expect((await town.deputy.client.refused(givePhone, wish)).code).toBe('bad_input')
  await town.villager.client.call(givePhone, wish)
  expect(await town.villager.client.refused(givePhone, { ...wish, key: newId() })).toMatchObject({
    code: 'bad_input',
    fields: { code: '手机号没有取到，请再点一次。不留手机号，什么都照样能办。' },
  })
})

test('an answer that got lost on the way does not cost the code', async () => {
  const wish = { params: params(), input: { code: await press(town.villager) }, key: newId() }
  const first = await town.villager.client.call(givePhone, wish)
  expect(await town.villager.client.call(givePhone, wish)).toEqual(first)
  expect(await callsOf(server, '/wxa/business/getuserphonenumber')).toHaveLength(1)
})

test.each([
  [-1, 'too_many', '办得太快了，请过 1 分钟再试，您填的内容还在。'],
  [45011, 'too_many', '办得太快了，请过 1 分钟再试，您填的内容还在。'],
  [48001, 'unavailable', '暂时取不到手机号，请过一会儿再试，也可以不留：不留手机号，什么都照样能办。'],
])('WeChat’s %i means “%s”', async (errcode, code, message) => {
  await fail(server, '/wxa/business/getuserphonenumber', 'errcode', { errcode })
  const wish = { params: params(), input: { code: await press(town.villager) } }
  expect(await town.villager.client.refused(givePhone, wish)).toMatchObject({ code, message })
})

test('what is sealed opens with its key and in its place only', () => {
  const sealed = seal('k'.repeat(32), 'a b', number)
  expect([
    unseal('k'.repeat(32), 'a b', sealed),
    unseal('j'.repeat(32), 'a b', sealed),
    unseal('k'.repeat(32), 'a c', sealed),
    unseal('k'.repeat(32), 'a b', `${sealed.slice(0, -3)}AAA`),
    unseal('k'.repeat(32), 'a b', ''),
  ]).toEqual([number, undefined, undefined, undefined, undefined])
  expect(seal('k'.repeat(32), 'a b', number)).not.toBe(sealed)
})

const address = () => `${server.url}/api${showAvatar.path.replace(':town', town.id)}`
const upload = (file: Buffer, version?: number) => {
  const form = new FormData()
  if (version !== undefined) form.set('form', JSON.stringify({ version }))
  form.set('avatar', new Blob([new Uint8Array(file)]), 'avatar.png')
  return fetch(`${server.url}/api${setAvatar.path.replace(':town', town.id)}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${town.villager.client.token ?? ''}`,
      'idempotency-key': newId(),
    },
    body: form,
  })
}
const avatarFor = (person?: TestPerson) =>
  fetch(address(), {
    headers: person ? { authorization: `Bearer ${person.client.token ?? ''}` } : {},
  })

test('an avatar is made anew, is seen by its owner only, and goes when they wish', async () => {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#5b7a8c' } })
    .withExif({ IFD0: { Model: 'CANARY-CAMERA' } })
    .png()
    .toBuffer()
  expect((await upload(picture)).status).toBe(200)
  const bytes = Buffer.from(await (await avatarFor(town.villager)).arrayBuffer())
  const { width, height, format } = await sharp(bytes).metadata()
  expect([width, height, format, bytes.includes('CANARY')]).toEqual([200, 200, 'jpeg', false])
  expect([
    (await own()).hasAvatar,
    (await avatarFor(town.office)).status,
    (await avatarFor(town.deputy)).status,
    (await avatarFor()).status,
  ]).toEqual([true, 404, 404, 401])
  await town.villager.client.call(removeAvatar, { params: params() })
  expect([(await own()).hasAvatar, (await avatarFor(town.villager)).status]).toEqual([false, 404])
})

test('what is no picture is refused with what to do', async () => {
  const answer = await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  expect(await answer.json()).toMatchObject({
    fields: { avatar: '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。' },
  })
})

test('whoever changes it on a second phone is told what stands there now, and the code is not used up', async () => {
  const { version } = await own()
  await give(town.villager)
  const code = await press(town.villager, '13500004321')
  const late = await town.villager.client.refused(givePhone, { params: params(), input: { code, version } })
  expect([late.code, late.message]).toEqual([
    'stale',
    '您打开以后，在别的地方改过：微信手机号138****5678，头像没有设。请看过现在的，再点一次。',
  ])
  for (const endpoint of [removePhone, removeAvatar])
    expect(
      (await town.villager.client.refused(endpoint, { params: params(), input: { version } })).code,
    ).toBe('stale')
  const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#5b7a8c' } })
    .png()
    .toBuffer()
  expect((await upload(picture, version)).status).toBe(409)
  const now = await own()
  expect(
    await town.villager.client.call(givePhone, { params: params(), input: { code, version: now.version } }),
  ).toEqual({ phone: '135****4321' })
  expect((await upload(picture, (await own()).version)).status).toBe(200)
  expect(await own()).toMatchObject({ phone: '135****4321', hasAvatar: true })
})
