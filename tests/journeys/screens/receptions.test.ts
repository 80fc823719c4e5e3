import { makeCode } from '../../../shared/api/qr-codes'
import {
  listReceptions,
  planReceptions,
  receptionSteps,
  showReception,
} from '../../../shared/matters/reception/endpoints'
import { absences } from '../../../shared/registers/absences'
import { liaisonStations } from '../../../shared/registers/liaison-stations'
import { staySignedIn } from '../../support/lived'
import { inTheWay } from '../../support/screens/axe'
import { openBrowser } from '../../support/screens/browser'
import { createH5Driver, desk } from '../../support/screens/h5-driver'
import { papers, print } from '../../support/screens/on-paper'
import { phoneFiles } from '../../support/screens/speak-flow'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestPerson, TestTown } from '../../support/town'

/** 接访排班: how the office makes a roster at its desk, and how it hangs on a wall. */
let server: TestServer
let town: TestTown
townForEachTest((begun) => ({ server, town } = begun), { readyWithinMs: 300_000 })

const params = () => ({ town: town.id })

/** @param form beside what the station is */
async function writeRules(form: object) {
  const { endpoints } = liaisonStations
  const one = { params: { ...params(), id: town.station } }
  const { version, values } = await town.office.client.call(endpoints.show, one)
  await town.office.client.call(endpoints.change, {
    ...one,
    input: {
      version,
      form: { ...values, deputyIds: [town.deputy.id, town.coSigner.id, town.otherDeputy.id], ...form },
    },
  })
}
const plan = (from: string, to: string) =>
  town.office.client.call(planReceptions, {
    params: params(),
    input: { stationId: town.station, from, to, each: '1' },
  })
async function step({ client }: TestPerson, day: string, action: keyof typeof receptionSteps, form: object) {
  const { items } = await town.office.client.call(listReceptions, { params: params(), query: {} })
  const one = { ...params(), id: items.find(({ heldOn }) => heldOn === day)?.id ?? '' }
  const { version } = await town.office.client.call(showReception, { params: one })
  await client.call(receptionSteps[action] as (typeof receptionSteps)['move'], {
    params: one,
    input: { version, form: form as { heldOn: string; reason: string } },
  })
}

test('the office writes rules as they are spoken, makes a month of it, sees who swaps and who is away, and prints it', async () => {
  await writeRules({})
  const away = { personId: town.otherDeputy.id, fromOn: '2026-12-01', untilOn: '2026-12-10', reason: '外出' }
  await town.office.client.call(absences.endpoints.add, { params: params(), input: away })
  const office = await createH5Driver(server, 'office', desk)
  await office.open(`/register/form?name=liaisonStation&town=${town.id}&id=${town.station}`)
  await office.tapId('action-change')
  await office.type('接访日', '每月第二个周二；逢初五、十')
  await office.confirm()
  await office.see('每月第二个星期二；逢五十')

  await office.open('/office/receptions')
  await office.see('还没有排过班。')
  await office.see('请了假的：李志强 12月1日到12月10日。')
  await office.tapId('action-plan')
  await office.pick('给哪个站点排', '大郭西人大代表活动室')
  await office.shot('roster-form')
  await office.confirm()
  await office.see('2026年12月')
  // 农历廿五, 三十, 初五, 初十 and so on, and the second Tuesday.
  for (const day of ['12月3日 周四 9:00', '12月8日 周二 9:00', '12月13日 周日 9:00']) await office.see(day)
  const rows = () => office.page.locator('.table-row').allInnerTexts()
  const early = (await rows()).filter((row) => /12月([1-9]|10)日/.test(row))
  expect(early.filter((row) => row.includes('李志强'))).toEqual([])
  expect(await inTheWay(office.page)).toEqual([])
  await office.shot('roster-desk')

  await step(town.deputy, '2026-12-03', 'askSwap', { standInId: town.coSigner.id, reason: '去县里开会' })
  await step(town.coSigner, '2026-12-08', 'beAway', { reason: '孩子结婚' })
  await office.open('/office/receptions')
  await office.see('想请张春梅换班，等回答')
  await office.see('缺人')
  await office.see('还没有人')
  await office.shot('roster-swap')
  const paper = await print(office.page, 'roster', 'A4', 16)
  expect(paper.sheets).toEqual([papers.A4])
  expect([paper.clipped, paper.pressed]).toEqual([[], []])
  await office.close()

  const onPhone = await createH5Driver(server, 'office')
  await onPhone.open('/office/receptions')
  await onPhone.see('想请张春梅换班，等回答')
  await onPhone.shot('roster-phone')
  await onPhone.tap('12月8日 周二 9:00')
  await onPhone.see('换人')
  await onPhone.close()
})

test('whoever sits there has the one who came speak, and hears it again; what becomes a message takes it along', async () => {
  await writeRules({})
  await plan('2026-12-01', '2026-12-31')
  server.clock.set('2026-12-08T02:00:00Z')
  await staySignedIn(server)
  const deputy = await createH5Driver(server, 'deputy')
  const { items } = await town.office.client.call(listReceptions, { params: params(), query: {} })
  const sitting = items.find(({ heldOn }) => heldOn === '2026-12-08')
  await deputy.open(`/desk/matter?kind=reception&town=${town.id}&id=${sitting?.id ?? ''}`)
  await deputy.tapId('action-receive')
  await deputy.see('按住说话')
  await deputy.speak((await phoneFiles()).voice)
  await deputy.see('重新说')
  await deputy.notSee('正在上传…')
  await deputy.choose('怎么办的', '当场答复了')
  await deputy.type('怎么答复的', '到村委会一楼交。')
  await deputy.shot('reception-spoken-form')
  await deputy.confirm()
  await deputy.see('听语音')
  await deputy.see('到村委会一楼交。')
  expect(await inTheWay(deputy.page)).toEqual([])
  await deputy.shot('reception-spoken')
  await deputy.close()
})

test('the roster on the wall of a station and of the hall: in large letters, as nobody, and it reads itself again', async () => {
  await writeRules({ receptionDays: '每月25日；逢五十', receptionPlace: '集市东门' })
  server.clock.set('2026-11-23T23:30:00Z')
  await plan('2026-11-24', '2026-12-31')
  const sceneFor = async (kind: 'station' | 'board', id: string) =>
    (await town.office.client.call(makeCode, { params: params(), input: { kind, id } })).scene
  const [station, board] = [await sceneFor('station', town.station), await sceneFor('board', town.id)]

  const office = await createH5Driver(server, 'office', desk)
  await office.open('/office/codes')
  await office.tap('大郭西人大代表活动室')
  await office.see(`${server.url}/screen/${station}/receptions`)
  await office.tap('打印接访公告')
  const opened = office.context.waitForEvent('page')
  await office.tap('放到大屏上')
  const other = await opened
  await other.getByText('这个星期').first().waitFor()
  expect(new URL(other.url()).pathname).toBe(`/screen/${station}/receptions`)
  await office.close()

  const context = await (
    await openBrowser()
  ).newContext({
    ...{ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' },
  })
  const wall = await context.newPage()
  const faults: string[] = []
  const asked = new Set<string>()
  wall.on('pageerror', ({ message }) => faults.push(message))
  wall.on('request', (request) => {
    const { authorization, cookie } = request.headers()
    if (authorization !== undefined || cookie !== undefined || request.method() !== 'GET')
      faults.push(`${request.method()} ${request.url()} says who asks`)
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api'))
      asked.add(pathname.replaceAll(town.id, 'town').replace(/[0-9a-z]{26,27}/g, 'id'))
  })
  const see = (text: string) => wall.getByText(text).first().waitFor()
  const smallest = () =>
    wall.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('h1, h2, time, b, span, p:not(.dots), footer')].map(
          (one) => Number.parseFloat(getComputedStyle(one).fontSize) / (innerWidth / 1920),
        ),
      ),
    )
  const isBelowTheEdge = () =>
    wall.evaluate(() => {
      const foot = document.querySelector('footer')?.getBoundingClientRect().top ?? 0
      return [...document.querySelectorAll('.rows li, .code, .code-words')].some(
        (one) => one.getBoundingClientRect().bottom > foot,
      )
    })
  const at = (time: string) => new Date(`2026-11-25T${time}:00+08:00`)

  await wall.clock.install({ time: at('09:00') })
  server.clock.set('2026-11-25T01:00:00Z')
  for (const [scene, name] of [
    [station, 'station'],
    [board, 'hall'],
  ] as const)
    for (const viewport of [
      { width: 1920, height: 1080 },
      { width: 1280, height: 720 },
    ]) {
      await wall.setViewportSize(viewport)
      await wall.goto(`${server.url}/screen/${scene}/receptions`)
      await see(name === 'station' ? '大郭西人大代表活动室' : '禾丰坝镇 代表接访')
      await see('王建国')
      await see('集市东门')
      await see('这个星期')
      expect(await inTheWay(wall)).toEqual([])
      await wall.screenshot({ path: `tests/.output/screens/roster-wall-${name}-${viewport.width}.png` })
      await wall.keyboard.press('ArrowRight')
      await see('以后')
      expect([await smallest(), await isBelowTheEdge()]).toEqual([expect.any(Number), false])
      expect(await smallest()).toBeGreaterThanOrEqual(40)
      await wall.screenshot({ path: `tests/.output/screens/roster-wall-${name}-month-${viewport.width}.png` })
    }
  // A day later nobody sits there: a sentence, and when next. The line drops, and what was read stays.
  await wall.clock.fastForward('06:00:00')
  await context.setOffline(true)
  await wall.clock.fastForward('00:02:00')
  await see('网络断了，内容停在')
  await see('王建国')
  await context.setOffline(false)
  await wall.clock.setFixedTime(new Date('2026-11-26T09:00:00+08:00'))
  server.clock.set('2026-11-26T01:00:00Z')
  await wall.reload()
  await see('今天没有接访。下次是')
  expect([...asked].sort()).toEqual([
    '/api/scenes/id',
    '/api/scenes/id/image',
    '/api/towns/town/reception-days',
    '/api/towns/town/stations/id',
  ])
  expect(await wall.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ''])
  expect(faults).toEqual([])
  await context.close()
})
