import { congressSessions } from '../../../shared/registers/congress-sessions'
import { trainings } from '../../../shared/registers/trainings'
import { congressRules } from '../../../shared/registers/congress-rules'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { makeCode } from '../../../shared/api/qr-codes'
import type { CodeTarget } from '../../../shared/words/words'
import { bring } from '../../support/bring'
import { everyone } from '../../support/everyone'
import { opinionsOf } from '../../support/opinions'
import { createH5Driver, desk, type H5Driver } from '../../support/screens/h5-driver'
import { papers, print, readCode } from '../../support/screens/on-paper'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { personaOpenid, type TestTown } from '../../support/town'

/** What is printed and hangs on a wall or stands on a table: one sheet, its size, nothing cut off, nothing to press. */
let server: TestServer
let town: TestTown
let office: H5Driver
townForAllTests((begun) => ({ server, town } = begun), { readyWithinMs: 300_000 })
beforeAll(async () => {
  office = await createH5Driver(server, 'office', desk)
}, 120_000)
afterAll(() => office.close())

const params = () => ({ town: town.id })
const sceneFor = async (kind: CodeTarget, id: string) =>
  (await town.office.client.call(makeCode, { params: params(), input: { kind, id } })).scene
const opensWith = (scene: string) => `wxsim://wx0000000000000000/pages/scan?scene=${scene}`

async function ruleOf(name: string, text: string) {
  const input = {
    name,
    subject: 'deputies',
    adoptedBy: '第十九届人大主席团第三次会议',
    adoptedOn: '2026-03-18',
    text,
  }
  return (await town.office.client.call(congressRules.endpoints.add, { params: params(), input })).id
}
const article = (no: number) =>
  `第${no}条 代表在接访日到站接待群众，听取意见，当场能答复的当场答复，不能答复的写成留言，办完以后把结果告诉本人。`

test('the card for the table of a deputy: one A4 sheet with two sides, name and code on each', async () => {
  const scene = await sceneFor('deputy', town.deputy.id)
  await office.open('/office/codes')
  await office.tap('王建国 代表')
  await office.tap('打印桌签')
  await office.see('沿这条线对折')
  const paper = await print(office.page, 'desk-card', 'A4')
  expect(paper.sheets).toEqual([papers.A4])
  expect([paper.clipped, paper.pressed]).toEqual([[], []])
  for (const side of [
    { from: 0, to: 0.5 },
    { from: 0.5, to: 1 },
  ])
    expect(await readCode(paper.picture, side)).toBe(opensWith(scene))
})

test('the notice of a station: one A4 sheet with the days, where it is, and its code', async () => {
  const scene = await sceneFor('station', town.station)
  await office.open('/office/codes')
  await office.tap('大郭西人大代表活动室')
  await office.tap('打印接访公告')
  await office.see('代表接访日公告')
  for (const words of ['12月8日 周二 9:00', '地址：大郭西村委会一楼', '开放时间：每天 9:00—17:00'])
    await office.see(words)
  const paper = await print(office.page, 'station-notice', 'A4', 16)
  expect(paper.sheets).toEqual([papers.A4])
  expect([paper.clipped, paper.pressed]).toEqual([[], []])
  expect(await readCode(paper.picture)).toBe(opensWith(scene))
})

test.each(['station', 'village', 'board'] as const)(
  'the plate with the code of a %s: one A4 sheet',
  async (kind) => {
    const [id, name] = {
      station: [town.station, '大郭西人大代表活动室'],
      village: [town.village, '大郭西村'],
      board: [town.id, '公开栏'],
    }[kind] as [string, string]
    const scene = await sceneFor(kind, id)
    await office.open('/office/codes')
    await office.page.locator('.cell').filter({ hasText: name }).first().click()
    await office.see('禾丰坝镇人大')
    const paper = await print(office.page, `plate-${kind}`, 'A4', 16)
    expect(paper.sheets).toEqual([papers.A4])
    expect([paper.clipped, paper.pressed]).toEqual([[], []])
    expect(await readCode(paper.picture)).toBe(opensWith(scene))
  },
)

test('the page of a matter for the door: one A4 sheet with its code, made there', async () => {
  const id = await bring(server, town, 'handling')
  await office.open(`/voice/aloud?town=${town.id}&id=${id}`)
  await office.tap('给这件事做一张小程序码')
  await office.see('微信扫一扫，看这件事的经过')
  const paper = await print(office.page, 'matter', 'A4', 16)
  expect(paper.sheets).toEqual([papers.A4])
  expect([paper.clipped, paper.pressed]).toEqual([[], []])
  expect(await readCode(paper.picture)).toBe(opensWith(await sceneFor('matter', id)))
})

test('what is printed of lists: the town and its rules, how its deputies are made up, whom to call, what hangs in a village, a receipt', async () => {
  const { received, shown } = opinionsOf(() => ({ server, town }))
  const id = await received('路灯不亮，晚上看不见路。')
  await shown(town.deputy, id, 'close', { explanation: '路灯修好了，昨晚亮了。' })
  const input = {
    ...{ deputyId: town.deputy.id, kind: 'report' as const, text: '大郭西河堤塌了一段。' },
    villageId: town.village,
  }
  await town.villager.client.call(writeOpinion, { params: params(), input })
  await server.run('checkOpinions')
  await server.run('deliver')

  const looked = async (path: string, words: string, name: string, begin = () => Promise.resolve()) => {
    await office.open(path)
    await begin()
    await office.see(words)
    const paper = await print(office.page, name, 'A4', 16)
    return [name, paper.sheets, paper.clipped, paper.pressed]
  }
  const right = (name: string, sheets = 1) => [name, Array.from({ length: sheets }, () => papers.A4), [], []]
  expect(await looked(`/desk/about?town=${town.id}`, '现行制度', 'about')).toEqual(right('about'))
  expect(await looked('/office/figures?panel=structure', '现任镇人大代表', 'structure')).toEqual(
    right('structure'),
  )
  expect(await looked('/voice/call-list', '编号', 'call-list', () => office.tap('等别人告诉'))).toEqual(
    right('call-list'),
  )
  const notice = '大郭西村：请下列留言的群众来看结果'
  const notices = await looked('/office/village-notices', notice, 'village-notice')
  // One for each village that has news, and one for whoever named none.
  expect(notices).toEqual(right('village-notice', await office.page.locator('.own-page').count()))
  const record = async () => {
    await office.pick('说给哪位代表', '王建国')
    await office.type('群众说的话', '门前的桥板断了。')
    await office.tapId('record-voice')
  }
  expect(await looked('/voice/voices', '回执码', 'receipt', record)).toEqual(right('receipt'))
})

test('what is printed of the rest: the half-year, the receipt of a petition, and the towns of a county with their staff', async () => {
  await everyone(server, town, { countyStaff: personaOpenid('county') })
  await office.open('/office/figures?panel=contacts')
  await office.see('走访选民')
  const half = await print(office.page, 'half-year', 'A4Across', 16)
  expect([half.sheets, half.clipped, half.pressed]).toEqual([[papers.A4Across], [], []])

  await office.open('/voice/petition')
  await office.tap('代别人登记')
  await office.choose('是哪一类', '信访、申诉')
  await office.choose('怎么说的', '当面')
  await office.type('什么事', '村里的补偿款没有发，打官司也没有结果。')
  await office.tick('不留姓名')
  await office.tapId('write-petition')
  await office.see('拿回执号到镇人大办或代表之家，也能查到。')
  const receipt = await print(office.page, 'petition-receipt', 'A4', 16)
  expect([receipt.sheets, receipt.clipped, receipt.pressed]).toEqual([[papers.A4], [], []])

  const county = await createH5Driver(server, 'county', desk)
  await county.open('/office/figures')
  await county.see('人大干部队伍')
  const towns = await print(county.page, 'county', 'A4Across', 16)
  // As many as the towns and their rates take.
  expect([new Set(towns.sheets.map(String)), towns.clipped, towns.pressed]).toEqual([
    ...[new Set([String(papers.A4Across)]), [], []],
  ])
  await county.close()
})

test('the book of a duty file, of a year and of a term: A4, eight parts, nothing cut off', async () => {
  const { client } = town.office
  for (const [termNo, openedOn] of [[19, '2025-10-24']] as const)
    await client.call(congressSessions.endpoints.add, {
      params: params(),
      input: { termNo, sessionNo: 1, openedOn, closedOn: openedOn },
    })
  for (let day = 1; day <= 24; day += 1)
    await client.call(trainings.endpoints.add, {
      params: params(),
      input: {
        ...{
          title: `学习地方组织法和代表法的第 ${day} 次集中学习`,
          topic: 'law',
          trainingForm: 'collective',
        },
        ...{ heldOn: `2026-03-${`${day}`.padStart(2, '0')}`, organiser: day % 3 ? 'town' : 'county' },
        personIds: [town.deputy.id],
      },
    })
  await office.open(`/duty/duty-book?town=${town.id}&id=${town.deputy.id}&year=2026`)
  await office.see('合计 学习培训 24 次')
  const year = await print(office.page, 'duty-book-year', 'A4', 26)
  expect(new Set(year.sheets.map(String))).toEqual(new Set([String(papers.A4)]))
  expect([year.clipped, year.pressed]).toEqual([[], []])
  await office.tap('第19届')
  await office.see('第19届履职总结')
  const term = await print(office.page, 'duty-book-term', 'A4', 26)
  expect(new Set(term.sheets.map(String))).toEqual(new Set([String(papers.A4)]))
  expect([term.clipped, term.pressed]).toEqual([[], []])
})

test.each([
  ['short', 4],
  ['long', 24],
] as const)('a %s rule for the wall: one A3 sheet', async (length, articles) => {
  const text = Array.from({ length: articles }, (_, at) => article(at + 1)).join('\n')
  const id = await ruleOf(`代表接待选民制度（${length === 'short' ? '简' : '全'}本）`, text)
  await office.open(`/desk/rule?town=${town.id}&id=${id}`)
  await office.see('第十九届人大主席团第三次会议')
  const paper = await print(office.page, `rule-${length}`, 'A3', 20)
  expect(paper.sheets).toEqual([papers.A3])
  expect([paper.clipped, paper.pressed]).toEqual([[], []])
})

test('a rule that no sheet can hold in letters to read goes on, on a second sheet', async () => {
  const id = await ruleOf('代表工作规则', Array.from({ length: 60 }, (_, at) => article(at + 1)).join('\n'))
  await office.open(`/desk/rule?town=${town.id}&id=${id}`)
  await office.see('第60条')
  expect((await print(office.page, 'rule-very-long', 'A3', 20)).sheets).toEqual([papers.A3, papers.A3])
})
