/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { listMyOpinions } from '../../../shared/matters/opinion/endpoints'
import { bring } from '../../support/bring'
import { ensureBuilt } from '../../support/screens/built'
import { tellMainLine } from '../../support/screens/main-line-flow'
import { writeWithoutNetwork } from '../../support/screens/offline-flow'
import { setStage } from '../../support/screens/stage'
import { createWeappDriver, type WeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

/** All that the output asks WeChat for. A new name here is a new thing to look up in WeChat's documents. */
const declared = [
  'chooseImage',
  'downloadFile',
  'getSetting',
  'getUserCryptoManager',
  'getStorageInfoSync',
  'getStorageSync',
  'login',
  'navigateTo',
  'offNetworkStatusChange',
  'onNeedPrivacyAuthorization',
  'onNetworkStatusChange',
  'onPageNotFound',
  'previewImage',
  'reLaunch',
  'redirectTo',
  'removeStorageSync',
  'request',
  'requestSubscribeMessage',
  'setNavigationBarTitle',
  'setStorageSync',
  'stopPullDownRefresh',
  'switchTab',
  'uploadFile',
]
/** Names that Taro looks for before it does without them. */
const probed = ['cloud', 'env', 'webpackJsonp']

let server: TestServer
let town: TestTown

beforeAll(() => ensureBuilt('weapp'), 180_000)
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

test('the main line, on the untouched weapp output', async () => {
  const drivers: WeappDriver[] = []
  const stage = await setStage(server, town, (person) => {
    const driver = createWeappDriver(server, town[person].openid)
    drivers.push(driver)
    return Promise.resolve(driver)
  })
  await tellMainLine(stage)
  for (const driver of drivers) {
    const { called, missing, setData } = driver.phone().host.record
    expect(declared).toEqual(expect.arrayContaining([...called]))
    expect(probed).toEqual(expect.arrayContaining([...missing]))
    expect(setData.largest).toBeLessThan(64 * 1024)
    await driver.close()
  }
}, 60_000)

test('a card of an earlier release opens the matter, and an inbox of that time still leads to it', async () => {
  const id = await bring(server, town, 'submitted')
  const old = `office/suggestion?town=${town.id}&id=${id}`
  await server.database.transaction((tx) =>
    tx.query('UPDATE inbox_message SET page = ? WHERE recipient_id = ?', [old, town.office.id]),
  )
  const office = createWeappDriver(server, town.office.openid)
  await office.open(`/${old}`)
  await office.see(text.facts)
  await office.open('/pages/inbox')
  await office.tap(`王建国代表提交了建议《${text.subject}》，请审查。`)
  await office.see(text.facts)
  await office.open('/deputy/nothing')
  await office.see('没有这个页面')
  await office.close()
}, 30_000)

test('what is written without a network is sent once when it is back', async () => {
  const villager = createWeappDriver(server, town.villager.openid)
  await writeWithoutNetwork(villager)
  await villager.close()
  const mine = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(mine.items).toHaveLength(1)
}, 30_000)
