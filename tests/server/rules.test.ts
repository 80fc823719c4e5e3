import { listAuditLog } from '../../shared/api/audit-log'
import { showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { overrideRule, pickProfile, removeOverride, showRules } from '../../shared/api/rules'
import type { SuggestionState } from '../../shared/matters/suggestion/states'
import { bring } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { forms, see, start, step } from '../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

let server: TestServer
let town: TestTown
let params: { town: string }
let towns = 0

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  town = await buildTown(server, `规则${(towns += 1)}镇`)
  params = { town: town.id }
})

const reason = '镇人代会决定'
const seen = async () => (await town.office.client.call(showRules, { params })).version
const change = async (field: string, value: string) =>
  town.office.client.call(overrideRule, { params, input: { version: await seen(), field, value, reason } })
const pick = async (profile: string, person: TestPerson = town.office) =>
  person.client.call(pickProfile, { params, input: { version: await seen(), profile, reason } })
const ruleOf = async (field: string) =>
  (await town.office.client.call(showRules, { params })).rules.find((rule) => rule.field === field)
const deadlineOf = async (id: string) =>
  (await see(town, town.unit, id)).rounds.map(({ deadline }) => deadline.on)
const dueOf = async (id: string) => (await see(town, town.office, id)).due?.on

describe('what the town sees and sets', () => {
  test('a new town goes by the rules of its profile', async () => {
    const { profile, rules } = await town.presidium.client.call(showRules, { params })
    expect(profile).toBe('henan')
    expect(rules.filter(({ value, standard, reason: why }) => value !== standard || why !== null)).toEqual([])
  })

  test('a number of its own stands with its reason beside what the profile says', async () => {
    await change('evaluationWorkingDays', '15')
    expect(await ruleOf('evaluationWorkingDays')).toEqual({
      field: 'evaluationWorkingDays',
      value: '15',
      standard: '10',
      reason,
    })
  })

  test('it can be taken back', async () => {
    await change('evaluationWorkingDays', '15')
    await town.office.client.call(removeOverride, {
      params,
      input: { version: await seen(), field: 'evaluationWorkingDays', reason: '按省里规定' },
    })
    expect(await ruleOf('evaluationWorkingDays')).toMatchObject({ value: '10', reason: null })
  })

  test('another profile leaves the town its own numbers, but not those that it has anyway', async () => {
    await change('evaluationWorkingDays', '15')
    await change('receiptWorkingDays', '3')
    await pick('beijing')
    expect([await ruleOf('evaluationWorkingDays'), await ruleOf('receiptWorkingDays')]).toMatchObject([
      { value: '15', standard: '15', reason: null },
      { value: '3', standard: '5', reason },
    ])
  })

  test('every change is in the audit log: who, when, what, from, to, why', async () => {
    await pick('qingdao', town.presidium)
    server.clock.advance({ minutes: 1 })
    await change('returnSpan', '3 days')
    const { items } = await town.office.client.call(listAuditLog, { params })
    expect(items.map(({ id: _, ...item }) => item)).toEqual([
      {
        at: server.clock.now().toISOString(),
        by: '陈静',
        what: '单位可以申请退办',
        from: '5 个工作日',
        to: '3 日',
        reason,
      },
      expect.objectContaining({ by: '周明德', what: '适用规则', from: '河南', to: '青岛', reason }),
    ])
  })

  test('another town sees neither the rules nor the log', async () => {
    const elsewhere = await buildTown(server, `别的${towns}镇`)
    await change('evaluationWorkingDays', '15')
    const codes = [
      await elsewhere.office.client.refused(showRules, { params }),
      await elsewhere.office.client.refused(listAuditLog, { params }),
    ].map(({ code }) => code)
    expect(codes).toEqual(['not_allowed', 'not_allowed'])
  })

  test('a deputy cannot set rules', async () => {
    const input = { version: 0, profile: 'beijing', reason }
    expect((await town.deputy.client.refused(pickProfile, { params, input })).code).toBe('not_allowed')
  })

  test.each([
    [{ field: 'replyMonths', value: '4', reason }, 'value', '“答复期限”请填 1 到 3 的整数，按月算。'],
    [{ field: 'replyMonths', value: '三', reason }, 'value', '“答复期限”请填 1 到 3 的整数，按月算。'],
    [{ field: 'replyMonths', value: '3', reason }, 'value', '和现在的规定一样，不用改。'],
    [
      { field: 'hardReplyMonths', value: '2', reason },
      'value',
      '延办后最长的答复期限（2 个月）不能比答复期限（3 个月）还短。',
    ],
    [{ field: 'replyMonths', value: '2', reason: ' ' }, 'reason', '请填写理由。'],
    [{ field: 'name', value: '2', reason }, 'field', '请选择要改的规定。'],
  ])('%j is refused with a sentence', async (input, field, sentence) => {
    const answer = await town.office.client.refused(overrideRule, { params, input: { version: 0, ...input } })
    expect([answer.code, answer.code && answer.fields[field]]).toEqual(['bad_input', sentence])
  })

  test('the profile that the town has already, and a rule that it never changed, need no step', async () => {
    const same = await town.office.client.refused(pickProfile, {
      params,
      input: { version: 0, profile: 'henan', reason },
    })
    const kept = await town.office.client.refused(removeOverride, {
      params,
      input: { version: 0, field: 'replyMonths', reason },
    })
    expect([same.message, kept.message]).toEqual([
      '现在用的就是这一套规则，不用改。',
      '这一项没有单独改过，不用恢复。',
    ])
  })
})

describe('a change never moves a clock that has started', () => {
  test.each<[SuggestionState]>([['submitted'], ['accepted'], ['assigned'], ['replied'], ['evaluated']])(
    'in %s the due day stays',
    async (state) => {
      const id = await bring(server, town, state)
      const before = await dueOf(id)
      for (const field of ['reviewWorkingDays', 'handOverWorkingDays', 'receiptWorkingDays']) {
        await change(field, '1')
      }
      await pick('chongqingTownship')
      expect([before === undefined, await dueOf(id)]).toEqual([false, before])
    },
  )

  test('a round that runs keeps its deadline, and the next one is counted by the rules of its submission', async () => {
    const id = await bring(server, town, 'evaluated')
    await pick('chongqing')
    await step(town, town.office, id, 'reHandle', forms(town).reHandle)
    expect(await deadlineOf(id)).toEqual(['2027-02-23', '2026-12-23'])
  })

  test('what is submitted afterwards goes by the new rules', async () => {
    await pick('chongqingTownship')
    expect(await deadlineOf(await bring(server, town, 'assigned'))).toEqual(['2027-01-25'])
  })

  test('a draft keeps its own limit, and takes the rules of the day on which it is submitted', async () => {
    const id = await start(town)
    const before = (await see(town, town.deputy, id)).due?.on
    await change('draftWorkingDays', '1')
    await change('reviewWorkingDays', '1')
    const after = (await see(town, town.deputy, id)).due?.on
    await step(town, town.deputy, id, 'submit')
    expect([before, after, await dueOf(id)]).toEqual(['2026-12-14', '2026-12-14', '2026-11-24'])
  })

  test('a resident’s opinion keeps the hours in which it is answered', async () => {
    const { id } = await town.villager.client.call(writeOpinion, {
      params,
      input: { deputyId: town.deputy.id, kind: 'report', text: '路灯坏了。', again: true },
    })
    await server.run('checkOpinions')
    const due = async () => (await town.deputy.client.call(showOpinion, { params: { ...params, id } })).due
    const before = await due()
    await change('answerHours', '72')
    expect([before?.on, await due()]).toEqual(['2026-11-24', before])
  })

  test('the number of rounds stays too, in the table and in the lists', async () => {
    const id = await bring(server, town, 'evaluated')
    await change('maxRounds', '1')
    const young = await bring(server, town, 'evaluated')
    const turns = await Promise.all(
      [town.office, town.presidium].map(async (person) => {
        const rows = await workOf(town, person, 'mine')
        return rows.map((row) => row.id)
      }),
    )
    expect(turns).toEqual([[id], [young]])
  })
})

test('of changes at the same moment one is kept, and the others are told to look again', async () => {
  const answers = await Promise.all(
    [
      ['reviewWorkingDays', '3'],
      ['receiptWorkingDays', '3'],
      ['evaluationWorkingDays', '12'],
    ].map(([field, value]) =>
      town.office.client.ask(overrideRule, { params, input: { version: 0, field, value, reason } }),
    ),
  )
  const done = answers.filter(({ status }) => status === 200).length
  const { rules } = await town.office.client.call(showRules, { params })
  expect([done, rules.filter((rule) => rule.reason !== null).length]).toEqual([1, 1])
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
})

test('whoever comes second to the same rules is told who changed what, and saves on what is there now', async () => {
  const client = town.presidium.client
  const before = await client.call(showRules, { params })
  await change('reviewWorkingDays', '3')
  const input = { version: before.version, field: 'reviewWorkingDays', value: '4', reason }
  const refused = await client.refused(overrideRule, { params, input })
  expect([refused.status, refused.code]).toEqual([409, 'stale'])
  expect(refused.message).toMatch(
    /^您打开以后，11月23日.* 陈静改过（审查建议：5 个工作日 改为 3 个工作日；理由：镇人代会决定）。您填的还在/,
  )
  const { version } = await client.call(showRules, { params })
  await client.call(overrideRule, { params, input: { ...input, version } })
  expect(await ruleOf('reviewWorkingDays')).toMatchObject({ value: '4' })
})
