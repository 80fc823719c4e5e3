import { startSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { opinionsOf } from '../../support/opinions'
import { createH5Driver, desk, type H5Driver, phone } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { forms, start, step, text } from '../../support/suggestion'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
const [bump, bridge, draft] = ['给村小学门口装减速带', '桥面修一修', '给村口装路灯']

/** A deputy with 26 messages of residents and a draft; the office with what the unit has in hand and what it is to review. */
townForAllTests(async (begun) => {
  ;({ server, town } = begun)
  const { received } = opinionsOf(() => begun)
  for (let no = 1; no <= 25; no += 1) await received(`第${no}盏路灯不亮。`)
  await received('龙潭水库的闸门关不严。')
  await start(town, { ...text, subject: draft })
  const inHand = await start(town)
  await step(town, town.deputy, inHand, 'submit')
  await step(town, town.office, inHand, 'startReview')
  await step(town, town.office, inHand, 'accept', forms(town).accept)
  await step(town, town.office, inHand, 'assign', forms(town).assign)
  const at = { ...text, subject: bump, villageId: town.village }
  await step(town, town.deputy, await start(town, at), 'submit')
  const { id } = await town.otherDeputy.client.call(startSuggestion, {
    params: { town: town.id },
    input: { ...text, subject: bridge },
  })
  await step(town, town.otherDeputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  await step(town, town.office, id, 'accept', { ...forms(town).accept, category: 'roads' })
})

const rows = ({ page }: H5Driver) => page.locator('.work').filter({ visible: true })
const titles = ({ page }: H5Driver) => page.locator('.work-title').filter({ visible: true }).allTextContents()
const look = async (person: H5Driver, words: string) => {
  await person.page.locator('#work-words input').filter({ visible: true }).fill(words)
  await person.tapId('work-find')
}
/** Waits until this and nothing else is in the list. */
const shows = async (person: H5Driver, ...wanted: string[]) => {
  await person.page
    .waitForFunction(
      (expected) =>
        [...document.querySelectorAll('.work-title')]
          .filter((one) => one.getClientRects().length > 0)
          .map((one) => one.textContent)
          .sort()
          .join() === expected,
      [...wanted].sort().join(),
      { polling: 20 },
    )
    .catch(() => undefined)
  expect((await titles(person)).sort()).toEqual([...wanted].sort())
}
const address = ({ page }: H5Driver) => decodeURIComponent(page.url().split('#')[1] ?? '')

test('all 26 messages that wait for somebody are reached, page by page, and nothing stands there twice', async () => {
  const deputy = await createH5Driver(server, 'deputy', desk)
  await deputy.open('/desk/list')
  await deputy.see('群众留言 26')
  await deputy.see('全部 27')
  await deputy.shot('work-list-desk')
  // Whoever scrolls down to the button has asked already, and it may be gone before it is pressed.
  await deputy.tap('再看一些').catch(() => {})
  await deputy.see('没有更多了')
  const shown = await titles(deputy)
  expect(shown).toHaveLength(27)
  expect(new Set(shown).size).toBe(27)
  for (let no = 1; no <= 25; no += 1) expect(shown.join('\n')).toContain(`第${no}盏路灯不亮`)
  expect(shown).toContain('龙潭水库的闸门关不严')
  await deputy.shot('work-list-all')
  await deputy.close()
})

test('found by words, by number and by name; what is not there says so and offers all of it again', async () => {
  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open('/desk/list')
  await deputy.see('群众留言 26')
  await look(deputy, '水库')
  await deputy.see('“水库”找到 1 件')
  await shows(deputy, '龙潭水库的闸门关不严')
  await deputy.shot('work-list-found')
  await look(deputy, '2026-0001')
  await shows(deputy, text.subject)
  await deputy.tapId('work-all')
  await deputy.see('群众留言 26')
  await look(deputy, '李志强')
  await deputy.see('没有找到“李志强”。可以写编号、事由里的两个字，或者代表的名字。')
  await deputy.shot('work-list-none-found')
  await deputy.tap('看全部')
  await deputy.see('群众留言 26')
  // What one looks for may be a name: it is in no address.
  expect(address(deputy)).toBe('/desk/list')
  await deputy.close()

  const office = await createH5Driver(server, 'office', phone)
  await office.open('/desk/list')
  await look(office, '李志强')
  await shows(office, bridge)
  await office.close()
})

test('nobody finds what is not theirs', async () => {
  const coSigner = await createH5Driver(server, 'cosigner', phone)
  await coSigner.open('/desk/list')
  for (const words of ['水库', '减速带', '桥面']) {
    await look(coSigner, words)
    await coSigner.see(`没有找到“${words}”。`)
  }
  await coSigner.close()
})

test('it is narrowed to a kind, and from there to a state; a tap takes each away again', async () => {
  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open('/desk/list')
  await deputy.tap('建议 1')
  await shows(deputy, draft)
  expect(address(deputy)).toBe(`/desk/list?town=${town.id}&kind=suggestion`)
  await deputy.tapId('work-filter')
  await deputy.choose('到哪一步', '待审查')
  await deputy.shot('work-list-filter')
  await deputy.confirm()
  await deputy.see('没有符合这些条件的。去掉几个条件再看看。')
  await deputy.shot('work-list-narrowed-to-nothing')
  await deputy.tapId('work-pick-state')
  await shows(deputy, draft)
  await deputy.tap('等别人')
  await shows(deputy, text.subject, bump)
  await deputy.tapId('work-filter')
  await deputy.choose('哪一种事', '群众留言')
  await deputy.confirm()
  await deputy.see('没有符合这些条件的。去掉几个条件再看看。')
  await deputy.tap('去掉条件')
  await shows(deputy, text.subject, bump)
  await deputy.close()
})

test('it is narrowed by village, unit, category and deputy; the address keeps it over a page and a new start', async () => {
  const office = await createH5Driver(server, 'office', phone)
  await office.open('/desk/list?lane=others&kind=suggestion')
  await shows(office, text.subject)
  await office.tap('等我办')
  await shows(office, bump, bridge)
  const narrowTo = async (field: string, name: string, ...wanted: string[]) => {
    await office.tapId('work-filter')
    await office.pick(field, name)
    await office.confirm()
    await shows(office, ...wanted)
  }
  await narrowTo('村', '大郭西村', bump)
  await office.shot('work-list-narrowed')
  await office.tapId('work-pick-village')
  await narrowTo('代表', '李志强', bridge)
  await narrowTo('建议类别', '道路桥梁', bridge)
  await office.tapId('work-pick-person')
  await shows(office, bridge)
  expect(address(office)).toBe(`/desk/list?town=${town.id}&kind=suggestion&category=roads`)

  await office.tap(bridge)
  await office.see('现在等：您')
  await office.back()
  await shows(office, bridge)
  await office.page.reload()
  await office.see('道路桥梁')
  await shows(office, bridge)

  await office.tapId('work-pick-category')
  await office.tap('等别人')
  await narrowTo('承办单位', '镇水利站', text.subject)
  await office.close()
})

test('at a desk / goes to the words, and what was found is opened beside them', async () => {
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/desk/list')
  await shows(office, bump, bridge)
  await office.page.keyboard.press('/')
  await office.page.keyboard.type('减速带')
  await office.page.keyboard.press('Enter')
  await shows(office, bump)
  await office.tap(bump)
  await office.see('现在等：您')
  await office.shot('work-list-desk-found')
  await office.close()
})

// Stands last: it turns the clock of the town.
test('what is late is counted, comes first, and can be had alone', async () => {
  server.clock.advance({ hours: 30 })
  const deputy = await createH5Driver(server, 'deputy', phone)
  await deputy.open('/desk/list')
  await deputy.tap('逾期 26')
  await deputy.see('路灯不亮')
  await deputy.notSee(text.subject)
  expect(await rows(deputy).first().locator('.work-left').textContent()).toBe('今天逾期')
  expect(address(deputy)).toBe(`/desk/list?town=${town.id}&overdue=yes`)
  await deputy.shot('work-list-late')
  await deputy.tapId('work-overdue')
  await deputy.see('全部 27')
  expect((await titles(deputy))[0]).toContain('不亮')
  await deputy.close()
})

test('on a phone what was done leads to what waits next, and back to the list', async () => {
  const office = await createH5Driver(server, 'office', phone)
  await office.open('/desk/list')
  await office.tap(bump)
  await office.tapId('action-startReview')
  await office.confirm()
  await office.see('办好了')
  await office.shot('next-one')
  await office.tap('办下一件')
  await office.notSee(bump)
  await office.see('现在等：您')
  await office.back()
  await office.see(bump)
  await office.close()
})

test('ten are handed over at one meeting without a mouse: letters, Enter, the same as above, one left out', async () => {
  const ids: string[] = []
  for (let no = 1; no <= 10; no += 1) {
    const wish = no === 7 ? { wishedUnitId: town.coUnitId } : {}
    const id = await start(town, { ...text, subject: `第${no}段路基沉了`, ...wish })
    await step(town, town.deputy, id, 'submit')
    ids.push(id)
  }
  const office = await createH5Driver(server, 'office', desk)
  await reviewIsBegunTogether(office, ids)
  for (const id of ids)
    await step(town, town.office, id, 'accept', { ...forms(town).accept, category: 'roads' })
  await office.open('/office/hand-over?sort=-no')
  await office.see('11 件：选好 1 件，10 件这次不交办')
  await office.page.evaluate(() => {
    addEventListener('mousedown', () => document.body.setAttribute('data-mouse', 'used'), true)
  })
  const subjects = () => office.page.locator('.table-row td:nth-child(3) .table-value > :first-child')
  expect((await subjects().allTextContents())[0]).toBe('第10段路基沉了')
  await office.page.locator('#sort-no').press('Enter')
  expect(address(office)).toBe(`/office/hand-over?sort=no&town=${town.id}`)
  expect((await subjects().allTextContents()).slice(0, 2)).toEqual([bridge, '第1段路基沉了'])
  const { keyboard } = office.page
  await keyboard.press('/')
  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  await keyboard.type('sl')
  await keyboard.press('Enter')
  for (let no = 2; no <= 6; no += 1) await keyboard.press('=')
  await keyboard.press('Enter')
  await keyboard.type('财政')
  await keyboard.press('Enter')
  await keyboard.press('=')
  await keyboard.press('=')
  await office.see('11 件：选好 10 件，1 件这次不交办')
  await office.shot('hand-over-table')
  await keyboard.press('Enter')
  await office.see('核对：交办 10 件')
  await office.see('另有 1 件这次不交办，还留在这里。')
  expect(await office.page.locator('.hand-over-unit-name').allTextContents()).toEqual([
    '镇水利站 6 件',
    '镇财政所 4 件',
  ])
  await office.shot('hand-over-summary')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await office.see('共 10 件，已签收 0 件')
  await isReadyForPaper(office)
  expect(await office.page.locator('body').getAttribute('data-mouse')).toBeNull()
  await office.close()
})

/** One look over all that waits for the same step, and one tap; what somebody else was quicker with is said and stops nothing. */
async function reviewIsBegunTogether(office: H5Driver, ids: readonly string[]) {
  await office.open(`/desk/list?lane=mine&kind=suggestion&state=submitted`)
  await office.see('第10段路基沉了')
  await office.tapId('save-view')
  await office.type('叫什么', '等审查的')
  await office.confirm()
  await office.tapId('work-pick-state')
  await office.tap('等审查的')
  expect(address(office)).toContain('state=submitted')
  await office.see('不再常用')
  await office.tapId(`tick-${ids[0]}`)
  const all = await office.page.locator('.work-tick').count()
  await office.tap(`全选 ${all} 件`)
  await step(town, town.office, ids[3] ?? '', 'startReview')
  await office.page.locator('#together .button').last().click()
  await office.see(`核对：开始审查 ${all} 件`)
  await office.shot('together')
  await office.confirm()
  await office.see(`“开始审查”办好了 ${all - 1} 件。`)
  await office.see('《第4段路基沉了》没有办成：')
}

/** On paper there are no buttons, each sheet has the head of the table, and its foot says who issues it, when, which of how many. */
async function isReadyForPaper({ page }: H5Driver) {
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.button').filter({ visible: true }).count()).toBe(0)
  expect(
    await page
      .locator('thead')
      .last()
      .evaluate((head) => getComputedStyle(head).display),
  ).toBe('table-header-group')
  const rules = await page.locator('head style').allTextContents()
  const foot = rules.find((text) => text.includes('@bottom-left')) ?? ''
  expect(foot).toMatch(/"禾丰坝镇 · 2026年11月2\d日打印"/)
  expect(foot).toContain('counter(pages)')
  await page.emulateMedia({ media: null })
}
