import { congressRules } from '../../../shared/registers/congress-rules'
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { pagesBelow } from '../../../miniprogram/config/pages'
import { makeCode } from '../../../shared/api/qr-codes'
import { listDoors } from '../../../shared/api/doors'
import { inTheWay } from '../../support/screens/axe'
import { openBrowser } from '../../support/screens/browser'
import { fillDesks } from '../../support/screens/desk-flow'
import { createH5Driver, desk, type H5Driver } from '../../support/screens/h5-driver'
import { townForAllTests } from '../../support/screens/town-in-browser'
import { everyone } from '../../support/everyone'
import { live, staySignedIn } from '../../support/lived'
import { opinionsOf } from '../../support/opinions'
import type { TestServer } from '../../support/server'
import { personaOpenid, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let ids: Readonly<Record<string, string>>

townForAllTests(async (begun) => {
  ;({ server, town } = begun)
  await staySignedIn(server)
  await fillDesks(town)
  await everyone(server, town, {
    leadingOfficial: personaOpenid('official'),
    countyStaff: personaOpenid('county'),
  })
  const suggestion = await live(server, town, {
    subject: '装十盏路灯',
    rounds: [{ repliedAfterDays: 20, rating: 'notSatisfied' }, { repliedAfterDays: 20 }],
  })
  const opinion = (await opinionsOf(() => ({ server, town })).write(town.villager, '井盖丢了一个。')).id
  const kept = { name: '代表接访制度', subject: 'stations', text: '每月五日接访。' } as const
  const rule = (
    await town.office.client.call(congressRules.endpoints.add, { params: { town: town.id }, input: kept })
  ).id
  const sceneFor = async (kind: 'deputy' | 'station', id: string) =>
    (await town.office.client.call(makeCode, { params: { town: town.id }, input: { kind, id } })).scene
  ids = {
    ...{ TOWN: town.id, STATION: town.station, VILLAGE: town.village, SUGGESTION: suggestion },
    ...{ OPINION: opinion, RULE: rule, OFDEPUTY: await sceneFor('deputy', town.deputy.id) },
    OFSTATION: await sceneFor('station', town.station),
    DEPUTY: town.deputy.id,
  }
})

/** Who looks where. */
const visits: Readonly<Record<string, readonly string[]>> = {
  villager: [
    ...[
      'pages/home',
      'pages/board',
      'pages/matters',
      'pages/inbox',
      'pages/me',
      'pages/write',
      'pages/call-back',
    ],
    ...[
      'pages/bulletin',
      'pages/promises',
      'pages/deputies',
      'pages/towns',
      'pages/report',
      'pages/not-found',
      'duty/reports',
      'duty/ballot',
    ],
    ...['pages/station?town=TOWN&id=STATION', 'pages/scan?scene=nowhere'],
    ...['pages/suggestion?town=TOWN&id=SUGGESTION', 'pages/matter?town=TOWN&id=OPINION'],
    ...[
      'office/first-start',
      'office/open-town',
      'desk/guide',
      'voice/reception',
      'duty/calendar',
      'duty/honours',
      'duty/public-duties',
      'duty/public-duties?town=TOWN&id=DEPUTY',
      'voice/petition',
      'voice/app-feedback',
      'voice/say',
    ],
    ...['desk/about', 'desk/rule?town=TOWN&id=RULE', 'voice/village?town=TOWN&id=VILLAGE'],
    ...['pages/desk-sign-in', 'pages/desk-confirm', 'pages/password', 'pages/devices'],
  ],
  deputy: [
    ...['pages/home', 'pages/me', 'desk/list', 'desk/draft', 'voice/voices', 'desk/appraisals'],
    ...['voice/call-list', 'voice/aloud?town=TOWN&id=SUGGESTION', 'duty/own-duties', 'voice/unit-line'],
    ...['duty/duty-file', 'duty/duty-book', 'duty/duty-record', 'duty/calendar'],
    ...['duty/meetings', 'duty/minutes', 'duty/activities', 'duty/report-meetings'],
    ...['voice/box-opening?town=TOWN&station=STATION'],
    ...[
      'desk/matter?kind=suggestion&town=TOWN&id=SUGGESTION',
      'desk/matter?kind=opinion&town=TOWN&id=OPINION',
    ],
  ],
  office: [
    ...['pages/home', 'pages/inbox', 'desk/list', 'desk/matter?kind=suggestion&town=TOWN&id=SUGGESTION'],
    ...['register/list?name=person', 'register/list?name=category'],
    ...[
      'register/form?name=category',
      'desk/progress',
      'desk/standing',
      'desk/paper?kind=suggestion&town=TOWN&id=SUGGESTION&paper=handOver',
    ],
    ...[
      'office/codes',
      'office/sheet?town=TOWN&scene=OFDEPUTY',
      'office/sheet?town=TOWN&scene=OFSTATION',
      'office/content-checks',
      'office/deliveries',
      'office/figures',
      'office/figures?panel=structure',
      'office/hand-over-list',
    ],
    ...[
      'office/hand-over',
      'office/key-suggestions',
      'office/on-paper',
      'office/public-texts',
      'office/posters',
      'office/receptions',
      'voice/silence',
      'duty/contacts',
      'duty/duty-files',
      'duty/roll',
      'duty/report-wall',
      'duty/report-papers',
      'duty/feedback-papers',
      'duty/awards',
      'duty/award-papers',
      'duty/warnings',
      'duty/activity-plan',
      'duty/group-answers',
    ],
    ...[
      'office/roster-import',
      'office/settings',
      'office/site-reviews',
      'office/term',
      'office/village-notices',
    ],
  ],
  unit: ['pages/home', 'desk/list', 'desk/matter?kind=suggestion&town=TOWN&id=SUGGESTION'],
  official: ['pages/home', 'desk/list', 'office/key-suggestions'],
  county: ['pages/home', 'pages/me', 'office/figures', 'office/app-feedback'],
  presidium: ['pages/home', 'desk/list', 'desk/matter?kind=suggestion&town=TOWN&id=SUGGESTION'],
}
const addressOf = (url: string) => url.replace(/[A-Z]+/g, (name) => ids[name] ?? name)

test('somebody looks at every page', () => {
  const seen = new Set(Object.values(visits).flatMap((urls) => urls.map((url) => url.replace(/\?.*/, ''))))
  expect(pagesBelow(path.resolve('miniprogram/src')).filter((page) => !seen.has(page))).toEqual([])
})

const sizes = [
  ['390×844', { width: 390, height: 844 }, false],
  ['大字版', { width: 390, height: 844 }, true],
  ['1280×800', { width: 1280, height: 800 }, false],
] as const

test.each(Object.keys(visits))(
  'nothing stands in the way of %s on any page and in any sheet, small, large and wide',
  async (persona) => {
    const person = await createH5Driver(server, persona, desk)
    const { page } = person
    await person.open('/pages/home')
    await settled(person)
    const found: string[] = []
    for (const url of visits[persona] ?? []) {
      await go(page, url)
      for (const [size, viewport, elder] of sizes) {
        await page.setViewportSize(viewport)
        await settled(person)
        await large(page, elder)
        const note = (lines: string[], where = '') =>
          found.push(...lines.map((line) => `${url} ${where}${size} · ${line}`))
        const changed = elder ? 'sizes' : 'all'
        note(await inTheWay(page, undefined, changed))
        if (elder) note(await clipped(page))
        // In large type a sheet is the one of the phone.
        for (const sheet of elder ? [] : await openable(page)) {
          await sheet.open()
          // A sheet is the same in all sizes but for them.
          const isPhone = size === '390×844'
          note(await inTheWay(page, '.sheet', isPhone ? 'all' : 'sizes'), `“${sheet.name}” `)
          if (isPhone) {
            await large(page, true)
            note(await inTheWay(page, '.sheet', 'sizes'), `“${sheet.name}” 大字版 `)
            await large(page, false)
          }
          note(await sheet.close(), `“${sheet.name}” `)
        }
      }
    }
    await person.close()
    expect(found).toEqual([])
  },
)

test('nothing stands in the way in any piece in any of its states', async () => {
  const built = execFileSync(process.execPath, ['scripts/gallery/build.mjs'], { encoding: 'utf8' }).trim()
  const page = await (await openBrowser()).newPage()
  await page.goto(`file://${built}`)
  const found: string[] = []
  for (const [size, viewport, elder] of sizes) {
    await page.setViewportSize(viewport)
    await page.evaluate((hash) => (window.location.hash = hash), elder ? '#elder' : '')
    await page.locator(elder ? '.page.elder' : '.page:not(.elder)').waitFor()
    found.push(...(await inTheWay(page)).map((line) => `${size} · ${line}`))
    await page.screenshot({ path: `tests/.output/screens/gallery-${size}.png`, fullPage: true })
  }
  await page.getByText('打开下面的一页').click()
  found.push(...(await inTheWay(page, '.sheet')))
  await page.close()
  expect(found).toEqual([])
})

test.each([
  ['villager', 'pages/home'],
  ['villager', 'pages/write'],
  ['office', 'desk/list'],
  ['office', 'register/list?name=category'],
  ['office', 'office/figures'],
  ['office', 'office/settings'],
  ['office', 'desk/matter?kind=suggestion&town=TOWN&id=SUGGESTION'],
])('Tab leads %s to all that can be pressed at %s', async (persona, url) => {
  const person = await createH5Driver(server, persona, desk)
  await person.open(`/${addressOf(url)}`)
  await settled(person)
  expect(await unreached(person.page)).toEqual([])
  await person.close()
})

test('the tab of the messages says how many were not read', async () => {
  const office = await createH5Driver(server, 'office')
  await office.open('/pages/home')
  await office.page.locator('.taro-tabbar__tabbar .weui-badge').waitFor()
  const { doors } = await town.office.client.call(listDoors, { params: { town: town.id } })
  const waiting = doors.find(({ name }) => name === 'inbox')?.waiting ?? 0
  expect(await office.page.locator('.weui-badge').allInnerTexts()).toEqual([String(waiting)])
  await office.shot('tab-count')
  await office.close()
})

/** In large type, as whoever chose it has it. */
const large = (page: Page, on: boolean) =>
  page.evaluate(
    (isOn) => document.querySelectorAll('.page').forEach((one) => one.classList.toggle('elder', isOn)),
    on,
  )

/** The largest letters that there are; what has a line of its own to scroll in may be wider than its place. */
const clipped = (page: Page) =>
  page.evaluate(() => {
    const pages = [...document.querySelectorAll<HTMLElement>('.page')].filter(
      (one) => one.offsetParent !== null,
    )
    pages.forEach((one) => {
      for (const [name, px] of Object.entries({ title: 36, heading: 32, body: 30, note: 26 }))
        one.style.setProperty(`--${name}`, `${px}px`)
    })
    const found = pages.flatMap((one) =>
      [...one.querySelectorAll<HTMLElement>('*')].filter(
        (part) =>
          part.getClientRects().length > 0 &&
          part.children.length === 0 &&
          part.getBoundingClientRect().right > window.innerWidth + 1 &&
          !part.closest('.scrolls, .lanes, table, .taro-tabbar__panel .sheet'),
      ),
    )
    pages.forEach((one) => one.removeAttribute('style'))
    return found.map((part) => `clipped · ${part.className} · ${(part.textContent ?? '').slice(0, 40)}`)
  })

async function go(page: Page, url: string) {
  await page.evaluate((to) => (window.location.hash = to), `/${addressOf(url)}`)
}

/** The page that was asked for is there, with all that comes from the server. */
async function settled(person: H5Driver) {
  await person.quiet()
  await person.page.waitForFunction(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0)
    return (
      shown('.page').length === 1 &&
      shown('.skeleton').length === 0 &&
      document
        .getAnimations()
        .every(
          (one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity,
        )
    )
  })
}

/** The steps whose forms can be opened on the page that is shown, each with the keyboard alone. */
async function openable(page: Page) {
  for (const line of await page.locator('.actions-others .fold:not(.fold-open) > .fold-head').all())
    if (await line.isVisible()) await line.press('Enter')
  const buttons = page.locator('.actions-one .button').filter({ visible: true })
  const names = await buttons.allInnerTexts()
  const isHeld = () => page.evaluate(() => document.activeElement?.closest('.sheet') !== null)
  return names.map((name, nth) => ({
    name,
    async open() {
      await buttons.nth(nth).press('Enter')
      await page.locator('.sheet').waitFor()
    },
    /** @returns what is not right with where the keyboard is */
    async close() {
      const wrong = (await isHeld()) ? [] : ['the keyboard is not in the sheet']
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      if (!(await isHeld())) wrong.push('Tab leads out of the sheet')
      await page.keyboard.press('Escape')
      await page.locator('.sheet').waitFor({ state: 'detached' })
      const isBack = await buttons.nth(nth).evaluate((button) => button === document.activeElement)
      return isBack ? wrong : [...wrong, 'the keyboard is not back where it was']
    },
  }))
}

/** What looks like something to press, and is never come to with Tab. */
async function unreached(page: Page): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let round = 0; round < 3;) {
    await page.keyboard.press('Tab')
    const isKnown = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body || at.hasAttribute('data-reached')) return true
      at.setAttribute('data-reached', '')
      return false
    })
    round = isKnown ? round + 1 : 0
  }
  return page.evaluate(() => {
    const isPressed = (one: Element) => getComputedStyle(one).cursor === 'pointer'
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getClientRects().length > 0 && isPressed(one))
      .filter((one) => !one.parentElement || !isPressed(one.parentElement))
      .filter((one) => !one.closest('[data-reached]') && !one.querySelector('[data-reached]'))
      .map((one) => `${one.className} ${one.textContent ?? ''}`)
  })
}

test('a grandmother: large letters by one tap at home, a call back in two more, and the deputy sees where to call', async () => {
  const villager = await createH5Driver(server, 'villager')
  await villager.open('/pages/home')
  await villager.tap('大字')
  await villager.see('请代表给我回电话')
  await villager.quiet()
  await villager.shot('elder-home')
  const sizes = await villager.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.elder-home .button, .weui-tabbar__label')]
      .filter((one) => one.offsetParent !== null)
      .map((one) => [one.getBoundingClientRect().height, Number.parseFloat(getComputedStyle(one).fontSize)]),
  )
  for (const [height = 0, letters = 0] of sizes) expect([letters >= 20, height >= 26]).toEqual([true, true])
  // All that she needs is on one screen.
  const last = await villager.page.locator('.elder-home .button').last().boundingBox()
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(844)

  await villager.tap('请代表给我回电话')
  await villager.tapId('send')
  await villager.see('请选择代表。')
  await villager.pick('代表', '王建国 代表')
  await villager.type('电话', '139 0000 1234')
  await villager.choose('什么时候方便', '晚上')
  await villager.shot('call-back')
  await villager.tapId('send')
  await villager.see('送到了。')
  await villager.see('请给我回个电话，晚上方便。')
  await villager.close()

  await server.run('checkOpinions')
  const deputy = await createH5Driver(server, 'deputy')
  await deputy.open('/pages/matters')
  await deputy.tap('请给我回个电话，晚上方便')
  // The number is opened with its reason in the same tap, and she reads who opened it.
  await deputy.tap('看姓名和电话：打电话问情况')
  await deputy.see('打电话 13900001234')
  await deputy.close()
})
