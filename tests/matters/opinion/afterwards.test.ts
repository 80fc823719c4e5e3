import { findDifferences } from '../../../server/engine/rebuild'
import { opinionsOf } from '../../support/opinions'
import { startServer, type TestServer } from '../../support/server'
import { forms, see as seeSuggestion, step, text } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

/** Closed is not solved: what whoever wrote can still say, and what they are asked. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

async function accept(id: string) {
  await step(town, town.deputy, id, 'edit', text)
  await step(town, town.deputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  await step(town, town.office, id, 'accept', forms(town).accept)
}
const { see, take, shown, received } = opinionsOf(() => ({ server, town }))

describe('what was ended and is not solved', () => {
  const ended = async (text?: string) => {
    const id = await received(text)
    await shown(town.deputy, id, 'close', { explanation: '灯泡换好了。' })
    return id
  }
  const isTold = async (person: TestPerson, text: string) => (await toldTo(server, person)).includes(text)

  test('one more thing can be said, reaches the deputy and can be answered; the end stays where it was read', async () => {
    const id = await ended()
    expect((await take(town.villager, id, 'write', { text: '昨晚又不亮了。' })).status).toBe(200)
    await server.run('checkOpinions')
    expect(await see(town.deputy, id)).toMatchObject({ state: 'received' })
    await shown(town.deputy, id, 'answer', { text: '明天再去看。' })
    expect(await see(town.villager, id)).toMatchObject({ state: 'replied', explanation: '灯泡换好了。' })
  })

  test('不满意 goes back to the deputy with a day, in words that were checked; without words it is refused', async () => {
    const id = await ended('三组路灯不亮。')
    expect(await take(town.villager, id, 'rate', { rating: 'notSatisfied' })).toMatchObject({
      status: 400,
      fields: { comment: '选了“不满意”，请写一句哪里还没有办好，代表才知道怎么办。' },
    })
    await take(town.villager, id, 'rate', { rating: 'notSatisfied', comment: '只亮了一晚。' })
    await expect(see(town.deputy, id)).rejects.toThrow('not_found')
    await server.run('checkOpinions')
    expect(await see(town.deputy, id)).toMatchObject({
      ...{ state: 'unsolved', waitsFor: 'deputy', due: { on: '2026-11-30', urgency: 'inTime' } },
      rating: 'notSatisfied',
    })
    const told = '群众说“三组路灯不亮”没有解决，请王建国代表在11月30日前再处理。'
    expect([await isTold(town.deputy, told), await isTold(town.office, told)]).toEqual([true, true])
    await shown(town.deputy, id, 'close', { explanation: '线路换了。' })
    expect((await see(town.villager, id)).actions).toContain('rate')
    await take(town.villager, id, 'rate', { rating: 'satisfied' })
    expect((await take(town.villager, id, 'rate', { rating: 'satisfied' })).code).toBe('already_rated')
  })

  test('said a second time it comes to the office, which hands it back, passes it on or answers itself', async () => {
    const id = await ended()
    const notSolved = async (text: string) => {
      await take(town.villager, id, 'notSolved', { text })
      await server.run('checkOpinions')
    }
    await notSolved('还是不亮。')
    expect((await take(town.office, id, 'handBack', { reason: '请再看。' })).code).toBe('wrong_state')
    await shown(town.deputy, id, 'close', { explanation: '又换了一次。' })
    await notSolved('今晚又灭了。')
    expect(await see(town.villager, id)).toMatchObject({ state: 'unsolvedAgain', waitsFor: 'congressOffice' })
    expect((await take(town.deputy, id, 'close', { explanation: '好了。' })).code).toBe('wrong_state')
    await take(town.villager, id, 'write', { text: '老人不敢出门。' })
    await server.run('checkOpinions')
    expect((await see(town.villager, id)).state).toBe('unsolvedAgain')
    await take(town.office, id, 'handBack', { reason: '请带电工一起去。' })
    expect((await see(town.deputy, id)).state).toBe('unsolved')
    expect(await isTold(town.villager, '镇人大办请王建国代表再办一次，会再答复您。')).toBe(true)
    await shown(town.deputy, id, 'close', { explanation: '电工来过了。' })
    await notSolved('灯杆倒了。')
    await shown(town.office, id, 'takeOver', { explanation: '供电所本周换灯杆。' })
    expect((await see(town.villager, id)).state).toBe('closed')
    expect(await isTold(town.villager, '镇人大办把结果告诉您了，请您评一评。')).toBe(true)
  })

  test('words that WeChat finds risky are looked at by the office, which sends them the same way', async () => {
    const id = await ended()
    await take(town.villager, id, 'notSolved', { text: 'SIM_RISKY_20001 还是征地的事。' })
    await server.run('checkOpinions')
    expect((await take(town.office, id, 'release')).code).toBe('said_unsolved')
    await take(town.office, id, 'releaseUnsolved')
    expect((await see(town.deputy, id)).state).toBe('unsolved')
    const other = await received('SIM_RISKY_20001 征地的事。')
    expect((await take(town.office, other, 'releaseUnsolved')).code).toBe('not_said_unsolved')
  })

  test('what breaks again after its suggestion ended becomes a new one, and the old one still knows of it', async () => {
    const id = await received('没有桥。')
    await take(town.deputy, id, 'raise')
    const first = (await see(town.deputy, id)).suggestion?.id ?? ''
    await take(town.villager, id, 'write', { text: '孩子上学也要走。' })
    await server.run('checkOpinions')
    expect((await see(town.deputy, id)).state).toBe('inSuggestion')
    expect(await isTold(town.deputy, '您写成建议的“没有桥”，群众又说了一句，请打开看看。')).toBe(true)
    await accept(first)
    await step(town, town.deputy, first, 'withdraw', { reason: '县里已经在修。' })
    await shown(town.deputy, id, 'closeAfterSuggestion', { explanation: '县里已经在修。' })
    await take(town.villager, id, 'notSolved', { text: '没有人来修。' })
    await server.run('checkOpinions')
    await take(town.deputy, id, 'raise')
    const { state, suggestion } = await see(town.villager, id)
    expect([state, suggestion?.id === first]).toEqual(['inSuggestion', false])
    const [kept] = await server.database.reader.query<{ earlier: string }[]>(
      'SELECT earlier_suggestion_id AS earlier FROM resident_opinion WHERE id = ?',
      [id],
    )
    expect(kept?.earlier).toBe(first)
    const second = suggestion?.id ?? ''
    const linked = async (of: string) => {
      const { earlier, later } = await seeSuggestion(town, town.deputy, of)
      return [earlier, later].map((all) => all.map((one) => one.id))
    }
    expect([await linked(first), await linked(second)]).toEqual([
      [[], []],
      [[first], []],
    ])
    await accept(second)
    expect(await linked(first)).toEqual([[], [second]])
  })
})

describe('three weeks after the end', () => {
  const askedAbout = async (id: string) => {
    const rows = await server.database.reader.query<{ text: string }[]>(
      `SELECT i.text FROM inbox_message i JOIN outbox_message o ON o.inbox_message_id = i.id
       WHERE o.resident_opinion_id = ? AND i.text LIKE '%解决了吗%' ORDER BY i.created_at, i.id`,
      [id],
    )
    return rows.map(({ text }) => text)
  }

  test('the resident is asked once and reminded once; who says no more, who has answered and who was sent elsewhere is not', async () => {
    const [silent, solved, enough, again] = [
      await received('东头路灯不亮。'),
      await received('西头路灯不亮。'),
      await received('北头路灯不亮。'),
      await received('南头路灯不亮。'),
    ]
    for (const id of [silent, solved, enough, again])
      await shown(town.deputy, id, 'close', { explanation: '换好了。' })
    const elsewhere = await received('邻居占了地。')
    await shown(town.deputy, elsewhere, 'redirect', { referredTo: 'legalAid', explanation: '由法院处理。' })
    expect((await take(town.villager, solved, 'saySolved')).code).toBe('not_asked_whether_solved')
    server.clock.advance({ days: 20 })
    await server.run('clock')
    expect(await askedAbout(silent)).toEqual([])
    server.clock.advance({ days: 1 })
    await server.run('clock')
    const question =
      '您11月23日说的“东头路灯不亮”，前些时候答复办结了。现在解决了吗？打开点一下就行；不想再问，也在里面点。'
    expect([await askedAbout(silent), await askedAbout(elsewhere)]).toEqual([[question], []])
    await take(town.villager, solved, 'saySolved')
    expect(await toldTo(server, town.deputy)).toContain('您办结的“西头路灯不亮”，群众说已经解决。')
    await take(town.villager, enough, 'stopAsking')
    await take(town.villager, again, 'notSolved', { text: '又不亮了。' })
    await server.run('checkOpinions')
    expect((await see(town.deputy, again)).state).toBe('unsolved')
    for (const days of [7, 7, 30]) {
      server.clock.advance({ days })
      await server.run('clock')
    }
    expect(await askedAbout(silent)).toEqual([
      question,
      '您11月23日说的“东头路灯不亮”解决了吗？点一下就行。不回答，以后就不再问了。',
    ])
    const asked = await Promise.all([solved, enough, again, elsewhere].map(askedAbout))
    expect(asked.map((told) => told.length)).toEqual([1, 1, 1, 0])
    expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  })
})
