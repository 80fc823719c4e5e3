import { suggestionCategories } from '../../shared/registers/suggestion-categories'
import { loadHolidays } from '../../shared/api/calendar'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { contentCheckSteps, unshownOfSuggestion } from '../../shared/matters/content-check/endpoints'
import {
  addExternalEntry,
  rateExternal,
  showExternal,
} from '../../shared/matters/external-suggestion/endpoints'
import { externalSuggestions } from '../../shared/registers/external-suggestions'
import { planSiteReview, siteReviewSteps, showSiteReview } from '../../shared/matters/site-review/endpoints'
import { Mandate } from '../../server/database/entities/people/mandate'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { holidays2027 } from '../support/holidays'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, start, step, text } from '../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** Whoever saves what stands there already has changed nothing: nothing is written, and nobody is told. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
})
afterEach(() => server.stop())

const tables = ['inbox_message', 'outbox_message', 'audit_log', 'content_check', 'matter_event'] as const
const written = () =>
  Promise.all(
    tables.map(async (table) => {
      const [row] = await server.database.reader.query<{ count: number }[]>(
        `SELECT COUNT(*) AS count FROM ${table}`,
      )
      return [table, Number(row?.count)] as const
    }),
  )

async function leavesAll(save: () => Promise<{ code?: string | undefined; message?: string }>) {
  const before = await written()
  const answer = await save()
  expect([answer.code, await written()]).toEqual(['nothing_changed', before])
}
const again = (person: TestPerson, id: string, action: Parameters<typeof step>[3], form: object) =>
  leavesAll(() => refusedStep(town, person, id, action, { ...form }))

test('a text, an invitation, and words said twice in a row', async () => {
  const id = await bring(server, town, 'draft')
  await step(town, town.deputy, id, 'inviteCoSigners', { deputyIds: [town.otherDeputy.id] })
  await again(town.deputy, id, 'inviteCoSigners', { deputyIds: [town.otherDeputy.id] })
  await step(town, town.otherDeputy, id, 'coSign')
  await again(town.deputy, id, 'edit', { ...text, kind: 'suggestion', publicity: 'titleOnly' })
  // The signature still stands for the text that was signed.
  const { coSigners } = await see(town, town.deputy, id)
  expect(coSigners.map(({ answer }) => answer)).toEqual(['signed', 'signed'])

  const { received, take } = opinionsOf(() => ({ server, town }))
  const opinion = await received('路灯不亮。')
  await leavesAll(() => take(town.villager, opinion, 'write', { text: '路灯不亮。' }))
  expect((await take(town.villager, opinion, 'write', { text: '第三盏。' })).code).toBeUndefined()
})

test('the same words of the same person within minutes are said once; other words, or later, are news', async () => {
  const id = await bring(server, town, 'handling')
  const report = { note: '材料已经进场。' }
  for (const [person, action, form] of [
    [town.unit, 'reportProgress', report],
    [town.office, 'remind', forms(town).remind],
    // What was said stands in the matter, and no event keeps it.
    [town.unit, 'consult', { ...forms(town).consult, heldOn: '2026-11-23' }],
  ] as const) {
    await step(town, person, id, action, { ...form })
    const before = await written()
    const refused = await refusedStep(town, person, id, action, { ...form })
    expect([refused.code, await written()]).toEqual(['said_already', before])
  }
  await step(town, town.unit, id, 'reportProgress', { note: '下周开工。' })
  await refusedStep(town, town.unit, id, 'reportProgress', { note: '下周开工。' })
  server.clock.advance({ minutes: 10 })
  expect((await step(town, town.unit, id, 'reportProgress', { note: '下周开工。' })).state).toBe('handling')
})

test('a reply that is opened for correction and saved as it was; a day that no one means takes nothing either', async () => {
  const id = await bring(server, town, 'received')
  const late = await refusedStep(town, town.unit, id, 'requestExtension', {
    ...forms(town).requestExtension,
    latestOn: '9999-12-31',
  })
  expect([late.code, late.fields.latestOn]).toEqual(['bad_input', expect.stringMatching(/最迟填/)])
  const replied = await bring(server, town, 'replied')
  const promised = await refusedStep(town, town.unit, replied, 'correctReply', {
    ...forms(town).reply,
    ...{ outcome: 'planned', promise: '修完其余 120 米', promiseDueOn: '2206-12-01' },
  })
  expect([promised.code, promised.fields.promiseDueOn]).toEqual([
    'bad_input',
    expect.stringMatching(/最迟填/),
  ])
  for (const _ of [1, 2]) await again(town.unit, replied, 'correctReply', forms(town).reply)
})

test('a draft that was begun twice is one; other words, or the same after it went on, are another', async () => {
  const id = await start(town)
  const before = await written()
  expect([await start(town), await written()]).toEqual([id, before])
  expect(await start(town, { ...text, subject: '修东段的堤' })).not.toBe(id)
  await step(town, town.deputy, id, 'edit', { ...text, subject: '修西段的堤' })
  expect(await start(town)).not.toBe(id)
})

test('who leads a key suggestion, and what was noted of it', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  await step(town, town.presidium, id, 'markKey', form.markKey)
  const { decidedHow, leadingOfficial, leadingPost, plan } = form.markKey
  await again(town.presidium, id, 'changeKey', { decidedHow, leadingOfficial, leadingPost, plan })
  await step(town, town.presidium, id, 'dispatch', form.dispatch)
  await again(town.presidium, id, 'dispatch', form.dispatch)
  await step(town, town.presidium, id, 'dispatch', { ...form.dispatch, note: '又拨 3 万元。' })
})

test('public words that are written again as they were', async () => {
  const id = await bring(server, town, 'handling')
  const publicResult = 'SIM_RISKY_20001 修好了'
  await step(town, town.unit, id, 'reply', { ...forms(town).reply, publicResult })
  await server.run('checkContent')
  const { items } = await town.unit.client.call(unshownOfSuggestion, { params: { ...params, id } })
  const check = items.find(({ actions }) => actions.includes('rewrite'))
  expect(check).toBeDefined()
  const at = { ...params, id: check?.id ?? '' }
  await leavesAll(() =>
    town.unit.client.refused(contentCheckSteps.rewrite, {
      params: at,
      input: { version: check?.version ?? -1, form: { text: publicResult } },
    }),
  )
})

test('a category, a session of the congress, a list of holidays', async () => {
  const { office } = town
  const tree = (version: number) => ({
    params: { ...params, id: 'waterWorks' },
    input: { version, form: { name: '水利', parentCode: 'infrastructure' } },
  })
  await office.client.call(suggestionCategories.endpoints.change, tree(0))
  await leavesAll(() => office.client.refused(suggestionCategories.endpoints.change, tree(1)))

  const days = { openedOn: '2026-12-14', closedOn: '2026-12-15' }
  const { add, change } = congressSessions.endpoints
  const session = await office.client.call(add, { params, input: { termNo: 19, sessionNo: 2, ...days } })
  await leavesAll(() =>
    office.client.refused(change, {
      params: { ...params, id: session.id },
      input: { version: session.version, form: days },
    }),
  )

  const list = (version: number) => ({ params, input: { version, year: 2027, text: holidays2027 } })
  const { version } = await office.client.call(loadHolidays, list(0))
  await leavesAll(() => office.client.refused(loadHolidays, list(version)))
})

test('a site review that is moved to where and when it is', async () => {
  const id = await bring(server, town, 'handling')
  const place = { heldOn: '2026-12-10', place: '大郭西村委会' }
  const review = await town.office.client.call(planSiteReview, {
    params,
    input: { ...place, suggestionIds: [id], deputyIds: [town.deputy.id] },
  })
  const at = { ...params, id: review.id }
  const form = { ...place, reason: '再说一次。' }
  await leavesAll(() =>
    town.office.client.refused(siteReviewSteps.move, {
      params: at,
      input: { version: review.version, form },
    }),
  )
  expect(await town.office.client.call(showSiteReview, { params: at })).toMatchObject({
    version: review.version,
  })
})

test('a suggestion to a higher congress: its course, its answer and the rating of it', async () => {
  await server.database.transaction((tx) =>
    tx.insert(Mandate, {
      id: newId(),
      townId: town.id,
      personId: town.otherDeputy.id,
      congressLevel: 'county',
      electoralDistrictId: null,
      certificateNo: null,
      endedOn: null,
    }),
  )
  const { client } = town.office
  const course = { externalNo: '县建 118 号', unitName: '县水利局', deadlineOn: '2027-02-20' }
  const whole = { subject: '大郭西段河堤列入县水利项目', submittedOn: '2026-11-20', ...course }
  const api = externalSuggestions.endpoints
  const { id } = await client.call(api.add, {
    params,
    input: { deputyId: town.otherDeputy.id, congressLevel: 'county', ...whole },
  })
  const at = { ...params, id }
  const version = async () => (await client.call(showExternal, { params: at })).version
  const reply = {
    kind: 'reply' as const,
    heldOn: '2026-11-23',
    note: '县水利局答复。',
    outcome: 'planned' as const,
    publicResult: '列入明年县里的河道项目',
  }
  const saved = [
    [addExternalEntry, reply],
    [rateExternal, { satisfaction: 'satisfied' as const }],
  ] as const
  for (const [endpoint, form] of saved) {
    const input = async () => ({ version: await version(), form })
    await client.call(endpoint, { params: at, input: await input() })
    const before = await version()
    await leavesAll(async () => client.refused(endpoint, { params: at, input: await input() }))
    expect(await version()).toBe(before)
  }
  await leavesAll(async () => client.refused(api.change, { params: at, input: { version: 0, form: whole } }))
  const other = { version: 0, form: { ...whole, unitName: undefined } }
  expect((await client.call(api.change, { params: at, input: other })).values.unitName).toBe(null)
})
