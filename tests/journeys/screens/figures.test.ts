import fs from 'node:fs'
import ExcelJS from 'exceljs'
import {
  fillAutumn,
  officeFindsWhatLiesStill,
  officeReadsFigures,
  villagerReadsBulletin,
} from '../../support/screens/figures-flow'
import { createH5Driver, desk, type H5Driver, phone } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'

let server: TestServer

townForAllTests(
  async (begun) => {
    server = begun.server
    await fillAutumn(server, begun.town)
  },
  { at: '2026-09-01T01:00:00.000Z' },
)

test.each([
  ['phone', phone],
  ['desk', desk],
] as const)('figures and bulletin, in a browser at a %s', async (name, device) => {
  const office = await createH5Driver(server, 'office', device)
  await officeReadsFigures(office, name)
  expect(await countRows(office)).toBe(3)
  if (name === 'desk') {
    await office.tap('各项比率')
    await office.see('镇财政所')
    expect(await linesOfFirst(office, '.rate-table .table-row')).toBe(1)
    // Sorted by a column, and so again by whoever opens the address.
    await office.tapId('sort-handedOver')
    await office.tapId('sort-handedOver')
    expect(office.page.url()).toContain('sort=-handedOver')
    expect(await office.page.locator('.rate-table [aria-sort="descending"]').count()).toBe(1)
  }
  await office.tap('年度报告')
  await office.tap('定稿：按今天的样子报告、公开')
  await office.see('11月23日的定稿（Word）')
  await officeFindsWhatLiesStill(office, name)
  await office.close()
  const villager = await createH5Driver(server, 'villager', device)
  await villagerReadsBulletin(villager, name)
  await villager.close()
})

/** On how many lines what stands in a row is drawn. */
const linesOfFirst = (office: H5Driver, row: string) =>
  office.page
    .locator(row)
    .first()
    .evaluate((found) => {
      const middles = [...found.children].map((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return Math.round((top + bottom) / 20)
      })
      return new Set(middles).size
    })

/** Downloads the ledger as the office does, and opens the file. */
async function countRows(office: H5Driver): Promise<number> {
  const started = office.page.waitForEvent('download')
  await office.tap('下载电子表格')
  const download = await started
  expect(download.suggestedFilename()).toBe('禾丰坝镇代表建议台账-2026-11-23.xlsx')
  await office.see('已经下载，请在“下载”文件夹里找。')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(fs.readFileSync(await download.path())).buffer)
  return workbook.worksheets[0]?.rowCount ?? 0
}

test('the bulletin goes onto paper whole, and without the bars around it', async () => {
  const villager = await createH5Driver(server, 'villager', desk)
  await villager.page.addInitScript(() => {
    window.print = () => document.body.classList.add('printed')
  })
  await villager.open('/pages/bulletin')
  await villager.see('修复大郭西段河堤')
  await villager.tap('打印')
  await villager.page.locator('body.printed').waitFor()
  await villager.page.emulateMedia({ media: 'print' })
  const text = await villager.text()
  expect([text.includes('半年公开通报'), text.includes('打印'), text.includes('修复大郭西段河堤')]).toEqual([
    false,
    false,
    true,
  ])
  // So does the board, with what it is narrowed to: all that there is, of the next pages too.
  await villager.page.emulateMedia({ media: null })
  await villager.open('/pages/board')
  await villager.tapId('filter-closed')
  await villager.quiet()
  await villager.page.evaluate(() => document.body.classList.remove('printed'))
  await villager.tap('打印')
  await villager.page.locator('body.printed').waitFor()
  await villager.page.emulateMedia({ media: 'print' })
  await villager.see('禾丰坝镇 · 所有的村、办结 · 截至 2026年11月')
  await villager.close()
})

test('a paper of a suggestion goes onto A4 upright, numbered, and with nothing of the page around it', async () => {
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/pages/report')
  await office.see('禾丰坝镇2026年代表建议办理情况报告')
  await office.see('三、各单位办理情况')
  expect((await printed(office, 'report')).sizes).toEqual(['595 842'])
  expect(await drawn(office, '.paper-table')).toMatchObject({ isWithin: true, headBreaks: 'avoid' })

  await office.go('审查与督办')
  await office.tap('已办完')
  await office.tap('修复大郭西段河堤')
  await office.tap('文书')
  await office.see('征询意见表')
  await office.tap('交办单')
  await office.see('专办人员')
  expect(await drawn(office, '.paper-short')).toMatchObject({ isWithin: true, breaks: 'avoid' })
  await office.tap('答复函')
  await office.see('感谢您的建议。请填写征询意见表，告诉我们办得怎么样。')
  const started = office.page.waitForEvent('download')
  await office.tap('下载 Word')
  expect((await started).suggestedFilename()).toMatch(/^答复函-.+\.docx$/)
  const { sizes, text } = await printed(office, 'reply-letter')
  expect([sizes, text.includes('下载 Word'), text.includes('现答复如下')]).toEqual([['595 842'], false, true])
  await office.close()
})

/** On paper: whether the lines on the right are on it, and whether it may be torn apart. */
async function drawn(office: H5Driver, table: string) {
  await office.page.emulateMedia({ media: 'print' })
  const found = await office.page
    .locator(table)
    .first()
    .evaluate((shown) => {
      const head = shown.querySelector('.paper-head')
      const edge = shown.parentElement?.getBoundingClientRect().right ?? 0
      return {
        isWithin: shown.getBoundingClientRect().right < edge,
        breaks: getComputedStyle(shown).breakInside,
        headBreaks: head && getComputedStyle(head).breakInside,
      }
    })
  await office.page.emulateMedia({ media: null })
  return found
}

/** As it comes out of the printer: which sizes the sheets have, and what can be read on them. */
async function printed(office: H5Driver, name: string) {
  const pdf = await office.page.pdf({ preferCSSPageSize: true, path: `tests/.output/${name}.pdf` })
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  await office.page.emulateMedia({ media: 'print' })
  const text = await office.text()
  await office.page.emulateMedia({ media: null })
  const sizes = boxes.map(([, wide, high]) => `${Math.round(Number(wide))} ${Math.round(Number(high))}`)
  return { text, sizes: [...new Set(sizes)] }
}

test('a unit that opens the figures is told that they are not its business', async () => {
  const unit = await createH5Driver(server, 'unit')
  await unit.open('/office/figures')
  await unit.see('这件事不归您办。如果您刚换了身份，请退出后重新登录。')
  await unit.close()
})

test('the presidium finds the figures in the side bar and among its work', async () => {
  const presidium = await createH5Driver(server, 'presidium', desk)
  await presidium.open('/pages/home')
  await presidium.see('各项比率、久拖未动、年度报告、台账')
  await presidium.go('数据与报表')
  await presidium.see('满意率要和解决率、办成率放在一起看：解决率是单位自己说的，办成率是别人认可的。')
  await presidium.close()
})
