import {
  listReviewable,
  listSiteReviews,
  planSiteReview,
  showSiteReview,
} from '../../shared/api/site-reviews'
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
    { heldOn: '评议日期已经过去，请选今天或以后的一天。' },
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
