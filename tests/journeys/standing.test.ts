import {
  answerAppeal,
  appealDisqualification,
  disqualifyUnit,
  showOwnAwardStanding,
} from '../../shared/matters/award-standing/endpoints'
import { overrideRule } from '../../shared/api/rules'
import { posts } from '../../shared/registers/posts'
import type { TestServer } from '../support/server'
import { startInMarchForEachTest } from '../support/standing'
import { forms, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import type { TestTown } from '../support/town'
import { seenRules } from '../support/settings'
import { workOf } from '../support/work'

/** 取消评先资格: three conditions, a warning at two, a decision of the presidium beyond them, and one appeal. */
let server: TestServer
let town: TestTown
let params: { town: string }

const { rejectedTwice, standingOf } = startInMarchForEachTest((begun) => ({ server, town, params } = begun))
const disqualify = () =>
  town.presidium.client.ask(disqualifyUnit, {
    params: { ...params, unit: town.unitId },
    input: { decision: '第 12 次主席团会议决定。', decidedHow: '第 12 次主席团会议' },
  })

test('a unit’s year: a valid reason, a warning at two, too many at three, a decision, an appeal, an answer', async () => {
  const form = forms(town)
  // One that the county has to solve: the presidium finds a valid reason, so it is not counted.
  const excused = await rejectedTwice('修桥')
  await step(town, town.presidium, excused, 'decideReason', form.decideReason)
  await rejectedTwice('修河堤')
  await server.run('clock')
  expect([(await standingOf()).level, (await standingOf()).count]).toEqual(['clear', 1])
  const warnings = async () => (await toldTo(server, town.unit)).filter((text) => text.includes('不认可结果'))
  expect(await warnings()).toEqual([])

  await rejectedTwice('装路灯')
  await server.run('clock')
  await server.run('clock')
  expect([(await standingOf()).level, (await standingOf()).count]).toEqual(['warned', 2])
  expect(await warnings()).toHaveLength(1)
  expect((await disqualify()).code).toBe('standing_within_limit')

  const third = await rejectedTwice('清沟渠')
  await server.run('clock')
  expect(await standingOf()).toMatchObject({ level: 'over', count: 3, actions: ['disqualify'] })
  expect((await toldTo(server, town.presidium)).some((text) => text.includes('再决定是否取消评先资格'))).toBe(
    true,
  )

  // Whoever works in the unit does not decide on it: another member of the presidium does.
  const head = await town.office.client.call(posts.endpoints.add, {
    params,
    input: { personId: town.presidium.id, postKind: 'unitHead', handlingUnitId: town.unitId },
  })
  const mine = async () => (await workOf(town, town.presidium, 'mine', { kind: 'awardStanding' })).length
  expect([(await disqualify()).code, (await standingOf()).actions, await mine()]).toEqual([
    'own_decision',
    [],
    0,
  ])
  await town.office.client.call(posts.endpoints.end, {
    params: { ...params, id: head.id },
    input: { version: 0, form: { endedOn: '2026-03-02', endedKind: 'moved' } },
  })
  expect(await mine()).toBe(1)
  expect((await disqualify()).code).toBeUndefined()
  const [decided] = (await standingOf()).disqualifications
  expect(decided?.items.map(({ subject }) => subject)).toEqual(['修河堤', '装路灯', '清沟渠'])

  // The list stays as it stood, whatever is found out later.
  expect((await standingOf()).disqualifications[0]?.stillCounted).toBe(3)
  await step(town, town.presidium, third, 'decideReason', form.decideReason)
  expect((await standingOf()).disqualifications[0]?.stillCounted).toBe(2)
  expect((await standingOf()).disqualifications[0]?.items).toHaveLength(3)
  expect((await standingOf()).count).toBe(2)

  const at = { ...params, id: decided?.id ?? '' }
  await town.unit.client.call(appealDisqualification, {
    params: at,
    input: { note: '清沟渠要等省里的规划。' },
  })
  expect(await toldTo(server, town.presidium)).toContain(
    '镇水利站对取消 2026 年评先资格提出申诉：清沟渠要等省里的规划。',
  )
  await town.presidium.client.call(answerAppeal, {
    params: at,
    input: { verdict: 'lifted', text: '认定有正当理由。', decidedHow: '第 3 次主席团会议' },
  })
  const own = await town.unit.client.call(showOwnAwardStanding, { params })
  expect(own.units).toMatchObject([
    { unit: { name: '镇水利站' }, disqualifications: [{ answer: { verdict: 'lifted' }, actions: [] }] },
  ])
})

test('whether the year is the calendar’s or the last twelve months is a setting of the town', async () => {
  server.clock.set('2026-11-20T01:00:00.000Z')
  for (const subject of ['修河堤', '装路灯']) await rejectedTwice(subject)
  server.clock.set('2027-01-04T01:00:00.000Z')
  expect([(await standingOf()).count, (await standingOf()).level]).toEqual([0, 'clear'])
  await town.presidium.client.call(overrideRule, {
    params,
    input: { version: await seenRules(town), field: 'standingYear', value: 'rolling', reason: '镇党委决定' },
  })
  expect([(await standingOf()).count, (await standingOf()).level]).toEqual([2, 'warned'])
})

test('the deputy who rated, and the public, learn nothing of the unit’s standing', async () => {
  for (const subject of ['修河堤', '装路灯', '清沟渠']) await rejectedTwice(subject)
  await server.run('clock')
  await disqualify()
  const [item] = (await standingOf()).items
  const told = [...(await toldTo(server, town.deputy)), ...(await toldTo(server, town.villager))]
  expect(told.filter((text) => text.includes('评先'))).toEqual([])
  expect(JSON.stringify(await see(town, town.deputy, item?.id ?? ''))).not.toContain('评先')
})
