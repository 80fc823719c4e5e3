import { overrideRule, showRules } from '../../../shared/api/rules'
import { bring } from '../../support/bring'
import { holidays2027 } from '../../support/holidays'
import { createH5Driver, desk, phone } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { see } from '../../support/suggestion'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun), { at: '2026-11-09T01:00:00.000Z' })

test('on a phone the office sets a number of its own, sees it refused when wrong, and takes it back', async () => {
  const office = await createH5Driver(server, 'office', phone)
  await office.open('/pages/me')
  await office.tap('规则与日历')
  await office.see('按河南的规定')
  await office.shot('settings-rules')
  await office.tap('代表评价')
  await office.type('代表评价', '99')
  await office.confirm()
  await office.see('请填写理由。')
  await office.type('理由', '镇人代会 2026 年 11 月决定')
  await office.confirm()
  await office.see('“代表评价”请填 1 到 60 的整数，按工作日算。')
  await office.shot('settings-rule-wrong')
  await office.type('代表评价', '15')
  await office.confirm()
  await office.see('本镇自己定的')
  await office.see('河南规定 10 个工作日。理由：镇人代会 2026 年 11 月决定')
  await office.tap('单位可以申请退办')
  await office.type('单位可以申请退办', '5')
  await office.choose('按什么算', '日（含休息日）')
  await office.type('理由', '单位都在镇里')
  await office.confirm()
  await office.see('河南规定 10 个工作日。理由：单位都在镇里')
  await office.tap('适用规则')
  await office.choose('适用规则', '山东（乡镇）')
  await office.shot('settings-profile')
  await office.type('理由', '划归山东管理')
  await office.confirm()
  await office.see('按山东（乡镇）的规定')
  await office.shot('settings-own')
  await office.tap('恢复规定')
  await office.type('理由', '按省里规定')
  await office.confirm()
  await office.tap('操作日志')
  await office.see('理由：划归山东管理')
  await office.shot('settings-log')
  await office.close()
})

test('at a desk the office loads the list of a year, after seeing what it moves, and sets a local day', async () => {
  const id = await bring(server, town, 'handling')
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/pages/home')
  await office.go('规则与日历')
  await office.see('按河南的规定')
  await office.shot('desk-settings-rules')
  await office.tap('工作日历')
  await office.see('请载入 2027 年放假安排。')
  await office.type('放假和上班的日子', '元旦\n2027-02-30,放假')
  await office.tap('先核对')
  await office.see('第 2 行：没有 2027-02-30 这一天，请核对。')
  await office.shot('desk-settings-wrong')
  await office.type('放假和上班的日子', holidays2027)
  await office.tap('先核对')
  await office.see('载入后有 1 件建议的期限要变：')
  await office.shot('desk-settings-check')
  await office.tap('载入')
  await office.see('已载入：放假 27 天，上班 3 天')
  await office.notSee('请载入 2027 年放假安排。')
  expect((await see(town, town.office, id)).rounds[0]?.deadline).toMatchObject({
    on: '2027-02-12',
    tentative: false,
  })
  await office.tap('设一个日子')
  await office.pickDay('日期', '2026-12-10')
  await office.choose('放假还是上班', '放假')
  await office.type('理由', '冬至庙会')
  await office.confirm()
  await office.see('12月10日 周四 放假')
  await office.shot('desk-settings-calendar')
  await office.tap('操作日志')
  await office.see('2027 年放假安排')
  await office.shot('desk-settings-log')
  await office.close()
})

test('the presidium finds the same door', async () => {
  const presidium = await createH5Driver(server, 'presidium', desk)
  await presidium.open('/pages/home')
  await presidium.go('规则与日历')
  await presidium.see('按河南的规定')
  await presidium.close()
})

test('whoever saves second reads what the first one changed, keeps what was typed, and saves on it', async () => {
  const params = { town: town.id }
  const presidium = await createH5Driver(server, 'presidium', phone)
  await presidium.open(`/office/settings?town=${town.id}`)
  await presidium.tap('代表评价')
  await presidium.type('代表评价', '12')
  await presidium.type('理由', '镇人代会决定')
  const input = { version: 0, field: 'evaluationWorkingDays', value: '15', reason: '主任会议商定' }
  await town.office.client.call(overrideRule, { params, input })
  await presidium.confirm()
  await presidium.see('陈静改过（代表评价：10 个工作日 改为 15 个工作日；理由：主任会议商定）')
  expect(await presidium.page.locator('.sheet textarea, .sheet input').first().inputValue()).toBe('12')
  await presidium.shot('settings-second')
  await presidium.confirm()
  await presidium.see('河南规定 10 个工作日。理由：镇人代会决定')
  const { rules } = await town.office.client.call(showRules, { params })
  expect(rules.find(({ field }) => field === 'evaluationWorkingDays')?.value).toBe('12')
  await presidium.close()
})
