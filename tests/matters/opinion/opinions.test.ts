import { listMyOpinions, showOpinion, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { lookAtResident } from '../../../shared/matters/opinion/looks'
import { showSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { opinionsOf } from '../../support/opinions'
import { toldTo } from '../../support/told'
import { startServer, type TestServer } from '../../support/server'
import { fail } from '../../support/simulator'
import { step } from '../../support/suggestion'
import { buildTown, signedIn, type TestPerson, type TestTown } from '../../support/town'
import { workOf } from '../../support/work'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const { at, write, see, take, shown, received } = opinionsOf(() => ({ server, town }))
const inboxOf = (person: TestPerson) => toldTo(server, person)

describe('the content check', () => {
  test('passes an ordinary text on to the deputy', async () => {
    expect((await see(town.deputy, await received())).state).toBe('received')
  })

  test('holds what WeChat finds risky for a person, rejects nothing and says no reason', async () => {
    const id = await received('SIM_RISKY_20001 征地的事没有说清楚。')
    expect(await see(town.villager, id)).toMatchObject({
      state: 'held',
      plain: '已经收到，镇人大办工作人员核实后转给王建国代表。',
    })
  })

  test('keeps a held text from the deputy until the office releases it', async () => {
    const id = await received('SIM_REVIEW_20001 村里的账。')
    await expect(see(town.deputy, id)).rejects.toThrow('not_found')
    await take(town.office, id, 'release')
    expect((await see(town.deputy, id)).messages[0]?.text).toBe('SIM_REVIEW_20001 村里的账。')
  })

  test('asks again when WeChat has no answer, and loses nothing', async () => {
    const { id } = await write(town.villager, '桥要塌了。')
    await fail(server, '/wxa/msg_sec_check', 'http502')
    await server.run('checkOpinions')
    expect((await see(town.villager, id)).state).toBe('sent')
    await server.run('checkOpinions')
    expect((await see(town.villager, id)).state).toBe('sent')
    server.clock.advance({ seconds: 6 })
    await server.run('checkOpinions')
    expect((await see(town.villager, id)).state).toBe('received')
  })

  test('goes to a person when WeChat has had no answer for an hour', async () => {
    const { id } = await write(town.villager, '桥要塌了。')
    await fail(server, '/wxa/msg_sec_check', 'errcode', { errcode: -1, times: 2 })
    await server.run('checkOpinions')
    server.clock.advance({ hours: 1, minutes: 1 })
    await server.run('checkOpinions')
    expect((await see(town.villager, id)).state).toBe('held')
    server.clock.advance({ hours: -1, minutes: -1 })
  })

  test.each([45009, 48001])(
    'goes to a person at once when WeChat will not check today (%i)',
    async (errcode) => {
      const { id } = await write(town.villager, '水沟堵了。')
      await fail(server, '/wxa/msg_sec_check', 'errcode', { errcode })
      await server.run('checkOpinions')
      const seen = await see(town.villager, id)
      expect([seen.state, seen.messages[0]?.text]).toEqual(['held', '水沟堵了。'])
    },
  )

  test('goes to a person when WeChat does not know the writer any more', async () => {
    const { id } = await write(town.villager, '水渠堵了。')
    server.simulator.state.users.forEach((user) => {
      if (user.openid === town.villager.openid)
        user.lastActiveAt = server.clock.now().getTime() - 3 * 3_600_000
    })
    await server.run('checkOpinions')
    const state = (await see(town.villager, id)).state
    server.simulator.state.users.forEach((user) => (user.lastActiveAt = server.clock.now().getTime()))
    expect(state).toBe('held')
  })
})

describe('a conversation', () => {
  test('goes both ways, and every new text is checked', async () => {
    const id = await received()
    await shown(town.deputy, id, 'answer', { text: '哪一盏？' })
    await take(town.villager, id, 'write', { text: '村口那一盏。' })
    expect((await see(town.villager, id)).state).toBe('sent')
    await server.run('checkOpinions')
    expect((await see(town.deputy, id)).messages.map(({ by, text }) => `${by} ${text}`)).toEqual([
      'resident 路灯不亮。',
      'deputy 哪一盏？',
      'resident 村口那一盏。',
    ])
  })

  test('goes on before the first words are checked: the deputy gets all of them, and the first are as they were', async () => {
    const { id } = await write(town.villager, '水管漏了。')
    await take(town.villager, id, 'write', { text: '已经结冰了。' })
    await server.run('checkOpinions')
    const seen = await see(town.deputy, id)
    expect([seen.state, ...seen.messages.map(({ text }) => text)]).toEqual([
      'received',
      '水管漏了。',
      '已经结冰了。',
    ])
  })

  test.each([
    ['SIM_RISKY_20001 征地的事。', '补充一句。'],
    ['水管漏了。', 'SIM_RISKY_20001 征地的事。'],
  ])('goes to a person where any of the words is risky: %s %s', async (first, added) => {
    const { id } = await write(town.villager, first)
    await take(town.villager, id, 'write', { text: added })
    await server.run('checkOpinions')
    expect((await see(town.villager, id)).state).toBe('held')
    expect((await take(town.villager, id, 'write', { text: '再说一句。' })).status).toBe(200)
    await take(town.office, id, 'release')
    expect((await see(town.deputy, id)).messages).toHaveLength(3)
  })

  test('is private: another villager, another deputy and a unit find nothing', async () => {
    const id = await received()
    const strangers = [await signedIn(server), town.otherDeputy, town.unit, town.presidium]
    const codes = await Promise.all(
      strangers.map(async ({ client }) => (await client.refused(showOpinion, { params: at(id) })).code),
    )
    expect(codes).toEqual(['not_found', 'not_found', 'not_found', 'not_found'])
  })

  test('shows the phone to the deputy and not in any list', async () => {
    const id = await received()
    const list = await workOf(town, town.deputy, 'mine')
    expect([
      (await town.deputy.client.call(lookAtResident, { params: at(id), input: { reason: 'askMore' } })).phone,
      JSON.stringify(list).includes('13900000000'),
    ]).toEqual(['13900000000', false])
  })

  test('ends with an explanation, which the villager rates once', async () => {
    const id = await received()
    await shown(town.deputy, id, 'close', { explanation: '灯已经换好了。' })
    expect(await inboxOf(town.villager)).toContain('王建国代表把结果告诉您了，请您评一评。')
    expect((await take(town.villager, id, 'rate', { rating: 'satisfied' })).status).toBe(200)
    expect((await take(town.villager, id, 'rate', { rating: 'satisfied' })).code).toBe('already_rated')
  })

  test('cannot end without an explanation', async () => {
    const answer = await take(town.deputy, await received(), 'close', { explanation: '' })
    expect(answer).toMatchObject({ status: 400, fields: { explanation: '请填写向群众说明结果。' } })
  })

  test('may lead elsewhere: the villager is told where to go', async () => {
    const id = await received('邻居占了我家的地，已经在打官司。')
    await shown(town.deputy, id, 'redirect', {
      referredTo: 'legalAid',
      explanation: '在打官司的事由法院处理。',
    })
    expect(await see(town.villager, id)).toMatchObject({ state: 'closed', referredTo: 'legalAid' })
  })
})

describe('a suggestion that comes of opinions', () => {
  test('begins empty, with the resident’s words beside it, and keeps the link both ways', async () => {
    const id = await received('一组没有桥，过河要绕两公里。')
    await take(town.deputy, id, 'raise')
    const opinion = await see(town.villager, id)
    const suggestion = await town.deputy.client.call(showSuggestion, {
      params: at(opinion.suggestion?.id ?? ''),
    })
    expect([suggestion.subject, suggestion.facts, suggestion.opinions]).toEqual([
      '群众反映的一件事',
      '',
      [{ id, text: '一组没有桥，过河要绕两公里。' }],
    ])
  })

  test('may take in several, and tells every one of them', async () => {
    const neighbour = await signedIn(server)
    const [first, second] = [await received('没有桥。'), await received('孩子过河危险。', neighbour)]
    await take(town.deputy, first, 'raise')
    const suggestionId = (await see(town.deputy, first)).suggestion?.id ?? ''
    await take(town.deputy, second, 'raise', { suggestionId })
    await step(town, town.deputy, suggestionId, 'edit', {
      subject: '修桥',
      facts: '没有桥。',
      proposal: '修一座桥。',
    })
    await step(town, town.deputy, suggestionId, 'submit')
    expect(await inboxOf(neighbour)).toContain('王建国代表把您反映的事写成建议，交给镇人大了。')
    expect(await inboxOf(town.villager)).toContain('王建国代表把您反映的事写成建议，交给镇人大了。')
  })

  test('shows its words to the lead deputy alone', async () => {
    const id = await received('没有桥。')
    await take(town.deputy, id, 'raise')
    const suggestionId = (await see(town.deputy, id)).suggestion?.id ?? ''
    await step(town, town.deputy, suggestionId, 'edit', {
      subject: '修桥',
      facts: '没有桥。',
      proposal: '修一座桥。',
    })
    await step(town, town.deputy, suggestionId, 'submit')
    const forOffice = await town.office.client.call(showSuggestion, { params: at(suggestionId) })
    expect(forOffice.opinions).toEqual([])
  })

  test('cannot be somebody else’s draft, nor one that has been submitted', async () => {
    const id = await received()
    const answer = await take(town.deputy, id, 'raise', { suggestionId: 'a'.repeat(26) })
    expect(answer).toMatchObject({ fields: { suggestionId: '只能并入您自己正在起草的建议，请重新选择。' } })
  })

  test('must have ended before the deputy can tell how it ended', async () => {
    const id = await received()
    await take(town.deputy, id, 'raise')
    const answer = await take(town.deputy, id, 'closeAfterSuggestion', { explanation: '好了。' })
    expect(answer.code).toBe('suggestion_not_ended')
  })
})

describe('who writes', () => {
  test('needs no name and no phone', async () => {
    const somebody = await signedIn(server)
    const opinion = await somebody.client.call(writeOpinion, {
      params: { town: town.id },
      input: { deputyId: town.deputy.id, kind: 'enquiry', text: '医保怎么交？' },
    })
    expect(opinion.state).toBe('sent')
  })

  test('sees only their own matters', async () => {
    const somebody = await signedIn(server)
    const { items } = await somebody.client.call(listMyOpinions, { params: { town: town.id } })
    expect(items).toEqual([])
  })

  test('is told when the chosen person is no deputy here', async () => {
    const answer = await town.villager.client.refused(writeOpinion, {
      params: { town: town.id },
      input: { deputyId: town.office.id, kind: 'report', text: '路灯不亮。' },
    })
    expect(answer.code).toBe('bad_input')
  })
})
