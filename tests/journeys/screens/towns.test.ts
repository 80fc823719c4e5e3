import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import {
  buildTowns,
  countySeesTowns,
  deputyVisits,
  joinCounty,
  officeWorksInTwo,
  type Towns,
  villagerPicksATown,
} from '../../support/screens/towns-flow'
import type { TestServer } from '../../support/server'

let server: TestServer
let towns: Towns

townForAllTests(async (begun) => {
  server = begun.server
  towns = await buildTowns(server, begun.town)
})

const onPhone = async (persona: string) => {
  const driver = await createH5Driver(server, persona, phone)
  await driver.page.setViewportSize({ width: 375, height: 812 })
  return driver
}

test('a villager says once which town it is, and a link of another town says where it leads', async () => {
  const villager = await onPhone('villager')
  await villagerPicksATown(villager, towns, 'phone')
  expect(villager.page.url()).toContain(`#/pages/home?town=${towns.distant.id}`)
  await villager.shot('phone-town-long')
  await villager.close()
})

test('a deputy stands in the town of the mandate', async () => {
  const deputy = await onPhone('deputy')
  await deputyVisits(deputy, towns, 'phone')
  await deputy.close()
})

test('the office of two towns changes between them, and sees what waits in each', async () => {
  const office = await onPhone('office')
  await officeWorksInTwo(office, towns, 'phone')
  await office.close()
  const wide = await createH5Driver(server, 'office', desk)
  await wide.open(`/desk/list?town=${towns.town.id}`)
  await wide.see(`${towns.other.name}有 1 件等您办`)
  await wide.shot('desk-town-switch')
  await wide.tapId('side-town')
  await wide.tap(towns.other.name)
  await wide.see('最近的建议')
  await wide.see(`${towns.other.name}`)
  await wide.close()
})

test('the county sees its towns as rows, at a desk, and opens a further one', async () => {
  await joinCounty(server, towns.town.coSigner, towns.county)
  const clerk = await createH5Driver(server, 'cosigner', desk)
  await countySeesTowns(clerk, towns, 'desk')
  await clerk.open('/pages/home')
  await clerk.tap('再开通一个镇')
  await clerk.type('乡镇', '清溪坪镇')
  await clerk.choose('适用规则', '重庆（乡镇）')
  await clerk.see('重庆市乡镇人民代表大会工作条例（2016 年）')
  await clerk.type('镇人大办第一位工作人员', '何文静')
  await clerk.tapId('open')
  await clerk.see('清溪坪镇开通了。请把下面的邀请码交给何文静。')
  await clerk.shot('county-opened-a-town')
  await clerk.close()
})
