import path from 'node:path'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { TestServer } from '../server'
import { openBrowser } from './browser'
import { type Driver, patienceMs } from './driver'

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
export const desk = { viewport: { width: 1280, height: 800 } } as const

export interface H5Driver extends Driver {
  page: Page
  context: BrowserContext
  /** All that was asked for is there and drawn: what comes later would take the place of what the keyboard is on. */
  quiet(): Promise<void>
  /** Goes on to a page that was not open yet, as a link does: the program does not begin anew. */
  follow(url: string): Promise<void>
}

/** A person in a real browser, on a phone or at a desk, playing one of the personas of the demo town. */
export async function createH5Driver(
  server: TestServer,
  persona: string | undefined,
  device: typeof phone | typeof desk = phone,
): Promise<H5Driver> {
  const browser = await openBrowser()
  const context = await browser.newContext({
    ...device,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    storageState: { cookies: [], origins: [{ origin: server.url, localStorage: remembered(persona) }] },
  })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  const faults = watch(page, server.url)
  const underWay = watchAsking(page)
  const wide = device === desk

  const reach = async () => {
    const sheets = page.locator('.sheet').filter({ visible: true })
    return (await sheets.count()) > 0 ? sheets.last() : page.locator('body')
  }
  /** What stands behind 其他 is looked for there, as a person would. */
  const unfold = async (find: (within: Locator) => Locator) => {
    const within = await reach()
    const line = within
      .locator('.actions-others .fold:not(.fold-open) > .fold-head')
      .filter({ visible: true })
    if ((await find(within).count()) > 0 && (await line.count()) > 0)
      await (wide ? line.first().click() : line.first().tap())
  }
  /** A sheet that is just going away would be looked into for ever: what is on top is asked for again. */
  const aim = async (find: (within: Locator) => Locator) => {
    for (const until = Date.now() + patienceMs; ; await new Promise((wake) => setTimeout(wake, 50))) {
      const found = find(await reach())
        .filter({ visible: true })
        .first()
      if ((await found.count()) > 0 || Date.now() > until) return found
      await unfold(find)
    }
  }
  const press = async (find: (within: Locator) => Locator) => {
    if (server.clock.now().getTime() !== setTo) await turnClock()
    await page.waitForFunction(isStill)
    // What a page that comes in has slid over is not tapped any longer: it is looked for again on the one on top.
    for (const until = Date.now() + patienceMs; ;) {
      const found = await aim(find)
      const fault = await (wide ? found.click(once) : found.tap(once)).catch((error: Error) => error)
      if (!fault) break
      if (Date.now() > until) throw new Error(`${fault.message}\nThe screen says:\n${await read()}`)
    }
    checkFaults()
  }
  const checkFaults = () => {
    if (faults.length > 0) throw new Error(`${page.url()}\n${faults.join('\n')}`)
  }
  const fieldNamed = (within: Locator, label: string) =>
    within.locator('.field').filter({ has: page.locator('.field-label', { hasText: labelled(label) }) })
  let setTo = 0
  const turnClock = async () => {
    setTo = server.clock.now().getTime()
    await page.clock.setFixedTime(setTo)
  }
  const open = async (url: string) => {
    await turnClock()
    if (page.url().startsWith(server.url)) {
      await page.evaluate((to) => history.replaceState(null, '', to), `/#${url}`)
      await page.reload()
    } else await page.goto(`${server.url}/#${url}`)
  }
  const read = () => page.evaluate(() => document.body.innerText)
  const waitFor = async (text: string, there: boolean) => {
    await page
      .waitForFunction(
        ([wanted, expected]) => document.body.innerText.includes(wanted) === expected,
        [text, there] as const,
        { polling: 20 },
      )
      .catch(async () => {
        checkFaults()
        throw new Error(
          `“${text}” does not ${there ? 'appear' : 'go away'}.\nThe screen says:\n${await read()}`,
        )
      })
    checkFaults()
  }
  const tap = (text: string) => press((within) => within.getByText(text, { exact: true }))

  const tapId = (id: string) =>
    press((within) =>
      within
        .locator(`#${id} .button`)
        .or(within.locator(`#${id}`))
        .last(),
    )

  return {
    page,
    context,
    async quiet() {
      do {
        while (underWay.size > 0) await new Promise((wake) => setTimeout(wake, 10))
        await page.evaluate(twoFrames)
      } while (underWay.size > 0)
    },
    open,
    async follow(url) {
      if (!page.url().startsWith(server.url)) return open(url)
      await turnClock()
      await page.evaluate(leaveFor, url)
      await page.waitForFunction(isAnother)
    },
    scan: (scene) => open(`/pages/scan?scene=${encodeURIComponent(scene)}`),
    async reopen() {
      await open('/pages/home')
    },
    async go(place) {
      if (!wide) return press(() => page.locator('.taro-tabbar__tabbar').getByText(place, { exact: true }))
      const one = page.locator('.side-place', { hasText: placeNamed(place) }).first()
      await one.waitFor({ state: 'attached' })
      const folded = page.locator('.side-part', { has: one }).locator('.side-group')
      if (!(await one.isVisible())) await press(() => folded)
      await press(() => one)
    },
    back: () =>
      press(() => page.locator('.taro-navigation-bar-back').or(page.locator('.taro-navigation-bar-home'))),
    tap,
    tapId,
    async type(field, text) {
      await fieldNamed(await reach(), field)
        .locator('input, textarea')
        .fill(text)
    },
    choose: (field, word) =>
      press((within) => fieldNamed(within, field).locator('.chip').getByText(word, { exact: true })),
    async pick(field, ...names) {
      await press((within) => fieldNamed(within, field).locator('.field-pick'))
      for (const name of names)
        await press((within) => within.locator('.choose-name').getByText(name, { exact: true }))
      if ((await page.locator('.choose-done').count()) > 0)
        await press((within) => within.locator('.choose-done .button'))
    },
    async pickDay(field, day) {
      await fieldNamed(await reach(), field)
        .locator('input')
        .fill(day)
    },
    tick: (start) => press((within) => within.locator('.field-tick', { hasText: startsWith(start) })),
    turn: (label) =>
      press((within) =>
        within
          .locator('.cell')
          .filter({ has: page.locator('.cell-label', { hasText: startsWith(label) }) })
          .locator('.weui-switch'),
      ),
    async givePicture(button, file) {
      const chooser = page.waitForEvent('filechooser')
      await tap(button)
      await (await chooser).setFiles(file)
    },
    async speak() {
      await tapId('voice')
      await waitFor('点一下说完', true)
      // Nothing is heard of somebody who stops at once.
      await page.waitForTimeout(1500)
      await tapId('voice')
    },
    confirm: () => press((within) => within.locator('#action-confirm .button')),
    see: (text) => waitFor(text, true),
    notSee: (text) => waitFor(text, false),
    async lacks(id) {
      await page.locator(`#${id}`).filter({ visible: true }).first().waitFor({ state: 'detached' })
    },
    text: read,
    isElder: async () => (await page.locator('.page.elder').filter({ visible: true }).count()) > 0,
    async setOnline(online) {
      await context.setOffline(!online)
      // Where it was there all the time, the browser would say nothing.
      if (online) await page.evaluate(() => window.dispatchEvent(new Event('online')))
    },
    async loseAnswers(lost) {
      if (!lost) return context.unroute(answers)
      await context.route(answers, async (route) => {
        await route.fetch()
        await route.abort('internetdisconnected')
      })
    },
    async failEverySecond(failing) {
      if (!failing) return context.unroute(answers)
      const asked = new Map<string, number>()
      await context.route(answers, (route) => {
        const url = route.request().url()
        const times = (asked.get(url) ?? 0) + 1
        asked.set(url, times)
        return times % 2 === 1 ? route.abort('internetdisconnected') : route.fallback()
      })
    },
    async shot(name) {
      await page.waitForFunction(isStill)
      const file = path.resolve(`tests/.output/screens/${name}.png`)
      await page.screenshot({ path: file })
      const broken = await page.evaluate(brokenPictures)
      if (broken.length > 0) throw new Error(`On ${name} a picture is broken: ${broken.join(' ')}`)
    },
    async close() {
      checkFaults()
      await context.close()
    },
  }
}

/** The pages that are there are marked, so that it can be told when another one has come. */
const leaveFor = (to: string) => {
  document.querySelectorAll('.taro_page').forEach((one) => one.setAttribute('data-left', ''))
  window.location.hash = to
}
const isAnother = () => {
  const shown = [...document.querySelectorAll('.taro_page')].filter((one) => one.getClientRects().length > 0)
  return shown.length > 0 && shown.every((one) => !one.hasAttribute('data-left'))
}

/** How long one and the same thing is tried before it is looked for again. */
const once = { timeout: 1500 }

/** Nothing slides or fades any more, and the page that came last is in its place; a spinner may go on turning. */
const isStill = () => {
  const pages = [...document.querySelectorAll('.taro_page')].filter(
    (page) => page.getClientRects().length > 0,
  )
  const last = pages[pages.length - 1]
  if (!last || last.getBoundingClientRect().left !== last.parentElement?.getBoundingClientRect().left)
    return false
  return document
    .getAnimations()
    .every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity)
}

const brokenPictures = () =>
  [...document.images]
    .filter((image) => image.getClientRects().length > 0 && image.complete && image.naturalWidth === 0)
    // What is fetched once it comes into sight has no address before.
    .filter((image) => image.currentSrc !== '' || image.getBoundingClientRect().top < window.innerHeight)
    .map((image) => image.currentSrc.slice(0, 80) || 'without an address')

const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const startsWith = (text: string) => new RegExp(`^\\s*${plain(text)}`)
/** The word of a place, with or without the count of what is new there. */
const placeNamed = (text: string) => new RegExp(`^\\s*${plain(text)}\\s*\\d*\\s*$`)
/** The label itself, with or without the note that one may leave the field out. */
const labelled = (text: string) => new RegExp(`^\\s*${plain(text)}\\s*(可不填)?\\s*$`)

/** Taro keeps each value of its storage in a wrapper. */
const remembered = (persona: string | undefined) =>
  persona === undefined ? [] : [{ name: 'persona', value: JSON.stringify({ data: persona }) }]

/** What must not happen on any page; a refusal of the server is part of the story and only noted by the browser. */
function watch(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    if (/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text())) return
    faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) faults.push(`request to ${url}`)
  })
  return faults
}

/** What was asked for and is not there yet. */
function watchAsking(page: Page): ReadonlySet<unknown> {
  const underWay = new Set<unknown>()
  page.on('request', (request) => {
    if (request.url().includes('/api/')) underWay.add(request)
  })
  page.on('requestfinished', (request) => void underWay.delete(request))
  page.on('requestfailed', (request) => void underWay.delete(request))
  return underWay
}

const twoFrames = () =>
  new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))

/** Where answers come from. */
const answers = '**/api/**'
