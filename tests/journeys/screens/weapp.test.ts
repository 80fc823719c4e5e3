/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { listMyOpinions } from '../../../shared/matters/opinion/endpoints'
import { ensureBuilt } from '../../support/screens/built'
import { tellMainLine } from '../../support/screens/main-line-flow'
import { writeWithoutNetwork } from '../../support/screens/offline-flow'
import { setStage } from '../../support/screens/stage'
import { createWeappDriver, type WeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
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

test('what is written without a network is sent once when it is back', async () => {
  const villager = createWeappDriver(server, town.villager.openid)
  await writeWithoutNetwork(villager)
  await villager.close()
  const mine = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(mine.items).toHaveLength(1)
}, 30_000)
