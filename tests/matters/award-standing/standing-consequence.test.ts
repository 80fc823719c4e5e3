import { answerAppeal, appealDisqualification } from '../../../shared/matters/award-standing/endpoints'
import type { TestServer } from '../../support/server'
import { startInMarchForEachTest } from '../../support/standing'
import { forms, step } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import type { TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let params: { town: string }

const { rejectedTwice, standingOf, own, disqualify, threeRejected, disqualified } = startInMarchForEachTest(
  (begun) => ({ server, town, params } = begun),
)

describe('the consequence', () => {
  test('two are not enough', async () => {
    await rejectedTwice('修河堤')
    await rejectedTwice('装路灯')
    expect((await standingOf()).actions).toEqual([])
    await expect(disqualify()).rejects.toThrow('standing_within_limit 这个单位计入的建议还没有超过 2 件')
  })

  test('the third is; the list is kept as it stood, once', async () => {
    const [first = ''] = await threeRejected()
    expect((await standingOf()).actions).toEqual(['disqualify'])
    await disqualify()
    await step(town, town.presidium, first, 'decideReason', forms(town).decideReason)
    const { count, actions, disqualifications } = await standingOf()
    expect([count, actions]).toEqual([2, []])
    expect(disqualifications).toMatchObject([
      {
        year: 2026,
        from: '2026-01-01',
        to: '2026-04-01',
        decision: '第 12 次主席团会议决定。',
        decidedOn: '2026-04-01',
        items: [
          { no: '2026-0001', subject: '修河堤', ratedOn: '2026-03-12' },
          { no: '2026-0002', subject: '装路灯', ratedOn: '2026-03-22' },
          { no: '2026-0003', subject: '清沟渠', ratedOn: '2026-04-01' },
        ],
        appeal: null,
        answer: null,
        actions: [],
      },
    ])
    expect(await toldTo(server, town.unit)).toContain(
      '本单位有 3 件建议代表不认可结果，主席团决定：取消该单位和单位负责人当年的评先资格，主管的副职当年不得评为优秀。有不同意见，可以提出一次申诉。',
    )
  })

  test('is not decided twice', async () => {
    await disqualified()
    await expect(disqualify()).rejects.toThrow('standing_recorded')
  })

  test('the unit appeals once, the presidium answers once, and what was set aside is no ground again', async () => {
    const id = await disqualified()
    const params2 = { ...params, id }
    const note = { note: '两件要等省里的规划。' }
    expect((await own()).units[0]?.disqualifications[0]?.actions).toEqual(['appeal'])
    await town.presidium.client
      .refused(answerAppeal, {
        params: params2,
        input: { verdict: 'upheld', text: '没有申诉。', decidedHow: '第 3 次主席团会议' },
      })
      .then(({ code }) => expect(code).toBe('no_open_appeal'))
    await town.unit.client.call(appealDisqualification, { params: params2, input: note })
    const again = await town.unit.client.refused(appealDisqualification, { params: params2, input: note })
    expect(again.code).toBe('appeal_sent')
    expect(await toldTo(server, town.presidium)).toContain(
      '镇水利站对取消 2026 年评先资格提出申诉：两件要等省里的规划。',
    )
    const answered = await town.presidium.client.call(answerAppeal, {
      params: params2,
      input: { verdict: 'lifted', text: '理由成立。', decidedHow: '第 3 次主席团会议' },
    })
    const unit = answered.units.find((one) => one.unit.id === town.unitId)
    expect(unit?.disqualifications[0]).toMatchObject({
      appeal: { note: '两件要等省里的规划。', on: '2026-04-01' },
      answer: { verdict: 'lifted', text: '理由成立。', on: '2026-04-01' },
      actions: [],
    })
    expect([unit?.actions, unit?.count]).toEqual([[], 0])
    expect(unit?.items.map(({ standing }) => standing)).toEqual(['setAside', 'setAside', 'setAside'])
    expect(await toldTo(server, town.unit)).toContain(
      '对本单位的申诉，主席团答复：撤销决定，恢复资格。理由成立。',
    )
    await expect(disqualify()).rejects.toThrow('standing_within_limit')
    for (const subject of ['补围栏', '通水渠', '修小桥']) await rejectedTwice(subject)
    await disqualify()
    expect((await standingOf()).disqualifications.map(({ items }) => items.length)).toEqual([3, 3])
  })
})
