import { makeCode, revokeCode } from '../../../shared/api/qr-codes'
import type { CodeTarget } from '../../../shared/words/words'
import { inTheWay } from '../../support/screens/axe'
import { openBrowser } from '../../support/screens/browser'
import { codesOf, scanEach } from '../../support/screens/codes-flow'
import { fillDesks } from '../../support/screens/desk-flow'
import { createH5Driver, desk } from '../../support/screens/h5-driver'
import { townForEachTest } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

townForEachTest((begun) => ({ server, town } = begun), { readyWithinMs: 300_000 })

const sceneFor = async (kind: CodeTarget, id: string) =>
  (await town.office.client.call(makeCode, { params: { town: town.id }, input: { kind, id } })).scene
const hasPicture = () => document.querySelector<HTMLImageElement>('.code-image img')?.naturalWidth === 860

test('the office prints the code of a deputy; whoever scans it writes to this deputy, whatever was begun before', async () => {
  const villager = await createH5Driver(server, 'villager')
  await villager.open('/pages/write')
  await villager.pick('代表', '李志强 代表')
  await villager.type('想说的话', '路灯坏了。')

  const office = await createH5Driver(server, 'office')
  await office.open('/office/codes')
  await office.see('公开栏')
  await office.shot('codes-list')
  await office.tap('王建国 代表')
  await office.see('微信扫一扫，说给我听')
  await office.page.waitForFunction(hasPicture)
  await office.shot('codes-deputy')
  const scene = await sceneFor('deputy', town.deputy.id)
  await office.see(`${server.url}/q/${scene}`)
  await office.tap('关闭')
  await office.see('已生成')

  await villager.scan(scene)
  await villager.see('王建国 代表')
  await villager.notSee('李志强 代表')
  expect(await villager.page.locator('textarea').inputValue()).toBe('路灯坏了。')
  expect(villager.page.url()).toContain(`station=${town.station}`)
  await villager.close()
  await office.close()
})

test('a code that is taken back says so and leads on to the town; the next one works', async () => {
  const old = await sceneFor('station', town.station)
  const office = await createH5Driver(server, 'office')
  await office.open('/office/codes')
  await office.tap('大郭西人大代表活动室')
  await office.tapId('action-revoke')
  await office.type('停用的原因', '门口的码被人换过')
  await office.shot('codes-revoke')
  await office.confirm()
  await office.see('大郭西人大代表活动室的码停用了。再点一次，会生成一张新的。')
  await office.see('停用过 1 张')

  const villager = await createH5Driver(server, 'villager')
  await villager.scan(old)
  await villager.see('这张码已经停用。')
  await villager.shot('scan-revoked')
  await villager.tap('去禾丰坝镇首页')
  await villager.see('说给代表听')

  await office.tap('大郭西人大代表活动室')
  await office.see('停用过一张：门口的码被人换过（陈静）')
  await office.page.waitForFunction(hasPicture)
  await office.shot('codes-again')
  await villager.scan(await sceneFor('station', town.station))
  await villager.see('下次接访日')
  await villager.close()
  await office.close()
})

test('an ordinary link opens the page in any browser: the board, a station, or how to go on', async () => {
  const visitor = await createH5Driver(server, undefined)
  const follow = async (scene: string) => {
    await visitor.page.goto('about:blank')
    await visitor.page.goto(`${server.url}/q/${scene}`)
  }
  await follow(await sceneFor('board', town.id))
  await visitor.see('每件建议公开五项')
  await follow(await sceneFor('station', town.station))
  await visitor.see('大郭西人大代表活动室')
  await follow('nowhere')
  await visitor.see('没有找到，可能已经移走或地址不对，请返回首页重新打开。')
  await visitor.tap('看公开栏')
  await visitor.see('每件建议公开五项')
  await visitor.close()
})

test('a code of each kind leads to its deputies before anybody signs in', async () => {
  const visitor = await createH5Driver(server, undefined)
  await scanEach(visitor, await codesOf(server, town))
  await visitor.close()
})

test('at a desk the code stands beside the list', async () => {
  const office = await createH5Driver(server, 'office', desk)
  await office.open('/office/codes')
  await office.tap('大郭西人大代表活动室')
  await office.page.waitForFunction(hasPicture)
  await office.shot('codes-desk')
  await office.see('打印')
  await office.see(`${server.url}/screen/${await sceneFor('station', town.station)}`)
  await office.page.emulateMedia({ media: 'print' })
  for (const words of ['禾丰坝镇人大', '微信扫一扫，说给代表听', '下次接访：', '不会用手机也行'])
    await office.see(words)
  for (const word of ['停用这张码', '王建国 代表', '关闭', '打印']) await office.notSee(word)
  await office.shot('codes-printed')
  const pdf = (await office.page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+)/g)]
  expect(sheets.map(([, wide]) => Math.round(Number(wide)))).toEqual([595])
  await office.close()
})

test('a door that was printed long ago still opens', async () => {
  const visitor = await createH5Driver(server, undefined)
  await visitor.open(`/pages/station?scene=s${town.station}`)
  await visitor.see('大郭西人大代表活动室')
  await visitor.scan(`s${town.station}`)
  await visitor.see('下次接访日')
  await visitor.close()
})

test('the screen on the wall of a station shows what is public, asks as nobody, and lives with a line that drops', async () => {
  await fillDesks(town)
  const scene = await sceneFor('station', town.station)
  const context = await (
    await openBrowser()
  ).newContext({
    ...{ viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' },
  })
  const wall = await context.newPage()
  const asked: string[] = []
  const faults: string[] = []
  wall.on('pageerror', ({ message }) => faults.push(message))
  wall.on('request', (request) => {
    const { authorization, cookie } = request.headers()
    if (authorization !== undefined || cookie !== undefined || request.method() !== 'GET')
      faults.push(`${request.method()} ${request.url()} says who asks`)
    asked.push(new URL(request.url()).pathname.replaceAll(town.id, 'town').replace(/[0-9a-z]{26,27}/g, 'id'))
  })
  const see = (text: string) => wall.getByText(text).first().waitFor()
  const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`)

  await wall.clock.install({ time: at('09:00') })
  await wall.goto(`${server.url}/screen/${scene}`)
  await see('禾丰坝镇 人大代表之家')
  await see('王建国代表')
  await see('扫一扫，说给代表听')
  await wall.locator('.counts').waitFor()
  expect(await inTheWay(wall)).toEqual([])
  await wall.screenshot({ path: 'tests/.output/screens/wall-counts.png' })
  await wall.keyboard.press('ArrowRight')
  await see('正在办')
  expect(await wall.locator('.rows li').count()).toBeGreaterThan(0)
  const smallest = await wall.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('h1, h2, time, b, span, p:not(.dots), footer')].map((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      ),
    ),
  )
  expect(smallest).toBeGreaterThanOrEqual(40)
  await wall.screenshot({ path: 'tests/.output/screens/wall-in-hand.png' })
  await wall.setViewportSize({ width: 1366, height: 768 })
  await wall.reload()
  await wall.locator('.counts').waitFor()
  await wall.keyboard.press('ArrowRight')
  expect(await inTheWay(wall)).toEqual([])
  const [rows, foot] = await Promise.all(
    ['.rows li:last-child', 'footer'].map((one) => wall.locator(one).boundingBox()),
  )
  expect((rows?.y ?? 0) + (rows?.height ?? 0)).toBeLessThan(foot?.y ?? 0)
  await wall.screenshot({ path: 'tests/.output/screens/wall-small.png' })

  // A day on the wall: the line drops twice, and there is never a blank page or one that spins.
  for (let hour = 1; hour <= 11; hour += 1) {
    const isCut = hour === 3 || hour === 4 || hour === 8
    await context.setOffline(isCut)
    await wall.clock.fastForward('01:00:00')
    await see(isCut ? '网络断了，内容停在' : `数据到 ${9 + hour}:`)
    await see('王建国代表')
  }
  await wall.clock.fastForward('01:30:00')
  await wall.locator('.night-time').waitFor()
  expect(await wall.locator('#screen').innerText()).toMatch(/^21:3\d$/)
  await context.setOffline(true)
  await wall.clock.fastForward('26:00:00')
  await wall.clock.fastForward('12:00:00')
  await see('网络断了一天多，内容已旧，请扫码看。')
  await context.setOffline(false)
  await wall.clock.fastForward('00:02:00')
  await see('数据到')

  expect([...new Set(asked)].filter((path) => path.startsWith('/api')).sort()).toEqual([
    '/api/scenes/id',
    '/api/scenes/id/image',
    '/api/towns/town/board',
    '/api/towns/town/bulletin',
    '/api/towns/town/promises',
    '/api/towns/town/stations/id',
  ])
  expect(await wall.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ])
  expect(faults).toEqual([])
  const because = { because: '电视搬走了' }
  await town.office.client.call(revokeCode, { params: { town: town.id, scene }, input: because })
  await wall.clock.fastForward('00:02:00')
  await see('这个地址停用了，请到镇人大办要新的大屏地址。')
  await context.close()
})
