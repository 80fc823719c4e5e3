import { Mandate } from '../../../server/database/entities/people/mandate'
import { newId } from '../../../server/database/id'
import { showStation } from '../../../shared/api/stations'
import { externalSuggestions } from '../../../shared/registers/external-suggestions'
import { handlingUnits } from '../../../shared/registers/handling-units'
import { bring } from '../../support/bring'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { takePicture } from '../../support/screens/stage'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { addDeputy, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun))

interface Focused {
  word: string
  shown: boolean
}

test('a register is kept with the keyboard alone, and one sees where one is', async () => {
  const office = await createH5Driver(server, 'office', desk)
  const { keyboard } = office.page
  const focused = () =>
    office.page.evaluate((): Focused => {
      const one = document.activeElement as HTMLElement
      const word = one.getAttribute('placeholder') ?? one.textContent?.trim() ?? ''
      // Around a field stands the box that is drawn.
      const drawn = [one, one.closest('.field-input')].filter((element) => element !== null)
      return { word, shown: drawn.some((element) => getComputedStyle(element).outlineStyle !== 'none') }
    })
  const tabTo = async (word: string) => {
    const seen: Focused[] = []
    for (let times = 0; times < 60; times += 1) {
      await keyboard.press('Tab')
      const now = await focused()
      seen.push(now)
      if (now.word.startsWith(word)) return seen
    }
    throw new Error(`Tab does not lead to ${word}, but to ${seen.map((one) => one.word).join(' | ')}`)
  }
  await office.open('/register/list?name=category')
  await office.see('基础设施')
  await office.quiet()
  const seen = await tabTo('基础设施')
  const words = seen.map((one) => one.word)
  expect(words).toEqual(
    expect.arrayContaining([
      ...['输入几个字，找建议类别', '查找', '在用', '已停用', '全部'],
      ...['增加一个类别', '导出电子表格', '导入电子表格'],
    ]),
  )
  const own = seen.slice(words.indexOf('输入几个字，找建议类别'))
  expect(own.filter(({ shown }) => !shown).map(({ word }) => word)).toEqual([])
  await office.shot('register-list-keyboard')

  await keyboard.press('Enter')
  await office.see('经过')
  await office.quiet()
  await tabTo('修改')
  await keyboard.press('Space')
  // The page beneath has the names of the fields too.
  await office.see('关闭')
  await office.quiet()
  // The close button, the name, what it stands under, and the button that is called like the step.
  await tabTo('关闭')
  const inSheet = (await tabTo('修改')).map((one) => one.shown)
  expect(inSheet).toEqual([true, true, true])
  await office.shot('register-form-keyboard')
  await office.close()
})

test('what was carried to a higher congress is kept on a phone, and its matter says how far it is', async () => {
  await server.database.transaction((tx) =>
    tx.insert(Mandate, {
      ...{ id: newId(), townId: town.id, personId: town.otherDeputy.id, congressLevel: 'county' },
      ...{ electoralDistrictId: null, certificateNo: null, endedOn: null },
    }),
  )
  await town.office.client.call(externalSuggestions.endpoints.add, {
    params: { town: town.id },
    input: {
      ...{ deputyId: town.otherDeputy.id, congressLevel: 'county', submittedOn: '2026-11-20' },
      ...{ subject: '大郭西段河堤列入县水利项目', unitName: '县水利局', deadlineOn: '2026-12-20' },
    },
  })
  const office = await createH5Driver(server, 'office', phone)
  await office.open('/register/list?name=carriedSuggestion')
  await office.see('等上级答复')
  await office.shot('external-list')
  await office.tap('大郭西段河堤列入县水利项目')
  await office.see('登记的内容')
  await office.shot('external-matter')
  await office.tap('登记答复')
  await office.type('内容', '县水利局答复：列入 2027 年度项目。')
  await office.choose('办理结果', '列入计划，逐步解决')
  await office.type('公开的一句话结果', '列入明年县里的河道项目')
  await office.confirm()
  await office.see('列入明年县里的河道项目')
  await office.shot('external-answered')
  await office.tap('更正、作废，看改过什么')
  await office.see('看办到哪一步')
  await office.shot('external-row')
  await office.close()
  const wide = await createH5Driver(server, 'office', desk)
  await wide.open('/register/list?name=carriedSuggestion')
  await wide.see('已答复')
  await wide.shot('external-list-desk')
  await wide.close()
})

test('a deputy with a new WeChat is bound anew at the desk, and a second entry is merged', async () => {
  const double = await addDeputy(server, town.id, '王建国')
  await server.database.source.query("UPDATE person SET phone = '13800000077', village_id = ? WHERE id = ?", [
    town.village,
    double,
  ])
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/register/list?name=person')
  await office.see('邀请码')
  await office.tapId('invite-many')
  await office.page.locator('.choose-name').getByText('王建国', { exact: true }).click()
  await office.tap('选好了（1）')
  await office.see('核对：给 1 位发邀请码')
  await office.see('以前发给他们还没用的码，从现在起不能再用。')
  await office.confirm()
  await office.see('刚发的 1 个邀请码')
  const [code] = await office.page.locator('#invites .table-tight .table-value').allTextContents()
  expect(code).toMatch(/^[0-9A-Z]{10}$/)
  await office.shot('people-invited')
  await office.page.reload()
  await office.tap('已绑定微信')
  await office.see('王建国')
  await office.shot('people-list')
  await office.tap('王建国')
  await office.see('名册里还有 1 条也叫“王建国”。')
  await office.shot('person')
  await office.tap('解除绑定')
  await office.type('原因', '换了手机，用新的微信')
  await office.shot('person-unbind')
  await office.confirm()
  await office.see('绑定解除了，原来的微信已经不能再用这个身份。')
  await office.tap('发邀请码')
  await office.confirm()
  await office.see('只能用一次。请王建国打开小程序')
  await office.shot('person-invited')
  await office.tap('合并重复的一条')
  await office.pick('重复登记的另一条', '王建国')
  await office.type('怎么知道是同一位', '同一个人，导入时手机号写错')
  await office.confirm()
  await office.see('合并好了，经办过的事都在这一条上。')
  await office.see('13800000077')
  await office.shot('person-merged')
  await office.close()
  const small = await createH5Driver(server, 'office', phone)
  await small.open('/register/list?name=person')
  await small.see('已绑定')
  await small.shot('people-list-phone')
  await small.tap('王建国')
  await small.see('合并')
  await small.shot('person-phone')
  await small.close()
})

test('at a desk a unit gets another name, and goes into one whose people nobody has bound, after a second thought', async () => {
  const id = await bring(server, town, 'assigned')
  await town.office.client.call(handlingUnits.endpoints.add, {
    params: { town: town.id },
    input: { name: '镇水务服务中心', unitKind: 'townOffice' },
  })
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/register/list?name=handlingUnit')
  await office.see('还没有人')
  await office.shot('units-list-desk')
  await office.tap('镇水利站')
  await office.see('单位调整')
  await office.tap('修改')
  await office.type('单位名称', '镇水务站')
  await office.confirm()
  await office.see('单位名称：镇水利站 改为 镇水务站')
  await office.shot('unit-renamed-desk')
  await office.tap('并入别的单位')
  await office.pick('并入哪个单位', '镇水务服务中心')
  await office.shot('unit-merge-form-desk')
  await office.confirm()
  await office.see('镇水务服务中心还没有人绑定微信，交办后没有人收到')
  await office.shot('unit-merge-asked-desk')
  await office.tick('我知道现在没有人收到')
  await office.confirm()
  await office.see('镇水务站并入镇水务服务中心')
  await office.shot('unit-merged-desk')
  await office.close()
  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await deputy.see('镇水务服务中心')
  await deputy.shot('unit-merged-deputy')
  await deputy.close()
  const list = await createH5Driver(server, 'office', phone)
  await list.open('/office/deliveries')
  await list.see('还没有人绑定微信，交给他们的事没有人收到')
  await list.shot('unreached-places')
  await list.open('/register/list?name=electoralDistrict')
  await list.tap('增加一个选区')
  await list.type('选区名称', '第一选区')
  await list.type('名额', '4')
  await list.pick('包括的村', '大郭西村')
  await list.confirm()
  await list.see('名额要核对')
  await list.tap('第一选区')
  await list.see('选举法第二十五条规定每个选区选一至三名')
  await list.shot('district-warned')
  await list.close()
})

test('at a desk a station gets its reception day, and a chair of the presidium with a post too many is seen', async () => {
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/register/list?name=liaisonStation')
  await office.tap('大郭西人大代表活动室')
  await office.tap('修改')
  await office.type('接访日', '每月第三个星期二')
  await office.shot('station-reception-form')
  await office.confirm()
  await office.see('接访日：每月第二个星期二 改为 每月第三个星期二')
  await office.givePicture('换照片', await takePicture())
  await office.see('照片换好了。')
  await office.shot('station-photo')
  const door = { params: { town: town.id, id: town.station } }
  expect((await town.villager.client.call(showStation, door)).photo).not.toBeNull()
  await office.open('/register/list?name=post')
  await office.tap('周明德 主席团成员')
  await office.tap('修改')
  await office.choose('主席团里的职务', '主席')
  await office.confirm()
  await office.see('主席团里的职务：主席')
  await office.open('/register/list?name=post')
  await office.tap('登记一项任职')
  await office.pick('姓名', '周明德')
  await office.choose('岗位', '单位负责人')
  await office.pick('单位', '镇水利站')
  await office.confirm()
  await office.tap('主席团成员在行政机关任职')
  await office.tap('周明德 主席团成员 主席')
  await office.see('主席、副主席不能担任行政机关职务（地方组织法第18条）')
  await office.shot('presidium-conflict')
  await office.close()
})

test('a deputy notes a visit with a thumb and sees what is still open', async () => {
  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open('/duty/own-duties')
  await deputy.see('还差 2')
  await deputy.tap('记一次走访，两分钟的事')
  await deputy.see('还没有记过走访')
  await deputy.tap('记一次走访')
  await deputy.see('见了几位')
  await deputy.confirm()
  await deputy.see('走访群众 2026-11-23 2 位')
  await deputy.shot('visit-noted')
  await deputy.open('/duty/own-duties')
  await deputy.see('做到了')
  await deputy.close()
})
