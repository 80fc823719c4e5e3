import {
  answerAppeal,
  appealDisqualification,
  disqualifyUnit,
  listAwardStandings,
  showOwnAwardStanding,
} from '../../../shared/matters/award-standing/endpoints'
import { overrideRule } from '../../../shared/api/rules'
import { beijingDay } from '../../../shared/rules/days'
import { live } from '../../support/lived'
import type { TestServer } from '../../support/server'
import { startInMarchForEachTest } from '../../support/standing'
import { forms, refusedStep, see, step } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, type TestTown } from '../../support/town'
import { seenRules } from '../../support/settings'

let server: TestServer
let town: TestTown
let params: { town: string }

const { rejectedTwice, all, standingOf, own, disqualify, threeRejected, disqualified } =
  startInMarchForEachTest((begun) => ({ server, town, params } = begun))
const spoken = async (unit?: string, year?: string) => {
  const { count, level, items } = await standingOf(unit, year)
  return { count, level, items: items.map(({ subject, standing }) => `${subject} ${standing}`).sort() }
}

describe('what is counted', () => {
  test('a result not accepted after the last round; not while it may be handled again', async () => {
    await live(server, town, { subject: '修桥', rounds: [{ repliedAfterDays: 5, rating: 'notSatisfied' }] })
    await rejectedTwice('修河堤')
    expect(await spoken()).toEqual({ count: 1, level: 'clear', items: ['修桥 pending', '修河堤 counted'] })
  })

  test('low satisfaction alone is none: the deputy accepted the end', async () => {
    await live(server, town, {
      subject: '修桥',
      rounds: [
        { repliedAfterDays: 5, rating: 'notSatisfied' },
        { repliedAfterDays: 5, rating: 'basicallySatisfied' },
      ],
    })
    expect(await spoken()).toEqual({ count: 0, level: 'clear', items: [] })
  })

  test('a last round that was never rated rejects nothing', async () => {
    await live(server, town, {
      subject: '修桥',
      rounds: [
        { repliedAfterDays: 5, rating: 'notSatisfied' },
        { repliedAfterDays: 5, rating: 'silence' },
      ],
    })
    expect(await spoken()).toEqual({ count: 0, level: 'clear', items: [] })
  })

  test('each item says of the three conditions how they stand', async () => {
    const id = await rejectedTwice('修河堤')
    await step(town, town.presidium, id, 'decideReason', forms(town).decideReason)
    const [item] = (await standingOf()).items
    expect(item).toEqual({
      id,
      no: '2026-0001',
      subject: '修河堤',
      state: 'evaluated',
      ratedOn: '2026-03-12',
      lowSatisfaction: true,
      endNotAccepted: true,
      noValidReason: false,
      validReason: '省里的规划没有下来，镇里办不了。',
      standing: 'excused',
    })
  })

  test('the last decision about the reason counts, and only the unit and who supervises it read of it', async () => {
    const id = await rejectedTwice('修河堤')
    const form = forms(town).decideReason
    await step(town, town.presidium, id, 'decideReason', form)
    expect((await standingOf()).count).toBe(0)
    await step(town, town.presidium, id, 'decideReason', {
      ...{ verdict: 'notValid', reason: '资金已经到位。' },
      decidedHow: '第 3 次主席团会议',
    })
    expect((await standingOf()).count).toBe(1)
    const readers = [town.presidium, town.office, town.unit, town.deputy]
    const reads = await Promise.all(
      readers.map(async (person) =>
        (await see(town, person, id)).timeline.filter(({ action }) => action === 'decideReason'),
      ),
    )
    expect(reads.map((entries) => entries.length)).toEqual([2, 2, 2, 0])
    expect(await toldTo(server, town.unit)).toContain(
      '主席团对《修河堤》（2026-0001）认定：没有正当理由，要计入评先资格的件数。资金已经到位。',
    )
    expect((await toldTo(server, town.deputy)).filter((text) => text.includes('认定'))).toEqual([])
  })

  test('it stays counted when the presidium has closed it, each for its own unit', async () => {
    const id = await rejectedTwice('修河堤')
    await rejectedTwice('拨资金', 'coUnit')
    const form = forms(town)
    await step(town, town.presidium, id, 'summon', { ...form.summon, heldOn: beijingDay(server.clock.now()) })
    await step(town, town.office, id, 'recordSummons', form.recordSummons)
    await step(town, town.presidium, id, 'conclude', form.conclude)
    expect([await spoken(), await spoken('镇财政所')]).toEqual([
      { count: 1, level: 'clear', items: ['修河堤 counted'] },
      { count: 1, level: 'clear', items: ['拨资金 counted'] },
    ])
  })

  test('a reason that nobody asked for is refused with a sentence', async () => {
    const id = await live(server, town, { rounds: [{ repliedAfterDays: 5, rating: 'satisfied' }] })
    const form = forms(town).decideReason
    expect(await refusedStep(town, town.presidium, id, 'decideReason', form)).toMatchObject({
      code: 'result_not_rejected',
      message: '代表没有对这次答复的结果评“不满意”，不用认定理由。',
    })
    expect((await refusedStep(town, town.presidium, id, 'decideReason', {})).fields).toEqual({
      verdict: '请选择承办单位有没有正当理由。',
      reason: '请填写认定的依据。',
      decidedHow: '请填写怎么决定的。',
    })
  })
})

describe('the year', () => {
  test('of the calendar begins anew; the last twelve months do not; a past year can be looked at', async () => {
    server.clock.set('2026-12-01T01:00:00.000Z')
    await rejectedTwice('修河堤') // rated on 11 December
    server.clock.set('2027-01-04T01:00:00.000Z')
    expect([await spoken(), await spoken('镇水利站', '2026')]).toMatchObject([{ count: 0 }, { count: 1 }])
    await town.presidium.client.call(overrideRule, {
      params,
      input: {
        version: await seenRules(town),
        field: 'standingYear',
        value: 'rolling',
        reason: '镇党委决定',
      },
    })
    expect(await all()).toMatchObject({ counting: 'rolling', from: '2026-01-05', to: '2027-01-04' })
    expect((await standingOf()).count).toBe(1)
    server.clock.set('2027-12-10T01:00:00.000Z')
    expect((await standingOf()).count).toBe(1)
    server.clock.set('2027-12-11T01:00:00.000Z')
    expect((await standingOf()).count).toBe(0)
  })

  test('the last twelve months never cost a unit a second year for the same matters', async () => {
    await town.presidium.client.call(overrideRule, {
      params,
      input: {
        version: await seenRules(town),
        field: 'standingYear',
        value: 'rolling',
        reason: '镇党委决定',
      },
    })
    server.clock.set('2026-10-01T01:00:00.000Z')
    const id = await disqualified()
    server.clock.set('2027-01-04T01:00:00.000Z')
    expect(await spoken()).toEqual({
      count: 0,
      level: 'clear',
      items: ['修河堤 settled', '清沟渠 settled', '装路灯 settled'],
    })
    // Looked at again, the year of the decision still has its three.
    expect((await standingOf('镇水利站', '2026')).count).toBe(3)
    await town.unit.client.call(appealDisqualification, {
      params: { ...params, id },
      input: { note: '要等省里的规划。' },
    })
    await town.presidium.client.call(answerAppeal, {
      params: { ...params, id },
      input: { verdict: 'lifted', text: '理由成立。', decidedHow: '第 3 次主席团会议' },
    })
    expect(await spoken()).toEqual({
      count: 0,
      level: 'clear',
      items: ['修河堤 setAside', '清沟渠 setAside', '装路灯 setAside'],
    })
  })

  test('a year in other words is refused', async () => {
    const { code, fields } = await town.office.client.refused(listAwardStandings, {
      params,
      query: { year: '今年' },
    })
    expect([code, fields]).toEqual(['bad_input', { year: '年份请写成“2026”这样。' }])
  })
})

describe('the warning', () => {
  const toldOfStanding = async (person: TestTown['unit']) =>
    (await toldTo(server, person)).filter((text) => text.includes('不认可结果'))

  test('comes once at two: to the unit, the office and the presidium', async () => {
    await rejectedTwice('修河堤')
    await server.run('clock')
    expect(await toldOfStanding(town.unit)).toEqual([])
    await rejectedTwice('装路灯')
    await server.run('clock')
    await server.run('clock')
    expect(await toldOfStanding(town.unit)).toEqual([
      '本单位 2026 年已有 2 件建议代表不认可结果：《装路灯》《修河堤》。超过 2 件就要取消评先资格，请抓紧办好手上的建议。',
    ])
    const supervising = [
      '镇水利站 2026 年已有 2 件建议代表不认可结果：《装路灯》《修河堤》。再有一件就要取消评先资格。',
    ]
    expect([await toldOfStanding(town.office), await toldOfStanding(town.presidium)]).toEqual([
      supervising,
      supervising,
    ])
    expect([await toldOfStanding(town.coUnit), await toldOfStanding(town.deputy)]).toEqual([[], []])
  })

  test('at three the presidium is asked to decide, and once it has, nobody asks again', async () => {
    await threeRejected()
    await server.run('clock')
    expect(await toldOfStanding(town.presidium)).toContain(
      '镇水利站 2026 年已有 3 件建议代表不认可结果，超过 2 件：《清沟渠》《装路灯》《修河堤》。请先看有没有正当理由，再决定是否取消评先资格。',
    )
    await disqualify()
    await rejectedTwice('补围栏')
    await server.run('clock')
    expect((await toldOfStanding(town.office)).filter((text) => text.includes('4 件'))).toEqual([])
  })
})

describe('who sees it', () => {
  test('a unit sees itself and nobody else', async () => {
    await rejectedTwice('拨资金', 'coUnit')
    expect((await own()).units.map(({ unit, count }) => [unit.name, count])).toEqual([['镇水利站', 0]])
    const { code } = await town.unit.client.refused(listAwardStandings, { params })
    expect(code).toBe('not_allowed')
  })

  test('deputies and residents never see it, the office decides nothing, another unit appeals nothing', async () => {
    const id = await disqualified()
    const ask = { params: { ...params, id }, input: { note: '不是我们单位的事。' } }
    const answers = [
      await town.deputy.client.refused(listAwardStandings, { params }),
      await town.villager.client.refused(showOwnAwardStanding, { params }),
      await town.office.client.refused(disqualifyUnit, {
        params: { ...params, unit: town.unitId },
        input: { decision: '办公室决定。', decidedHow: '第 12 次主席团会议' },
      }),
      await town.coUnit.client.refused(appealDisqualification, ask),
    ]
    expect(answers.map(({ code }) => code)).toEqual([
      'not_allowed',
      'not_allowed',
      'not_allowed',
      'not_found',
    ])
  })

  test('another town is not there', async () => {
    const id = await disqualified()
    const elsewhere = await buildTown(server, '云岭坝镇')
    const there = { town: elsewhere.id }
    expect(
      (await elsewhere.presidium.client.call(listAwardStandings, { params: there })).units,
    ).toMatchObject([{ count: 0 }, { count: 0 }])
    const answers = [
      await elsewhere.presidium.client.refused(answerAppeal, {
        params: { ...there, id },
        input: { verdict: 'upheld', text: '别的镇。', decidedHow: '第 3 次主席团会议' },
      }),
      await elsewhere.presidium.client.refused(disqualifyUnit, {
        params: { ...there, unit: town.unitId },
        input: { decision: '别的镇。', decidedHow: '第 12 次主席团会议' },
      }),
      await elsewhere.presidium.client.refused(listAwardStandings, { params }),
    ]
    expect(answers.map(({ code }) => code)).toEqual(['not_found', 'not_found', 'not_allowed'])
  })
})
