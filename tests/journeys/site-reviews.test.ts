import { listWork } from '../../shared/api/work'
import {
  listReviewable,
  listSiteReviews,
  planSiteReview,
  showSiteReview,
  siteReviewSteps,
} from '../../shared/matters/site-review/endpoints'
import { posts } from '../../shared/registers/posts'
import { findDifferences } from '../../server/engine/rebuild'
import { bring } from '../support/bring'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'

/** 季度现场评议 (catalogue 74): planned with matters and deputies, the finding of each on its own record. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  await staySignedIn(server)
})
afterEach(() => server.stop())

const input = (suggestionIds: string[]) => ({
  heldOn: '2026-12-10',
  place: '大郭西村委会',
  suggestionIds,
  deputyIds: [town.otherDeputy.id, town.deputy.id],
  others: '分管副镇长',
})
const plan = (suggestionIds: string[]) =>
  town.office.client.call(planSiteReview, { params: { town: town.id }, input: input(suggestionIds) })
const list = () => town.office.client.call(listSiteReviews, { params: { town: town.id }, query: {} })

test('planned: whoever takes part and whose matter it is are told, each once', async () => {
  const id = await bring(server, town, 'handling')
  expect(await list()).toEqual({ items: [], next: null, thisQuarter: false })
  const review = await plan([id])
  expect(review).toMatchObject({
    heldOn: '2026-12-10',
    place: '大郭西村委会',
    others: '分管副镇长',
    deputies: ['王建国', '李志强'],
    count: 1,
    recorded: 0,
    matters: [{ id, finding: null }],
  })
  const about = async (person: typeof town.deputy) =>
    (await toldTo(server, person)).filter((said) => said.includes('现场评议'))
  expect([await about(town.deputy), await about(town.otherDeputy), await about(town.unit)]).toEqual([
    ['镇人大要到现场评议《修复大郭西段河堤》：12月10日 周四，大郭西村委会，请您到场。'],
    ['请您参加现场评议：12月10日 周四，大郭西村委会，看《修复大郭西段河堤》。'],
    ['镇人大要到现场评议《修复大郭西段河堤》：12月10日 周四，大郭西村委会，请准备好现场汇报。'],
  ])
  expect(await list()).toMatchObject({ items: [{ count: 1, recorded: 0 }], thisQuarter: true })
  server.clock.set('2027-01-02T01:00:00Z')
  expect((await list()).thisQuarter).toBe(false)
})

test('the finding is written down on the day or after it, once, and stands on the record of the suggestion', async () => {
  const id = await bring(server, town, 'handling')
  const review = await plan([id])
  const form = forms(town).recordSiteFinding
  expect((await refusedStep(town, town.office, id, 'recordSiteFinding', form)).code).toBe('no_site_review')
  server.clock.set('2026-12-10T01:00:00Z')
  const seen = await step(town, town.presidium, id, 'recordSiteFinding', form)
  expect(seen.siteFindings).toEqual([{ heldOn: '2026-12-10', place: '大郭西村委会', finding: form.finding }])
  expect((await see(town, town.deputy, id)).siteFindings).toHaveLength(1)
  expect((await toldTo(server, town.deputy))[0]).toBe(`现场评议《修复大郭西段河堤》的结果：${form.finding}`)
  expect((await toldTo(server, town.unit))[0]).toContain(form.finding)
  expect((await refusedStep(town, town.office, id, 'recordSiteFinding', form)).code).toBe('no_site_review')
  const shown = await town.office.client.call(showSiteReview, { params: { town: town.id, id: review.id } })
  expect(shown).toMatchObject({ recorded: 1, matters: [{ finding: form.finding }] })
})

test('what no unit has in hand, a day that is over and somebody who is no deputy are refused, and nothing is kept', async () => {
  const id = await bring(server, town, 'handling')
  const accepted = await bring(server, town, 'accepted')
  const refused = async (wrong: Record<string, unknown>) =>
    (
      await town.office.client.refused(planSiteReview, {
        params: { town: town.id },
        input: { ...input([id]), ...wrong },
      })
    ).fields
  expect([
    await refused({ suggestionIds: [id, accepted] }),
    await refused({ heldOn: '2026-11-22' }),
    await refused({ deputyIds: [town.office.id] }),
  ]).toEqual([
    { suggestionIds: '《修复大郭西段河堤》现在没有单位在办，请去掉这一件。' },
    { heldOn: '评议日期已经过去，最早填今天（2026年11月23日）。' },
    { deputyIds: '名单里有人不是本镇现任代表，请重新选择。' },
  ])
  expect((await list()).items).toEqual([])
  const { matters } = await town.office.client.call(listReviewable, { params: { town: town.id } })
  expect(matters.map((matter) => matter.id)).toEqual([id])
})

test('only office and presidium plan one, and another town sees nothing of it', async () => {
  const id = await bring(server, town, 'handling')
  const review = await plan([id])
  for (const person of [town.deputy, town.unit]) {
    const { code } = await person.client.refused(planSiteReview, {
      params: { town: town.id },
      input: input([id]),
    })
    expect(code).toBe('not_allowed')
  }
  const elsewhere = await buildTown(server, '云岭坝镇')
  const { code } = await elsewhere.office.client.refused(showSiteReview, {
    params: { town: elsewhere.id, id: review.id },
  })
  expect(code).toBe('not_found')
  const theirs = await elsewhere.office.client.refused(planSiteReview, {
    params: { town: elsewhere.id },
    input: { ...input([id]), deputyIds: [elsewhere.deputy.id] },
  })
  expect(theirs.code).toBe('not_found')
})

describe('a day that was set', () => {
  const at = (id: string) => ({ town: town.id, id })
  const rain = '下雨，路断了。'
  const newDay = { heldOn: '2026-12-17', place: '镇政府门口', reason: rain }
  const about = async (person: typeof town.deputy) =>
    (await toldTo(server, person)).filter((said) => said.includes('现场评议'))[0]

  test('may be another one: everyone who was asked to come reads when, where and why', async () => {
    const review = await plan([await bring(server, town, 'handling')])
    server.clock.advance({ minutes: 1 })
    expect(review.actions).toEqual(['move', 'callOff'])
    const moved = await town.presidium.client.call(siteReviewSteps.move, {
      params: at(review.id),
      input: { version: review.version, form: newDay },
    })
    expect(moved).toMatchObject({ ...newDay, state: 'planned', count: 1 })
    expect([await about(town.deputy), await about(town.otherDeputy), await about(town.unit)]).toEqual([
      '《修复大郭西段河堤》的现场评议改到12月17日 周四，镇政府门口，请您到场。原因：下雨，路断了。',
      '请您参加的现场评议改到12月17日 周四，镇政府门口，看《修复大郭西段河堤》。原因：下雨，路断了。',
      '《修复大郭西段河堤》的现场评议改到12月17日 周四，镇政府门口，请准备好现场汇报。原因：下雨，路断了。',
    ])
    const late = { params: at(review.id), input: { version: review.version, form: newDay } }
    expect((await town.office.client.refused(siteReviewSteps.move, late)).code).toBe('stale')
    const past = { version: moved.version, form: { ...newDay, heldOn: '2026-11-20' } }
    expect(
      (await town.office.client.refused(siteReviewSteps.move, { params: at(review.id), input: past })).fields,
    ).toEqual({ heldOn: '改到的日期已经过去，最早填今天（2026年11月23日）。' })
  })

  test('is moved by nobody who proposed what is looked at, or has it in hand', async () => {
    const id = await bring(server, town, 'handling')
    const review = await plan([id])
    await town.office.client.call(posts.endpoints.add, {
      params: { town: town.id },
      input: { personId: town.deputy.id, postKind: 'presidiumMember' },
    })
    const asked = { params: at(review.id), input: { version: review.version, form: newDay } }
    expect((await town.deputy.client.refused(siteReviewSteps.move, asked)).code).toBe('own_decision')
    server.clock.set('2026-12-10T01:00:00Z')
    const found = forms(town).recordSiteFinding
    expect((await refusedStep(town, town.deputy, id, 'recordSiteFinding', found)).code).toBe('own_decision')
    await step(town, town.presidium, id, 'recordSiteFinding', found)
  })

  test('may be called off: nothing is left to write down, and the quarter has none', async () => {
    const id = await bring(server, town, 'handling')
    const review = await plan([id])
    server.clock.advance({ minutes: 1 })
    const off = await town.office.client.call(siteReviewSteps.callOff, {
      params: at(review.id),
      input: { version: review.version, form: { reason: rain } },
    })
    expect(off).toMatchObject({ state: 'calledOff', reason: rain, actions: [] })
    expect(await about(town.otherDeputy)).toBe(
      '请您参加的现场评议（12月10日 周四，大郭西村委会）取消了。原因：下雨，路断了。',
    )
    expect(await list()).toMatchObject({ items: [{ state: 'calledOff', reason: rain }], thisQuarter: false })
    server.clock.set('2026-12-10T01:00:00Z')
    const form = forms(town).recordSiteFinding
    expect((await refusedStep(town, town.office, id, 'recordSiteFinding', form)).code).toBe('no_site_review')
    expect((await see(town, town.deputy, id)).siteFindings).toEqual([])
    const again = { params: at(review.id), input: { version: off.version, form: newDay } }
    expect((await town.office.client.refused(siteReviewSteps.move, again)).code).toBe('wrong_state')
  })

  test('stands once something was found, and nobody else moves it', async () => {
    const id = await bring(server, town, 'handling')
    const review = await plan([id])
    const wish = { params: at(review.id), input: { version: review.version, form: newDay } }
    for (const person of [town.deputy, town.unit])
      expect((await person.client.refused(siteReviewSteps.move, wish)).code).toBe('not_allowed')
    const elsewhere = await buildTown(server, '云岭坝镇')
    const theirs = { ...wish, params: { town: elsewhere.id, id: review.id } }
    expect((await elsewhere.office.client.refused(siteReviewSteps.move, theirs)).code).toBe('not_found')
    server.clock.set('2026-12-10T01:00:00Z')
    await step(town, town.office, id, 'recordSiteFinding', forms(town).recordSiteFinding)
    const later = { ...wish, input: { ...wish.input, version: review.version + 1 } }
    expect(await town.office.client.refused(siteReviewSteps.move, later)).toMatchObject({
      code: 'site_review_recorded',
      message: '这次评议已经登记了结果，不能再改期或取消。要再去看，请另外安排一次。',
    })
    const shown = await town.office.client.call(showSiteReview, { params: at(review.id) })
    expect(shown.actions).toEqual([])
  })
})

describe('a review whose day has come', () => {
  const about = async (person: typeof town.deputy) =>
    (await toldTo(server, person)).filter((said) => said.includes('的现场评议')).reverse()
  async function lookOn(day: string) {
    server.clock.set(`${day}T01:00:00Z`)
    for (const _ of [1, 2]) await server.run('clock')
  }
  const work = async (lane: 'mine' | 'ended') =>
    (
      await town.office.client.call(listWork, {
        params: { town: town.id },
        query: { lane, kind: 'siteReview' },
      })
    ).items.map(({ id, title, state, page }) => [id, title, state, page])

  test('is asked for before and after it, and climbs, until the last finding is written down', async () => {
    const [one, other] = [await bring(server, town, 'handling'), await bring(server, town, 'handling')]
    const { id } = await plan([one, other])
    const both = '《修复大郭西段河堤》《修复大郭西段河堤》'
    const page = `desk/matter?kind=siteReview&town=${town.id}&id=${id}`
    expect(await work('mine')).toEqual([[id, both, 'planned', page]])
    for (const day of ['2026-12-07', '2026-12-08', '2026-12-11']) await lookOn(day)
    await step(town, town.office, one, 'recordSiteFinding', forms(town).recordSiteFinding)
    expect(await about(town.office)).toEqual([
      `${both}的现场评议快到了（12月10日），请做好准备，看过以后登记结果。`,
      `${both}的现场评议逾期了（12月10日），还有结果没有登记，请登记，或者改期、取消。`,
    ])
    expect(await about(town.presidium)).toEqual([])
    for (const day of ['2026-12-18', '2026-12-25']) await lookOn(day)
    const late = `${both}的现场评议逾期了（12月10日），还有结果没有登记，请提醒镇人大办。`
    expect(await about(town.presidium)).toEqual([late, late])
    await step(town, town.presidium, other, 'recordSiteFinding', forms(town).recordSiteFinding)
    expect([await work('mine'), await work('ended')]).toEqual([[], [[id, both, 'held', page]]])
    await lookOn('2027-01-29')
    expect((await about(town.presidium)).length).toBe(2)
    const shown = await town.office.client.call(showSiteReview, { params: { town: town.id, id } })
    expect(shown.timeline.map(({ action, by }) => [action, by])).toEqual([
      ['start', '镇人大办 陈静'],
      ['noteFinding', '系统'],
      ['noteFinding', '系统'],
    ])
    expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  })

  test('ends with fewer findings where nobody goes to see the rest, and not before something was found', async () => {
    const [one, other] = [await bring(server, town, 'handling'), await bring(server, town, 'handling')]
    const { id, version } = await plan([one, other])
    const finish = { params: { town: town.id, id }, input: { version, form: { reason: '已经办结了。' } } }
    expect((await town.office.client.refused(siteReviewSteps.finish, finish)).code).toBe('nothing_found_yet')
    server.clock.set('2026-12-10T01:00:00Z')
    await step(town, town.office, one, 'recordSiteFinding', forms(town).recordSiteFinding)
    finish.input.version = version + 1
    const held = await town.presidium.client.call(siteReviewSteps.finish, finish)
    expect([held.state, held.recorded, held.count]).toEqual(['held', 1, 2])
    const form = forms(town).recordSiteFinding
    expect((await refusedStep(town, town.office, other, 'recordSiteFinding', form)).code).toBe(
      'no_site_review',
    )
    expect((await see(town, town.deputy, other)).siteFindings).toEqual([])
    expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  })
})
