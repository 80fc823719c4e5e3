import type { TestServer } from '../server'
import type { TestPerson, TestTown } from '../town'
import { createWeappDriver } from './weapp-driver'

/** Somebody who came by the code of a station, on the page about themselves, in the mini-program. */
export async function openMe(
  server: TestServer,
  town: TestTown,
  person: TestPerson,
  settings?: Parameters<typeof createWeappDriver>[2],
) {
  const driver = createWeappDriver(server, person.openid, settings)
  await driver.open(`/pages/station?town=${town.id}&id=${town.station}`)
  await driver.see('下次接访日')
  await driver.open('/pages/me')
  await driver.see('退出登录')
  return driver
}
