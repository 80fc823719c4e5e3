import { listMyOpinions } from '../../../shared/matters/opinion/endpoints'
import { makeCode, revokeCode } from '../../../shared/api/qr-codes'
import { createH5Driver, type H5Driver } from '../../support/screens/h5-driver'
import { directTraffic } from '../../support/screens/traffic'
import { townForAllTests } from '../../support/screens/town-in-browser'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let revoked: string
const people = new Map<string, Promise<H5Driver>>()

// Stands first, so that they are gone before their browser is.
afterAll(async () => {
  for (const person of people.values()) await (await person).close()
})
townForAllTests(async (begun) => {
  ;({ server, town } = begun)
  const target = { kind: 'board', id: town.id }
  const made = await town.office.client.call(makeCode, { params: { town: town.id }, input: target })
  revoked = made.scene
  const params = { town: town.id, scene: revoked }
  await town.office.client.call(revokeCode, { params, input: { because: '换了地方' } })
})

const personNamed = (persona: string) => {
  const known = people.get(persona) ?? createH5Driver(server, persona)
  people.set(persona, known)
  return known
}

const offline = '没有连上网，这一页还没有存在这台设备上。有网会自动打开，也可以现在再试一次。'
const refused = '没有找到，可能已经移走或地址不对，请返回首页重新打开。'

/** Who looks where, and what the screen says when there is nothing to show yet. */
const screens = [
  ['villager', '/pages/home', '还没有公开的建议。代表提出建议、镇人大受理后，会在这里公开。'],
  ['villager', '/pages/board', '还没有公开的建议。'],
  ['villager', '/pages/bulletin', '这半年没有公开的建议。'],
  ['villager', '/pages/promises', '这里还没有承诺的事。'],
  ['villager', '/pages/matters', '您还没有反映过事情。有什么难处，说给代表听。'],
  ['villager', '/pages/inbox', '还没有消息。您的事有了进展，这里会告诉您。'],
  ['villager', '/pages/me', '大字版'],
  ['villager', '/pages/station?id=STATION', '本村现在没有正在办的建议。'],
  ['villager', '/pages/scan?scene=REVOKED', '这张码已经停用。'],
  ['villager', '/pages/write', '送出'],
  ['deputy', '/desk/list', '没有等您办的事。有新的会在消息里告诉您。'],
  ['deputy', '/desk/draft', '保存草稿'],
  ['office', '/desk/list', '没有等您办的事。有新的会在消息里告诉您。'],
  ['office', '/register/list?name=person', '王建国'],
  ['office', '/office/deliveries', '提醒都送到了。'],
  ['office', '/office/village-notices', '没有要张贴的。'],
  ['office', '/office/settings', '按河南的规定'],
  ['office', '/office/codes', '大郭西人大代表活动室'],
  ['office', '/office/figures', '这段时间没有交办的建议，还算不出比率。'],
  ['office', '/office/on-paper', '登记并提交'],
  ['deputy', '/voice/voices', '登记，转给代表'],
  ['office', '/office/hand-over', '没有等着交办的建议。'],
  ['office', '/register/list?name=carriedSuggestion', '还没有登记过上级代表建议。'],
  ['office', '/register/list?name=category', '基础设施'],
  [
    'office',
    '/register/list?name=congressSession',
    '还没有登记过会议，建议按年份编号。登记以后，新受理的按届次编号。',
  ],
  ['office', '/desk/standing', '计入 0 件；超过 2 件取消评先资格'],
  ['office', '/office/key-suggestions', '今年还没有列重点建议。'],
  ['office', '/desk/appraisals', '还没有评议过办理结果。'],
  ['unit', '/desk/standing', '计入 0 件；超过 2 件取消评先资格'],
  ['deputy', '/desk/appraisals', '您还没有编进代表小组，不用评议。'],
  ['office', '/desk/progress', '现在没有在办的建议。'],
  ['office', '/office/content-checks', '没有等着复核的内容。'],
  ['office', '/office/public-texts', '没有找到。'],
  ['office', '/office/site-reviews', '没有单位在办的建议，不用安排现场评议。'],
  ['office', '/office/term', '还没有登记新一届代表。换届选举以后，把当选名单导入或一位一位登记在这里。'],
  ['unit', '/desk/progress', '现在没有在办的建议。'],
  ['unit', '/desk/list', '没有等您办的事。有新的会在消息里告诉您。'],
] as const

test.each(screens)(
  '%s at %s: loading, offline, refused, and nothing there yet',
  async (persona, url, empty) => {
    const person = await personNamed(persona)
    const name = url.replace(/^\//, '').replace(/\?.*/, '').replace('/', '-')
    const traffic = await directTraffic(person.page)
    await traffic.turn('silent')
    await person.page.evaluate(forgetCopies)
    await person.follow(url.replace('STATION', town.station).replace('REVOKED', revoked))
    await person.page.locator('.skeleton').first().waitFor()
    await person.shot(`look-${name}-loading`)

    await traffic.turn('away')
    await person.see(offline)
    await person.shot(`look-${name}-offline`)
    await traffic.turn('refuse')
    await person.tap('再试一次')
    await person.see(refused)
    await person.shot(`look-${name}-refused`)
    await traffic.turn('answer')
    await person.tap('再试一次')
    await person.see(empty)
    await person.notSee(refused)
    await person.shot(`look-${name}-empty`)
    await person.page.unrouteAll()
  },
)

/** The phone has read nothing yet. */
function forgetCopies() {
  if (!location.protocol.startsWith('http')) return
  for (const name of Object.keys(localStorage)) if (name.startsWith('cop')) localStorage.removeItem(name)
}

test.each([
  ['villager', '/pages/matter?'],
  ['villager', '/pages/suggestion?'],
  ['deputy', '/desk/matter?kind=opinion&'],
  ['deputy', '/desk/matter?kind=suggestion&'],
  ['office', '/desk/matter?kind=opinion&'],
  ['office', '/desk/matter?kind=suggestion&'],
  ['office', '/desk/matter?kind=siteReview&'],
  ['office', '/desk/matter?kind=externalSuggestion&'],
  ['unit', '/desk/matter?kind=suggestion&'],
  ['unit', '/desk/matter?kind=awardStanding&'],
  ['deputy', '/desk/matter?kind=groupBallot&'],
])('%s at %s of a matter that is not there', async (persona, page) => {
  const person = await personNamed(persona)
  await person.follow(`${page}town=${town.id}&id=${'0'.repeat(26)}`)
  await person.see(refused)
})

test('a scene that leads nowhere says so', async () => {
  const person = await personNamed('villager')
  await person.scan('snowhere')
  await person.see(refused)
  await person.shot('look-pages-scan-refused')
  await person.tap('去本镇首页')
  await person.see('还没有公开的建议。代表提出建议、镇人大受理后，会在这里公开。')
})

test('an answer that got lost on the way does not make two opinions', async () => {
  const villager = await personNamed('villager')
  await villager.open('/pages/write')
  await villager.see('送出')
  await villager.pick('代表', '王建国 代表')
  await villager.type('想说的话', '井盖丢了一个。')
  let lost = 0
  await villager.page.route('**/opinions', async (route) => {
    lost += 1
    if (lost > 1) return route.continue()
    await route.fetch()
    return route.abort('internetdisconnected')
  })
  await villager.tapId('send')
  await villager.see('网络不好，已先存在手机里，有网会自动送出。')
  await villager.tapId('send')
  await villager.see('送到了。有人回复时，这里和消息里都会告诉您。')
  const mine = await town.villager.client.call(listMyOpinions, { params: { town: town.id } })
  expect(mine.items).toHaveLength(1)
})

test('every persona is in sight at once, above the bar of places', async () => {
  const person = await personNamed('villager')
  await person.open('/pages/home')
  await person.see('换个身份')
  await person.page.locator('#persona-bar').filter({ visible: true }).tap()
  await person.see('以谁的身份看')
  const reached = await person.page.locator('.choose-row').evaluateAll((rows) =>
    rows.map((row) => {
      const { left, bottom } = row.getBoundingClientRect()
      return row.contains(document.elementFromPoint(left + 2, bottom - 3))
    }),
  )
  expect(reached).toEqual(Array.from({ length: 9 }, () => true))
})

test('where there are no personas, a browser may look at what is public and is shown the way in for the rest', async () => {
  const production = await startServer({ personas: false })
  const { station } = await buildTown(production)
  const visitor = await createH5Driver(production, undefined)
  try {
    await visitor.open('/pages/home')
    await visitor.see('还没有公开的建议。')
    await visitor.notSee('换个身份')
    await visitor.scan(`s${station}`)
    await visitor.see('下次接访日')
    for (const page of ['/pages/matters', '/pages/inbox', '/pages/me', '/pages/write', '/desk/list']) {
      await visitor.open(page)
      await visitor.see('请先登录，再办这件事。')
      await visitor.see('登录')
      await visitor.notSee('换个身份')
    }
    await visitor.shot('look-browser-only')
    await visitor.close()
  } finally {
    await production.stop()
  }
})
