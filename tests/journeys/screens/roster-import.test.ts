import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createH5Driver, desk, type H5Driver, phone } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { makeWorkbook } from '../../support/workbook'

let server: TestServer

townForEachTest((begun) => ({ server } = begun), { at: '2026-11-09T01:00:00.000Z' })

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-roster-'))
/** The process that reads files takes its time to begin on a busy machine. */
async function give(office: H5Driver, button: string, name: string, file: Buffer) {
  fs.writeFileSync(path.join(folder, name), file)
  const read = office.page.waitForResponse((answer) => answer.url().endsWith('/roster/check'), {
    timeout: 60_000,
  })
  await office.givePicture(button, path.join(folder, name))
  await read
}

test('at a desk the office looks at a roster, mends a row, writes it and takes it back', async () => {
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/pages/home')
  await office.go('导入名册')
  await office.see('还没有在这里导入过。')
  await office.shot('roster-import')
  const file = await makeWorkbook(
    {
      村: [['村名'], ['大郭西村'], ['近水村'], ['远山村']],
      代表: [
        ['某某镇第十九届人大代表名册'],
        ['姓名', '层级', '联系电话', '村（社区）'],
        ['王建国', '镇级', '13900006609', '大郭西村'],
        ['试甲', '镇级', '1390000', '近水村'],
        ['试乙', '镇级', '13900006602', '近水村'],
      ],
    },
    (workbook) => {
      const row = workbook.worksheets[0]?.getRow(4)
      if (row) row.hidden = true
    },
  )
  await give(office, '选文件', '代表名册.xlsx', file)
  await office.see('有 1 处要改，什么也没有写入。可以在下面直接改。')
  await office.see('代表 第 4 行 手机号：“1390000”不是 11 位手机号（或带区号的座机号），请改正。')
  await office.see('村：第 4 行是隐藏的，没有读。')
  await office.shot('roster-import-wrong')
  await office.type('第 4 行的手机号', '139 0000 6601')
  await office.tap('按改好的再核对一遍')
  await office.see('还没有写入。')
  await office.see('人：试甲')
  await office.see('手机号：尾号 6609')
  await office.shot('roster-import-checked')
  await office.tap('写入这些')
  await office.see('写好了：新增')
  await office.see('代表名册.xlsx')
  await office.shot('roster-import-written')
  await office.tap('撤回这次导入')
  await office.confirm()
  await office.see('已撤回')
  await office.shot('roster-import-taken-back')
  await give(office, '选文件', '旧名册.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  await office.see('这是旧版 .xls 文件，或者加了密码。请在表格软件里去掉密码，另存为 .xlsx 再导入。')
  // Who is not in a file stays, and is looked at one by one.
  await give(office, '选文件', '代表.csv', Buffer.from('姓名,代表级别\n王建国,镇级\n'))
  await office.see('人，保持不变。真的离开了的，点开一个一个办：')
  await office.tap('张春梅（镇人大代表）')
  await office.see('绑定')
  await office.close()
})

test('at a desk the office prepares the next term from a file, sees it beside this one, and takes it back', async () => {
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/pages/home')
  await office.go('换届')
  await office.see('还没有登记新一届代表。')
  await office.tap('导入新一届名单')
  await office.see('还没有在这里导入过。')
  const head = ['届', '姓名', '选区', '代表小组', '小组职务', '公告']
  const file = await makeWorkbook({
    新一届代表: [
      head,
      ['第20届', '张春梅', '第一选区', '第一代表小组', '组长', '公告第 3 号'],
      ['第20届', '李志强', '第一选区', '第一代表小组', '', '公告第 3 号'],
      ['第20届', '龙向阳', '第二选区', '第二代表小组', '', '公告第 3 号'],
    ],
  })
  await give(office, '选文件', '新一届代表.xlsx', file)
  await office.see('还没有写入。')
  await office.see('新一届代表：第20届 龙向阳')
  await office.shot('term-import-checked')
  await office.tap('写入这些')
  await office.see('写好了：新增')
  await office.open('/office/term')
  await office.see('第20届第1次会议还没有登记，登记了开会日期才会换届。现在是 3 位，第20届 3 位。')
  await office.see('张春梅 · 第一选区 · 组长')
  await office.see('新当选 1 位')
  await office.see('没有当选 1 位')
  await office.see('没有组长的代表小组 1 个')
  await office.shot('term-desk')
  const member = await createH5Driver(server, 'presidium', phone)
  await member.open('/office/term')
  await member.see('连任 2 位')
  await member.notSee('整份名单撤下')
  await member.shot('term-phone')
  await member.close()
  await office.tap('整份名单撤下')
  await office.type('撤下的原因', '选举结果有变')
  await office.shot('term-take-back')
  await office.confirm()
  await office.see('还没有登记新一届代表。')
  await office.close()
})

test('a year is seen at a glance at a desk and on a phone, and a day of it is picked by a tap', async () => {
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/office/settings?part=calendar')
  await office.see('一年的日子')
  await office.tapId('day-2026-12-10')
  await office.choose('放假还是上班', '放假')
  await office.type('理由', '冬至庙会')
  await office.confirm()
  await office.see('12月10日 周四 放假')
  await office.page.locator('#day-2026-01-01').scrollIntoViewIfNeeded()
  await office.shot('year-glance-desk')
  await office.page.locator('#day-2026-12-10').scrollIntoViewIfNeeded()
  await office.shot('year-glance-desk-end')
  await office.tap('2027 年（暂定）')
  await office.see('放假的日子按法定节日暂定，公布以后会变。')
  await office.close()

  const small = await createH5Driver(server, 'office', phone)
  await small.page.setViewportSize({ width: 375, height: 812 })
  await small.open('/office/settings?part=calendar')
  await small.see('一年的日子')
  await small.page.locator('#day-2026-10-01').scrollIntoViewIfNeeded()
  await small.shot('year-glance-phone')
  await small.close()
})
