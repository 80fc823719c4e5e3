import { answerAppeal, appealDisqualification } from '../../../shared/matters/award-standing/endpoints'
import { listWork } from '../../../shared/api/work'
import type { TestServer } from '../../support/server'
import { startInMarchForEachTest } from '../../support/standing'
import { forms, step } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import type { TestPerson, TestTown } from '../../support/town'

/** Nobody's decision rests unseen: the presidium is asked for it, and for the answer to an appeal, until it is there. */
let server: TestServer
let town: TestTown
let params: { town: string }

const { rejectedTwice, threeRejected, disqualify, disqualified } = startInMarchForEachTest(
  (begun) => ({ server, town, params } = begun),
)
const laneOf = async (person: TestPerson, lane: 'mine' | 'others' | 'ended') =>
  (await person.client.call(listWork, { params, query: { lane, kind: 'awardStanding' } })).items.map(
    ({ title, state, next }) => [title, state, next?.step ?? null],
  )
const told = async (person: TestPerson, words: RegExp) =>
  (await toldTo(server, person)).filter((text) => words.test(text))
/** The clock looks every day. */
async function days(count: number) {
  for (let day = 0; day < count; day += 1) {
    server.clock.advance({ days: 1 })
    await server.run('clock')
  }
}
const history = () =>
  server.database.reader.query<Record<string, unknown>[]>(
    `SELECT e.action, e.party, p.name, e.note FROM matter_event e LEFT JOIN person p ON p.id = e.person_id
     WHERE e.kind = 'awardStanding' AND e.town_id = ? ORDER BY e.matter_id, e.version`,
    [town.id],
  )

test('who is awaited finds it in the list of work, and loses it when it is done', async () => {
  const [first = ''] = await threeRejected()
  await server.run('clock')
  expect(await laneOf(town.presidium, 'mine')).toEqual([['镇水利站 2026 年评先资格', 'over', null]])
  expect([await laneOf(town.office, 'others'), await laneOf(town.unit, 'others')]).toEqual([
    [['镇水利站 2026 年评先资格', 'over', null]],
    [['镇水利站 2026 年评先资格', 'over', null]],
  ])
  expect([await laneOf(town.deputy, 'others'), await laneOf(town.coUnit, 'others')]).toEqual([[], []])
  // A valid reason takes it back to the warning, without anybody being told the warning again.
  await step(town, town.presidium, first, 'decideReason', forms(town).decideReason)
  await server.run('clock')
  expect([await laneOf(town.presidium, 'mine'), await laneOf(town.presidium, 'ended')]).toEqual([
    [],
    [['镇水利站 2026 年评先资格', 'warned', null]],
  ])
  expect(await told(town.unit, /再有一件|请抓紧办好/)).toHaveLength(0)
})

test('a decision that is not taken is asked for before its day and after it, every week', async () => {
  await threeRejected()
  await server.run('clock')
  await days(60)
  const asked = await told(town.presidium, /是否取消评先资格，请安排|决定是否取消评先资格。$/)
  expect(asked.length).toBeGreaterThan(4)
  expect(await told(town.office, /还没有决定是否取消评先资格，请提醒/)).toHaveLength(1)
})

test('an appeal that nobody answers is asked for until it is answered; everybody who acted has a name', async () => {
  const id = await disqualified()
  const at = { params: { ...params, id } }
  const appeal = { ...at, input: { note: '两件要等省里的规划。' } }
  await town.unit.client.call(appealDisqualification, appeal)
  expect(await laneOf(town.presidium, 'mine')).toEqual([['镇水利站 2026 年评先资格', 'appealed', 'answer']])
  await days(45)
  const soon = await told(town.presidium, /提出了申诉，请主席团在.*前答复/)
  const late = await told(town.presidium, /的申诉，到.*还没有答复，请马上答复/)
  expect([soon.length, late.length > 1]).toEqual([1, true])
  expect(await told(town.office, /主席团还没有答复，请提醒/)).toHaveLength(1)
  const upheld = { verdict: 'upheld', text: '理由不成立。' } as const
  const unsaid = await town.presidium.client.refused(answerAppeal, { ...at, input: upheld })
  expect(Object.keys(unsaid.fields)).toEqual(['decidedHow'])
  await town.presidium.client.call(answerAppeal, {
    ...at,
    input: { ...upheld, decidedHow: '第 3 次主席团会议' },
  })
  await days(15)
  expect((await told(town.presidium, /还没有答复，请马上答复/)).length).toBe(late.length)
  expect(await history()).toEqual([
    { action: 'start', party: 'system', name: null, note: null },
    {
      action: 'disqualify',
      party: 'presidium',
      name: '周明德',
      note: '第 12 次主席团会议决定。　（怎么决定的：第 12 次主席团会议）',
    },
    { action: 'appeal', party: 'handlingUnit', name: '赵永强', note: '两件要等省里的规划。' },
    {
      action: 'answer',
      party: 'presidium',
      name: '周明德',
      note: '理由不成立。　（怎么决定的：第 3 次主席团会议）',
    },
  ])
})

test('after one was lifted it is asked for again only when further ones are too many by themselves', async () => {
  const id = await disqualified()
  const at = { params: { ...params, id } }
  await town.unit.client.call(appealDisqualification, { ...at, input: { note: '要等省里的规划。' } })
  await town.presidium.client.call(answerAppeal, {
    ...at,
    input: { verdict: 'lifted', text: '理由成立。', decidedHow: '第 3 次主席团会议' },
  })
  await days(2)
  expect(await laneOf(town.presidium, 'mine')).toEqual([])
  for (const subject of ['补围栏', '通水渠']) await rejectedTwice(subject)
  await server.run('clock')
  expect(await laneOf(town.presidium, 'mine')).toEqual([])
  await rejectedTwice('修小桥')
  await server.run('clock')
  expect(await laneOf(town.presidium, 'mine')).toEqual([['镇水利站 2026 年评先资格', 'over', null]])
  await disqualify()
  expect(await laneOf(town.presidium, 'mine')).toEqual([])
})
