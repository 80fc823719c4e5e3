import {
  listDeliveries,
  listVillageNotices,
  noteTold,
  sendAgain,
  writeSms,
} from '../../shared/api/deliveries'
import { writeOpinion } from '../../shared/matters/opinion/endpoints'
import { PushChannel } from '../../server/database/entities/messages/push-channel'
import { startServer, type TestServer } from '../support/server'
import { consent, control, fail, sentTo } from '../support/simulator'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

/** The villager writes, and what follows is told to people without any consent. */
async function write(more: Record<string, unknown> = {}) {
  const opinion = await town.villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: { deputyId: town.deputy.id, kind: 'report', text: '大郭西河堤塌了一段。', ...more },
  })
  await server.run('checkOpinions')
  await server.run('deliver')
  return opinion.id
}
const listed = async () =>
  (await town.office.client.call(listDeliveries, { params: { town: town.id } })).items
const notices = async () =>
  (await town.office.client.call(listVillageNotices, { params: { town: town.id } })).villages

test('the office reads who was not reached, why, from which village, and the number to call', async () => {
  await write({ name: '老李', phone: '13800000001', villageId: town.village })
  const item = (await listed()).find(({ recipient }) => recipient === '老李')
  expect(item).toMatchObject({ phone: '13800000001', village: '大郭西村', state: 'skipped', told: null })
  expect(item?.reason).toMatch(/没有可用的订阅/)
  // What did not reach one person is one row, as they are shown; who gave no name is not known again.
  await write({ name: '老李', phone: '13800000001', text: '河堤又塌了一段。' })
  await write({ text: '第三件。' })
  await write({ text: '第四件。' })
  const all = await listed()
  expect(new Set(all.filter(({ recipient }) => recipient === '老李').map(({ whose }) => whose)).size).toBe(1)
  expect(all.filter(({ recipient }) => recipient === '一位群众').map(({ whose }) => whose)).toEqual([
    null,
    null,
  ])
  const named = all.filter(({ recipient }) => recipient === '王建国').map(({ whose }) => whose)
  expect([named.length > 1, new Set(named).size]).toEqual([true, 1])
})

test('a call is noted once, with how and when', async () => {
  await write({ name: '老李', phone: '13800000001' })
  const item = (await listed()).find(({ recipient }) => recipient === '老李')
  const ids = [item?.id ?? '']
  await town.office.client.call(noteTold, { params: { town: town.id }, input: { ids, how: 'phone' } })
  await town.office.client.call(noteTold, { params: { town: town.id }, input: { ids, how: 'visit' } })
  expect((await listed()).find(({ id }) => id === item?.id)).toMatchObject({
    told: { how: 'phone', at: '2026-11-23T01:00:00.000Z' },
    maySendAgain: false,
  })
  const again = { params: { town: town.id, id: item?.id ?? '' } }
  expect((await town.office.client.refused(sendAgain, again)).code).toBe('wrong_state')
})

test('a text message has the number, neutral words and a link that opens the matter; nothing of the person', async () => {
  const id = await write({ name: '老李', phone: '13800000001' })
  const item = (await listed()).find(({ recipient }) => recipient === '老李')
  const sms = { params: { town: town.id, id: item?.id ?? '' } }
  const { text, trouble } = await town.office.client.call(writeSms, sms)
  const [, link = ''] = /点开看：(\S+) （30 天内有效）$/.exec(text) ?? []
  expect([text.replace(link, 'LINK'), trouble]).toEqual([
    `【禾丰坝镇人大】您关心的事有新进展（编号 ${id.slice(0, 8).toUpperCase()}），请点开看：LINK （30 天内有效）`,
    null,
  ])
  expect(text).not.toMatch(/老李|河堤|138/)
  expect(await control(server, '/scan', { sceneOrUrl: link })).toEqual({
    page: 'pages/matter',
    query: { town: town.id, id },
  })
  await town.office.client.call(noteTold, {
    params: { town: town.id },
    input: { ids: [item?.id ?? ''], how: 'sms' },
  })
  expect((await listed()).find(({ id }) => id === item?.id)?.told?.how).toBe('sms')
  expect((await town.office.client.refused(writeSms, sms)).code).toBe('wrong_state')
})

test('where WeChat gives no link, the text says where to look, and the office reads why', async () => {
  await write({ name: '老李', phone: '13800000001' })
  const item = (await listed()).find(({ recipient }) => recipient === '老李')
  await fail(server, '/wxa/generate_urllink', 'errcode', { errcode: 85079 })
  const { text, trouble } = await town.office.client.call(writeSms, {
    params: { town: town.id, id: item?.id ?? '' },
  })
  expect(text).toMatch(/请打开微信小程序“代表之家”，在“消息”里看。$/)
  expect(trouble).toBe('微信没有给链接：小程序还没有发布，请先在小程序后台发布（85079）。')
})

test('“send again” sends again', async () => {
  await fail(server, '/cgi-bin/message/subscribe/send', 'errcode', { errcode: 45168, times: 5 })
  await write({ name: '老李' })
  const item = (await listed()).find(({ recipient }) => recipient === '老李')
  expect(item).toMatchObject({ state: 'dead', maySendAgain: true })
  await fail(server, '/cgi-bin/message/subscribe/send', 'errcode', { errcode: 45168, times: 0 }).catch(
    () => {},
  )
  await consent(server, town.villager.openid)
  for (let left = 5; left > 0 && (await sentTo(server, town.villager.openid)).length === 0; left -= 1) {
    const now = (await listed()).find(({ id }) => id === item?.id)
    if (now?.state !== 'pending')
      await town.office.client.call(sendAgain, { params: { town: town.id, id: item?.id ?? '' } })
    await server.run('deliver')
  }
  expect(await sentTo(server, town.villager.openid)).toHaveLength(1)
})

test('another town’s office can neither see nor touch them', async () => {
  await write({ name: '老李' })
  const other = await buildTown(server, '别镇')
  const [item] = await listed()
  const wrong = { params: { town: other.id, id: item?.id ?? '' } }
  expect((await other.office.client.refused(sendAgain, wrong)).code).toBe('not_found')
  expect((await other.office.client.refused(writeSms, wrong)).code).toBe('not_found')
  await other.office.client.call(noteTold, {
    params: { town: other.id },
    input: { ids: [item?.id ?? ''], how: 'phone' },
  })
  expect((await listed()).every(({ told }) => told === null)).toBe(true)
  expect((await other.office.client.call(listDeliveries, { params: { town: other.id } })).items).toEqual([])
})

test('the notice for the village’s wall holds numbers and neutral words, nothing of the person or the matter', async () => {
  const id = await write({ name: '老李', villageId: town.village })
  const found = await notices()
  expect(found).toEqual([
    {
      village: '大郭西村',
      stations: [{ name: '大郭西人大代表活动室', address: '大郭西村委会一楼', hours: '每天 9:00—17:00' }],
      lines: [
        {
          ids: [expect.any(String)],
          number: id.slice(0, 8).toUpperCase(),
          words: '您关心的事有新进展',
          on: '2026-11-23',
        },
      ],
    },
  ])
  expect(JSON.stringify(found)).not.toMatch(/老李|河堤/)
  const ids = found.flatMap(({ lines }) => lines.flatMap((line) => line.ids))
  await town.office.client.call(noteTold, { params: { town: town.id }, input: { ids, how: 'notice' } })
  expect(await notices()).toEqual([])
})

test('whoever left a phone number is called, not put on the wall', async () => {
  await write({ name: '老李', phone: '13800000001', villageId: town.village })
  expect(await notices()).toEqual([])
})

test('the office reads that WeChat reminders rest, why and until when', async () => {
  await server.database.transaction((tx) =>
    tx.insert(PushChannel, {
      name: 'subscription',
      restsUntil: new Date('2026-11-23T01:10:00Z'),
      reason: '服务器的 IP 不在白名单里',
      day: '2026-11-23',
      sent: 0,
      handedOver: 0,
      handedOverAtOnce: 0,
    }),
  )
  const rest = async () =>
    (await town.office.client.call(listDeliveries, { params: { town: town.id } })).rests
  expect(await rest()).toEqual({ reason: '服务器的 IP 不在白名单里', until: '2026-11-23T01:10:00.000Z' })
  server.clock.advance({ minutes: 11 })
  expect(await rest()).toBeNull()
})

test('a villager’s cards name what they are about: an answer, a result', async () => {
  await write({ name: '老李' })
  const pushes = await server.database.reader.query<{ push: string; kind: string }[]>(
    'SELECT push, recipient_kind AS kind FROM outbox_message ORDER BY push',
  )
  expect(pushes).toEqual([
    { push: 'opinion', kind: 'person' },
    { push: 'progress', kind: 'resident' },
  ])
})
