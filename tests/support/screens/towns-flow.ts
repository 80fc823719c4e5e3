import { County } from '../../../server/database/entities/people/county'
import { Person } from '../../../server/database/entities/people/person'
import { Post } from '../../../server/database/entities/people/post'
import { newId } from '../../../server/database/id'
import { bring } from '../bring'
import type { TestServer } from '../server'
import { text } from '../suggestion'
import { blankPerson, buildTown, type TestPerson, type TestTown } from '../town'
import type { Driver } from './driver'

/** Names by which the town of the story does not stand first, and as long as they are somewhere. */
export const otherName = '云岭坝镇'
export const longName = '积石山保安族东乡族撒拉族自治县柳沟乡'

export interface Towns {
  town: TestTown
  other: TestTown
  distant: TestTown
  county: string
}

/** Three towns of one county; the office of the first is the office of the second as well. */
export async function buildTowns(server: TestServer, town: TestTown): Promise<Towns> {
  const other = await buildTown(server, otherName)
  const distant = await buildTown(server, longName)
  const county = newId()
  await server.database.transaction(async (tx) => {
    await tx.insert(County, { id: county, name: '云岭县' })
    await tx.query('UPDATE town SET county_id = ?', [county])
  })
  await become(server, town.office, other.office.id)
  await bring(server, other, 'submitted')
  return { town, other, distant, county }
}

/** The account of somebody is bound to one more person of the register. */
const become = (server: TestServer, { id }: TestPerson, personId: string) =>
  server.database.transaction((tx) =>
    tx.query('UPDATE person SET account_id = (SELECT account_id FROM person WHERE id = ?) WHERE id = ?', [
      id,
      personId,
    ]),
  )

/** Somebody who was a deputy works for the county from now on. */
export async function joinCounty(server: TestServer, { id: before }: TestPerson, countyId: string) {
  const personId = newId()
  await server.database.transaction(async (tx) => {
    await tx.insert(Person, { ...blankPerson(personId, '', '林晓', 0), townId: null, countyId })
    const post = { id: newId(), townId: null, personId, handlingUnitId: null }
    await tx.insert(Post, { ...post, postKind: 'countyStaff' })
  })
  await become(server, { id: before } as TestPerson, personId)
  await server.database.transaction((tx) =>
    tx.query('UPDATE person SET account_id = NULL WHERE id = ?', [before]),
  )
}

/** Nobody knows where a villager lives who has never been here: they say it once, and a code of another town takes them there. */
export async function villagerPicksATown(villager: Driver, { town, other }: Towns, name: string) {
  await villager.open('/pages/home')
  await villager.see('您在哪个镇？')
  await villager.see(longName)
  await villager.shot(`${name}-town-picker`)
  await villager.tap(town.name)
  await villager.see('最近的建议')
  await villager.see(town.name)
  await villager.reopen()
  await villager.see('最近的建议')
  await villager.notSee('您在哪个镇？')
  await villager.open(`/pages/station?town=${other.id}&id=${other.station}`)
  await villager.see('您到了这个镇')
  await villager.shot(`${name}-town-moved`)
  await villager.tap(`回${town.name}`)
  await villager.see('最近的建议')
  await villager.notSee('您到了这个镇')
  await villager.tap('换一个镇')
  await villager.tap(longName)
  await villager.see('最近的建议')
  await villager.see(longName)
}

/** A deputy stands in the town of the mandate, wherever an old address or a link has led. */
export async function deputyVisits(deputy: Driver, { town, other }: Towns, name: string) {
  await deputy.open('/desk/list')
  await deputy.see('等别人')
  await deputy.open(`/pages/station?town=${other.id}&id=${other.station}`)
  await deputy.see('您在看别的镇')
  await deputy.shot(`${name}-town-visited`)
  await deputy.tap(`回${town.name}`)
  await deputy.see('代表工作')
  // Whoever is a deputy is a resident as well, and stays what they turned to.
  await deputy.notSee('说给代表听')
  await deputy.tap('群众')
  await deputy.see('说给代表听')
  await deputy.reopen()
  await deputy.see('说给代表听')
  await deputy.notSee('代表工作')
  await deputy.tap('代表')
  await deputy.see('没有等您办的事')
  await deputy.open(`/pages/board?town=${other.id}`)
  await deputy.see('您在看别的镇')
  await deputy.reopen()
  await deputy.see('代表工作')
}

/** Whoever works in two towns is asked once which one, with what waits in each, and changes at the top. */
export async function officeWorksInTwo(office: Driver, { town, other }: Towns, name: string) {
  await office.open('/desk/list')
  await office.see('您在几个镇任职，去哪一个？')
  await office.see('1 件等您办，1 条新消息')
  await office.see('没有等您办的')
  await office.shot(`${name}-town-of-two`)
  await office.tap(town.name)
  await office.see('等别人')
  await office.see(`${other.name}有 1 件等您办`)
  await office.open(`/pages/inbox?town=${other.id}`)
  await office.see('请审查')
  await office.see(`从${town.name}过来的`)
  await office.shot(`${name}-town-switch`)
  await office.tap(`王建国代表提交了建议《${text.subject}》，请审查。`)
  await office.see('现在等：您')
  await office.tap('换一个镇')
  await office.tap(town.name)
  await office.see('最近的建议')
  await office.see(`${other.name}有 1 件等您办`)
}

/** The county has its towns as rows, then one of them. */
export async function countySeesTowns(clerk: Driver, { town }: Towns, name: string) {
  await clerk.open('/pages/home')
  await clerk.see('云岭县人大')
  await clerk.see('3 个乡镇')
  await clerk.see('在办')
  await clerk.notSee('说给代表听')
  await clerk.shot(`${name}-county-home`)
  await clerk.tap('全县各镇的数据')
  await clerk.see('云岭县各镇')
  await clerk.see(longName)
  await clerk.shot(`${name}-county-rows`)
  await clerk.tap(town.name)
  await clerk.see('年度报告')
  await clerk.notSee('久拖未动')
  await clerk.reopen()
  await clerk.see('云岭县人大')
}
