import { opinionSteps, showOpinion, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { bring } from '../../support/bring'
import { uploaded } from '../../support/photos'
import { createH5Driver, type H5Driver } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import type { TestServer } from '../../support/server'
import { forms, step } from '../../support/suggestion'
import { type TestTown, worksInWechat, worksOnTheWeb } from '../../support/town'

let server: TestServer
let town: TestTown

townForAllTests((begun) => ({ server, town } = begun), { reachable: false })

/** Two areas: one drawn over the picture, one by keyboard alone; a third is taken back. */
async function blurOnTheScreen(office: H5Driver) {
  const { page } = office
  await office.tapId('action-blur')
  await page.waitForSelector('#blur-frame img')
  await page.waitForFunction(() => (document.querySelector('#blur-frame')?.clientHeight ?? 0) > 60)
  await office.confirm()
  await office.see('请先框出要遮住的地方')
  await office.tap('打码看看')
  await office.see('请先在照片上框出要遮住的地方，再打码。')
  await page.locator('#blur-frame').evaluate((frame) => frame.scrollIntoView({ block: 'center' }))
  const { x, y, width, height } = (await page.locator('#blur-frame').boundingBox()) ?? fail()
  // All of the picture is seen, so that an area lies where it was drawn.
  const [wide = 0, high = 1] = await page
    .locator('#blur-frame img')
    .evaluate((picture: HTMLImageElement) => [picture.naturalWidth, picture.naturalHeight])
  expect(width / height).toBeCloseTo(wide / high, 1)
  await page.mouse.move(x + width * 0.1, y + height * 0.1)
  await page.mouse.down()
  // Where the picture stands is asked for once the finger is down.
  for (let tries = 0; tries < 50 && (await page.locator('.blur-area').count()) === 0; tries += 1)
    for (const share of [0.25, 0.3]) await page.mouse.move(x + width * share, y + height * share)
  await page.mouse.up()
  await office.tap('加一个框')
  const second = page.locator('.blur-area').nth(1)
  await second.focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key)
  await office.tap('加一个框')
  await office.tap('撤销上一个框')
  const areas = await page
    .locator('.blur-area')
    .evaluateAll((all) => all.map((one) => one.getAttribute('style') ?? ''))
  expect(areas).toHaveLength(2)
  expect(areas[1]).toMatch(/left: 37.*top: 42.*width: 32.*height: 20/)
  await office.shot('content-checks-blur')
  await office.tap('打码看看')
  await office.see('外面看到的是这样')
  await office.shot('content-checks-blurred')
  await office.confirm()
  await office.see('打了码，外面看到的')
}
const fail = (): never => {
  throw new Error('there is no picture to draw on')
}

test('what a unit wrote on the web: 核对中 for everyone, a second person sends it back, the unit writes it again', async () => {
  const id = await bring(server, town, 'handling')
  const photosAfter = [await uploaded(server, town)]
  worksOnTheWeb(server, town.unit)
  await step(town, town.unit, id, 'reply', {
    ...forms(town).cannotSolve,
    publicResult: forms(town).reply.publicResult,
    photosAfter,
  })
  await server.run('checkContent')
  await server.run('checkPhotos')
  worksInWechat(town.unit)

  const visitor = await createH5Driver(server, undefined)
  await visitor.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await visitor.see('暂时不能解决，已说明原因：核对中')
  await visitor.notSee('修复河堤 3.8 公里')
  await visitor.shot('public-being-checked')
  await visitor.close()

  const office = await createH5Driver(server, 'office')
  await office.open('/office/content-checks')
  await office.see('修复河堤 3.8 公里，装围栏 1 公里')
  await office.see('答复的照片')
  await office.page.waitForFunction(() => document.querySelectorAll('.photos-picture img').length === 1)
  await office.shot('content-checks')
  await office.tapId('action-sendBack')
  await office.type('退回的理由', '请写明验收了没有。')
  await office.shot('content-checks-send-back')
  await office.confirm()
  await office.notSee('修复河堤 3.8 公里，装围栏 1 公里')
  await blurOnTheScreen(office)
  await office.tapId('action-hide')
  await office.type('撤下的理由', '拍到了人脸。')
  await office.confirm()
  await office.see('没有等着复核的内容。')
  await office.close()

  const unit = await createH5Driver(server, 'unit')
  await unit.open(`/desk/matter?kind=suggestion&town=${town.id}&id=${id}`)
  await unit.see('还没有公开的内容')
  await unit.see('理由：请写明验收了没有。')
  await unit.page.getByText('还没有公开的内容', { exact: true }).scrollIntoViewIfNeeded()
  await unit.shot('unshown-unit')
  await unit.tapId('action-rewrite')
  await unit.type('改好的公开文字', '修复河堤 3.8 公里，已经验收')
  await unit.confirm()
  await unit.see('正在核对，核对好了公开。')
  await unit.shot('unshown-checking')
  await unit.close()

  await server.run('checkContent')
  server.clock.advance({ seconds: 2 })
  const later = await createH5Driver(server, undefined)
  await later.open(`/pages/suggestion?town=${town.id}&id=${id}`)
  await later.see('暂时不能解决，已说明原因：修复河堤 3.8 公里，已经验收')
  await later.close()
}, 180_000)

test('a deputy’s answer that a person must read: the office sends it back, the deputy reads why', async () => {
  const risky = 'SIM_RISKY_20001 征地的事我去问。'
  const { id } = await town.villager.client.call(writeOpinion, {
    params: { town: town.id },
    input: { deputyId: town.deputy.id, kind: 'report', text: '征地款没有发。' },
  })
  await server.run('checkOpinions')
  const params = { town: town.id, id }
  const { version } = await town.deputy.client.call(showOpinion, { params })
  await town.deputy.client.call(opinionSteps.answer, { params, input: { version, form: { text: risky } } })
  await server.run('checkOpinions')

  const office = await createH5Driver(server, 'office')
  await office.open(`/desk/matter?kind=opinion&town=${town.id}&id=${id}`)
  await office.see('待镇人大办核实，群众还看不到')
  await office.see('核实无误，发给群众')
  await office.see('写给王建国代表')
  await office.shot('opinion-held-office')
  await office.tapId('action-sendBack')
  await office.type('退回的理由', '请写明哪天去问。')
  await office.confirm()
  await office.see('退回的理由：请写明哪天去问。')
  await office.close()

  const deputy = await createH5Driver(server, 'deputy')
  await deputy.open(`/desk/matter?kind=opinion&town=${town.id}&id=${id}`)
  await deputy.see('退回修改，群众看不到')
  await deputy.see('退回的理由：请写明哪天去问。')
  await deputy.shot('opinion-sent-back')
  await deputy.close()

  const villager = await createH5Driver(server, 'villager')
  await villager.open(`/pages/matter?town=${town.id}&id=${id}`)
  await villager.see('征地款没有发。')
  await villager.notSee('征地的事我去问')
  await villager.close()
}, 120_000)
