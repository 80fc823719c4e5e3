import {
  answerDeskRequest,
  listDevices,
  endDevice,
  endOtherDevices,
  showDeskRequest,
} from '../../shared/api/desk'
import { acceptInvite, showMe } from '../../shared/api/sign-in'
import { listAuditLog } from '../../shared/api/audit-log'
import { createBrowser } from '../support/browser-client'
import { startServer, type TestServer } from '../support/server'
import { buildTown, signedIn, signedInAgain, type TestPerson, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer({ personas: false })
  town = await buildTown(server)
})
afterAll(() => server.stop())

const sceneOf = (link: string) => /\/q\/(d[0-9a-z]{26})$/.exec(link)?.[1] ?? ''
const ask = async (browser = createBrowser(server.url)) => {
  const asked = await browser.post('/desk/requests', { miniCode: false })
  return { browser, scene: sceneOf(asked.body.link as string), ...(asked.body as { number: string }) }
}
const confirm = (scene: string, yes = true, by = town.office) =>
  by.client.ask(answerDeskRequest, { params: { scene }, input: { confirm: yes } })
const state = async (browser: ReturnType<typeof createBrowser>) =>
  (await browser.post('/desk/requests/mine', {})).body.state as string
const enter = async (by = town.office) => {
  const asked = await ask()
  await confirm(asked.scene, true, by)
  expect(await state(asked.browser)).toBe('signedIn')
  return asked.browser
}
const status = async (browser: ReturnType<typeof createBrowser>) => (await browser.get('/me')).status

describe('sign-in by scanning', () => {
  test('lets in the browser that asked, as the person who confirmed', async () => {
    const { browser, scene, number } = await ask()
    expect(await state(browser)).toBe('open')
    expect(await town.office.client.call(showDeskRequest, { params: { scene } })).toMatchObject({
      number,
      device: '谷歌内核浏览器 · Windows 电脑',
      place: '本机',
      seenBefore: false,
    })
    expect((await confirm(scene)).status).toBe(200)
    expect(await state(browser)).toBe('signedIn')
    const me = await browser.get('/me')
    expect(me.body).toMatchObject({ standings: [{ name: '陈静', roles: ['resident', 'congressOffice'] }] })
    expect(browser.lastCookies('desk')).toMatch(/^desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const again = await ask()
    const shown = await town.office.client.call(showDeskRequest, { params: { scene: again.scene } })
    expect(shown.seenBefore).toBe(true)
  })

  test('lets nobody in by the code alone: what it shows is no secret of the browser', async () => {
    const { browser, scene } = await ask()
    const other = await ask()
    await confirm(scene)
    expect(await state(other.browser)).toBe('open')
    expect(await status(other.browser)).toBe(401)
    const without = createBrowser(server.url)
    expect(await state(without)).toBe('ended')
    without.setCookie('desk-ask', scene)
    expect(await state(without)).toBe('ended')
    expect(await state(browser)).toBe('signedIn')
  })

  test('ends with a refusal, after three minutes, and with a new code', async () => {
    const refused = await ask()
    await confirm(refused.scene, false)
    expect(await state(refused.browser)).toBe('refused')
    expect(await confirm(refused.scene)).toMatchObject({ status: 409, code: 'desk_code_ended' })

    const late = await ask()
    server.clock.advance({ minutes: 3, seconds: 1 })
    expect(await confirm(late.scene)).toMatchObject({ code: 'desk_code_ended' })
    expect(await state(late.browser)).toBe('ended')

    const first = await ask()
    await ask(first.browser)
    expect(await confirm(first.scene)).toMatchObject({ code: 'desk_code_ended' })
  })

  test('is answered once, and lets one browser in once, however many ask', async () => {
    const { browser, scene } = await ask()
    const answers = await Promise.all(
      [town.office, town.unit, town.deputy].map((by) => confirm(scene, true, by)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const states = await Promise.all(Array.from({ length: 5 }, () => state(browser.copy())))
    expect(states.sort()).toEqual(['ended', 'ended', 'ended', 'ended', 'signedIn'])
    expect(await state(browser)).toBe('ended')
  })

  test('is confirmed by a phone alone: one desk lets in no other', async () => {
    const inside = await enter()
    const { scene } = await ask()
    const answer = await inside.post(`/desk/requests/${scene}/answer`, { confirm: true })
    expect([answer.status, answer.body.code]).toEqual([403, 'phone_needed'])
  })

  test('keeps neither the code nor the secret nor the cookie', async () => {
    const { browser, scene } = await ask()
    const secret = browser.cookie('desk-ask')
    const kept = JSON.stringify(await server.database.reader.query('SELECT * FROM desk_request'))
    await confirm(scene)
    await state(browser)
    const signIns = JSON.stringify(await server.database.reader.query('SELECT * FROM sign_in'))
    expect([scene, secret].filter((one) => kept.includes(one))).toEqual([])
    expect(signIns).not.toContain(browser.cookie('desk'))
  })

  test('goes by a cookie that only TLS carries where TLS is stated', async () => {
    const secure = await startServer({ publicUrl: 'https://dbzj.example.cn' })
    const { unit } = await buildTown(secure)
    const browser = createBrowser(secure.url)
    const asked = await browser.post('/desk/requests', {})
    expect(asked.body.link).toMatch(/^https:\/\/dbzj\.example\.cn\/q\/d/)
    expect(browser.lastCookies('__Host-desk-ask')).toMatch(/; Secure$/)
    await confirm(sceneOf(asked.body.link as string), true, unit)
    expect(await state(browser)).toBe('signedIn')
    expect(await status(browser)).toBe(200)
    const bent = createBrowser(secure.url)
    bent.setCookie('desk', browser.cookie('__Host-desk'))
    expect(await status(bent)).toBe(401)
    await secure.stop()
  })
})

describe('a request that another page made the browser send', () => {
  test('changes nothing, and reads nothing of anybody else', async () => {
    const browser = await enter()
    const foreign = await browser.post('/sign-out', {}, { 'x-desk': undefined })
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_page'])
    const crossed = await browser.post('/sign-out', {}, { 'sec-fetch-site': 'cross-site' })
    expect(crossed.body.code).toBe('foreign_page')
    const planted = await createBrowser(server.url).post('/desk/requests', {}, { 'x-desk': undefined })
    expect(planted.body.code).toBe('foreign_page')
    expect(await status(browser)).toBe(200)
    expect((await browser.post('/sign-out', {})).status).toBe(200)
    expect(await status(browser)).toBe(401)
  })

  test('a cookie is no token, and a token no cookie', async () => {
    const browser = await enter()
    const asToken = await fetch(`${server.url}/api/me`, {
      headers: { authorization: `Bearer ${browser.cookie('desk')}` },
    })
    expect(asToken.status).toBe(401)
    const bent = createBrowser(server.url)
    bent.setCookie('desk', town.office.client.token ?? '')
    expect(await status(bent)).toBe(401)
  })
})

describe('a desk that is signed in', () => {
  test('ends after half an hour without use, and stays while it is used', async () => {
    const browser = await enter()
    for (let round = 0; round < 3; round += 1) {
      server.clock.advance({ minutes: 29 })
      expect(await status(browser)).toBe(200)
      await lastUseIsNoted()
    }
    server.clock.advance({ minutes: 30 })
    const gone = await browser.get('/me')
    expect([gone.status, gone.body.message]).toEqual([
      401,
      '有半小时没有用，已经自动退出。请重新登录，再办这件事。',
    ])
  })

  test('ends after twelve hours however busy it is', async () => {
    const browser = await enter()
    for (let minutes = 20; minutes < 720; minutes += 20) {
      server.clock.advance({ minutes: 20 })
      expect(await status(browser)).toBe(200)
      await lastUseIsNoted()
    }
    server.clock.advance({ minutes: 20 })
    expect(await status(browser)).toBe(401)
  })

  test('ends when a post of its person ends; signing in anew it is somebody without one', async () => {
    const browser = await enter(town.coUnit)
    await server.database.transaction((tx) =>
      tx.query('DELETE FROM post WHERE person_id = ?', [town.coUnit.id]),
    )
    expect((await browser.get('/me')).body.message).toContain('您的职务有变动')
    expect(await status(await enter(town.coUnit))).toBe(200)
  })

  test('a resident may work at a desk too, and an invite changes nothing about that', async () => {
    const browser = await enter(town.villager)
    expect(await status(browser)).toBe(200)
    const wrong = await browser.post(acceptInvite.path, { code: 'ABCDEFGHJK' })
    expect(wrong.body.code).toBe('invite_bad')
  })

  /** Last use is written beside the answer. */
  async function lastUseIsNoted() {
    for (let tries = 0; tries < 100; tries += 1) {
      const [row] = await server.database.reader.query<{ at: string }[]>(
        "SELECT MAX(last_used_at) AS at FROM sign_in WHERE kind = 'desk'",
      )
      if (row?.at.slice(0, 16) === server.clock.now().toISOString().replace('T', ' ').slice(0, 16)) return
      await new Promise((wake) => setTimeout(wake, 5))
    }
    throw new Error('last use was not noted')
  }
})

describe('signed in elsewhere', () => {
  const desksOf = async (by: TestPerson) =>
    (await by.client.call(listDevices, {})).devices.filter(({ kind }) => kind === 'desk')
  // The people of the story have been signed in all day.
  beforeAll(async () => {
    server.clock.advance({ hours: 13 })
    town = await signedInAgain(server, town)
  })

  test('shows every device, and ends the one that is named at once', async () => {
    const browser = await enter()
    const [desk] = await desksOf(town.office)
    expect(desk).toMatchObject({ device: '谷歌内核浏览器 · Windows 电脑', place: '本机', isThis: false })
    const { devices } = await town.office.client.call(listDevices, {})
    expect(devices.filter(({ isThis }) => isThis).map(({ kind }) => kind)).toEqual(['phone'])
    const stranger = await town.unit.client.ask(endDevice, { params: { id: desk?.id ?? '' } })
    expect(stranger.code).toBe('not_found')
    await town.office.client.call(endDevice, { params: { id: desk?.id ?? '' } })
    expect(await status(browser)).toBe(401)
  })

  test('ends all others, and never the one from which it is asked', async () => {
    const [first, second] = [await enter(town.unit), await enter(town.unit)]
    const phone = await signedIn(server, town.unit.id, town.unit.openid)
    expect((await first.post(endOtherDevices.path, {})).status).toBe(200)
    expect([await status(first), await status(second)]).toEqual([200, 401])
    expect((await phone.client.refused(showMe, {})).status).toBe(401)
  })

  test('leaves a row in the log of the town', async () => {
    await enter(town.presidium)
    const [desk] = await desksOf(town.presidium)
    await town.presidium.client.call(endDevice, { params: { id: desk?.id ?? '' } })
    const log = await town.office.client.call(listAuditLog, { params: { town: town.id } })
    const rows = log.items.filter(({ by }) => by === '周明德')
    expect(rows.map(({ what }) => what).sort()).toEqual(['电脑登录：扫码', '结束了一处登录'])
  })
})
