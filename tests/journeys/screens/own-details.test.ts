import { givePhone, showOwnDetails } from '../../../shared/api/own-details'
import { createH5Driver } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { control } from '../../support/simulator'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForAllTests((begun) => ({ server, town } = begun), { readyWithinMs: 300_000 })

test('in a browser one reads which number one left, masked, and takes it back', async () => {
  const villager = await createH5Driver(server, 'villager')
  await villager.open('/pages/me')
  await villager.see('退出登录')
  await villager.notSee('微信手机号')
  const { openid, client } = town.villager
  await control(server, '/users', {
    openid,
    phone: '13812345678',
    lastActiveAt: server.clock.now().getTime(),
  })
  const { code } = await control<{ code: string }>(server, `/users/${openid}/phone-code`, {})
  await client.call(givePhone, { params: { town: town.id }, input: { code } })

  await villager.open('/pages/me')
  await villager.see('微信手机号 138****5678')
  await villager.shot('me-phone')
  await villager.tap('收回')
  await villager.notSee('微信手机号')
  expect((await client.call(showOwnDetails, { params: { town: town.id } })).phone).toBeNull()
  await villager.close()
})
