/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { showOwnDetails } from '../../../shared/api/own-details'
import { showProfile } from '../../../shared/api/sign-in'
import { ensureBuilt } from '../../support/screens/built'
import { openMe } from '../../support/screens/open-me'
import { createWeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { control } from '../../support/simulator'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(() => ensureBuilt('weapp'), 300_000)
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  const { openid } = town.villager
  await control(server, '/users', {
    openid,
    phone: '13812345678',
    lastActiveAt: server.clock.now().getTime(),
  })
})
afterEach(() => server.stop())

const own = () => town.villager.client.call(showOwnDetails, { params: { town: town.id } })
const openVillager = async (privacyAgreed: boolean) => {
  const villager = await openMe(server, town, town.villager, { privacyAgreed })
  await villager.see('微信手机号')
  return villager
}

test('before anything personal is taken one is asked; a “no” leads nowhere bad, a “yes” is asked for once', async () => {
  const villager = await openVillager(false)
  await villager.tap('留手机号')
  await villager.see('用到您的信息以前')
  await villager.tap('《用户隐私保护指引》')
  await villager.tap('不同意')
  await villager.notSee('用到您的信息以前')
  await villager.see('没有留手机号，没关系，什么都照样能办。')
  expect([(await own()).phone, villager.phone().host.record.called.has('openPrivacyContract')]).toEqual([
    null,
    true,
  ])

  await villager.tap('留手机号')
  await villager.tap('关闭')
  await villager.notSee('用到您的信息以前')
  await villager.tap('留手机号')
  await villager.tap('同意')
  await villager.see('微信手机号 138****5678')
  expect(await villager.text()).not.toContain('13812345678')
  await villager.tap('收回')
  await villager.see('留手机号')
  await villager.tap('留手机号')
  await villager.see('微信手机号 138****5678')
  await villager.notSee('用到您的信息以前')
  await villager.close()
})

test('who has no number in WeChat, or keeps it, goes on without', async () => {
  const deputy = createWeappDriver(server, town.deputy.openid)
  await deputy.open(`/pages/station?town=${town.id}&id=${town.station}`)
  await deputy.see('下次接访日')
  await deputy.open('/pages/me')
  await deputy.tap('留手机号')
  await deputy.see('没有留手机号，没关系，什么都照样能办。')
  await deputy.close()
})

test('a picture and a name out of WeChat, and both taken back', async () => {
  const file = path.resolve('tests/.output/avatar.png')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await sharp({ create: { width: 300, height: 300, channels: 3, background: '#5b7a8c' } })
    .png()
    .toFile(file)
  const villager = await openVillager(false)
  await villager.givePicture('选头像', file)
  await villager.tap('同意')
  await villager.see('去掉头像')
  expect((await own()).hasAvatar).toBe(true)
  await villager.tap('去掉头像')
  await villager.see('选头像')
  await villager.notSee('去掉头像')

  await villager.tap('我的称呼和电话')
  await villager.type('怎么称呼您', '老李')
  await villager.tap('保存')
  await villager.see('已经保存。')
  expect((await town.villager.client.call(showProfile, { params: { town: town.id } })).name).toBe('老李')
  await villager.close()
})

test('a name that WeChat does not let pass is gone again', async () => {
  const villager = await openVillager(true)
  await villager.tap('我的称呼和电话')
  await villager.type('怎么称呼您', '不妥的名字')
  villager.phone().host.review('#field-name wx-input', { pass: false })
  // The head of the sheet: a finger that does nothing yet.
  await villager.tap('我的称呼和电话')
  await villager.confirm()
  await villager.see('已经保存。')
  expect((await town.villager.client.call(showProfile, { params: { town: town.id } })).name).toBeNull()
  await villager.close()
})

test('an ordinary link that WeChat opens brings its whole address, encoded', async () => {
  const villager = createWeappDriver(server, town.villager.openid)
  const q = encodeURIComponent(`https://example.cn/q/s${town.station}`)
  await villager.open(`/pages/scan?q=${q}&scancode_time=1795219200`)
  await villager.see('下次接访日')
  await villager.open(`/pages/station?scene=s${town.station}`)
  await villager.see('大郭西人大代表活动室')
  await villager.open('/pages/scan?q=%E7%A0')
  await villager.see('去本镇首页')
  await villager.tap('去本镇首页')
  await villager.see('说给代表听')
  await villager.close()
})
