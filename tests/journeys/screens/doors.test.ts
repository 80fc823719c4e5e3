/** @jest-environment ./tests/support/weapp/phone-environment.ts */
import { listDoors } from '../../../shared/api/doors'
import { type Role, roles } from '../../../shared/permissions'
import { refusals } from '../../../shared/words/refusals'
import { everyone } from '../../support/everyone'
import { ensureBuilt } from '../../support/screens/built'
import {
  buildTowns,
  countySeesTowns,
  deputyVisits,
  joinCounty,
  officeWorksInTwo,
  villagerPicksATown,
} from '../../support/screens/towns-flow'
import { createWeappDriver, type WeappDriver } from '../../support/screens/weapp-driver'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let people: Record<Role, TestPerson>
beforeAll(async () => {
  await ensureBuilt('weapp')
  server = await startServer()
  town = await buildTown(server)
  people = await everyone(server, town)
}, 180_000)
afterAll(() => server.stop())

const [, refused] = refusals.not_allowed
const said = Object.values(refusals).map(([, sentence]) => sentence)

/** Whatever the screen was waiting for has come. */
async function settled(driver: WeappDriver) {
  for (const until = performance.now() + 20_000; performance.now() < until;) {
    const element = driver.phone().host.pages.top()?.element
    if (element && element.textContent !== '' && !element.querySelector('.skeleton, .button-busy')) break
    await new Promise((wake) => setTimeout(wake, 5))
  }
  const text = await driver.text()
  if (driver.phone().host.pages.top()?.element.querySelector('.skeleton'))
    throw new Error(`Nothing comes:\n${text}`)
  return text
}

test.each(Object.keys(roles) as Role[])('no door of a %s leads to a page that refuses', async (role) => {
  const { client, openid } = people[role]
  const { doors } = await client.call(listDoors, { params: { town: town.id } })
  const driver = createWeappDriver(server, openid)
  await driver.open(`/pages/station?town=${town.id}&id=${town.station}`)
  await driver.see('下次接访日')
  for (const { word, page } of doors) {
    await driver.open(`/${page}${page.includes('?') ? '&' : '?'}town=${town.id}`)
    const text = await settled(driver)
    expect([word, said.filter((sentence) => text.includes(sentence))]).toEqual([word, []])
    expect(driver.phone().host.pages.top()?.path).toBe(page.replace(/\?.*/, ''))
  }
  await driver.close()
})

test('a page that refuses says so, and is found out by the walk', async () => {
  const driver = createWeappDriver(server, town.unit.openid)
  await driver.open(`/office/settings?town=${town.id}`)
  expect(await settled(driver)).toContain(refused)
  await driver.close()
})

test('whoever has doors finds them under 我, each with its word, what it is for and what waits', async () => {
  const driver = createWeappDriver(server, town.presidium.openid)
  await driver.open(`/pages/station?town=${town.id}&id=${town.station}`)
  await driver.see('下次接访日')
  await driver.open('/pages/me')
  const { doors } = await town.presidium.client.call(listDoors, { params: { town: town.id } })
  for (const { word, note, tab } of doors.filter((door) => !door.tab)) {
    await driver.see(word)
    expect([tab, note === null || (await driver.text()).includes(note)]).toEqual([false, true])
  }
  await driver.tap('建议类别')
  await driver.see('基础设施')
  await driver.close()
})

test('where there are several towns, each person comes to theirs, on the untouched weapp output', async () => {
  const towns = await buildTowns(server, town)
  const visitor = createWeappDriver(server, town.villager.openid)
  await villagerPicksATown(visitor, towns, 'weapp')
  const deputy = createWeappDriver(server, town.otherDeputy.openid)
  await deputyVisits(deputy, towns, 'weapp')
  const office = createWeappDriver(server, town.office.openid)
  await officeWorksInTwo(office, towns, 'weapp')
  await joinCounty(server, town.coSigner, towns.county)
  const clerk = createWeappDriver(server, town.coSigner.openid)
  await countySeesTowns(clerk, towns, 'weapp')
  for (const driver of [visitor, deputy, office, clerk]) await driver.close()
})
