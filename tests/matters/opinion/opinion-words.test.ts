import { opinionsOf } from '../../support/opinions'
import { toldTo } from '../../support/told'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, type TestPerson, type TestTown, worksInWechat, worksOnTheWeb } from '../../support/town'
import { workOf } from '../../support/work'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const { see, take, shown, received } = opinionsOf(() => ({ server, town }))
const inboxOf = (person: TestPerson) => toldTo(server, person)
const timesTold = async (person: TestPerson, sentence: string) =>
  (await inboxOf(person)).filter((text) => text === sentence).length

describe('what a deputy writes to a resident', () => {
  const risky = 'SIM_RISKY_20001 征地的事我去问。'

  test('is checked before the resident sees it, and the deputy reads that it is', async () => {
    const id = await received()
    const before = await timesTold(town.villager, '王建国代表回复您了。')
    await take(town.deputy, id, 'answer', { text: '哪一盏？' })
    const [forDeputy, forVillager] = [await see(town.deputy, id), await see(town.villager, id)]
    expect([forDeputy.messages[1], forDeputy.unseen?.standing]).toEqual([
      {
        ...{ by: 'deputy', deputy: '王建国', text: '哪一盏？' },
        ...{ at: expect.any(String) as string, withheld: true, photos: [], voice: null },
      },
      'checking',
    ])
    expect([forVillager.messages.length, forVillager.plain, forVillager.unseen]).toEqual([
      1,
      '王建国代表写好了回复，正在核对，马上给您看。',
      null,
    ])
    expect(await timesTold(town.villager, '王建国代表回复您了。')).toBe(before)
    await server.run('checkOpinions')
    expect((await see(town.villager, id)).messages.map(({ text }) => text)).toEqual([
      '路灯不亮。',
      '哪一盏？',
    ])
    expect(await timesTold(town.villager, '王建国代表回复您了。')).toBe(before + 1)
    expect((await see(town.deputy, id)).unseen).toBeNull()
  })

  test('is held for the office where a person must look, and reaches the resident when the office says so', async () => {
    const id = await received()
    await shown(town.deputy, id, 'answer', { text: risky })
    const forVillager = await see(town.villager, id)
    expect([forVillager.state, forVillager.messages.length]).toEqual(['answerHeld', 1])
    expect((await workOf(town, town.office, 'mine')).map((row) => row.id)).toContain(id)
    expect((await see(town.office, id)).actions).toEqual(['releaseAnswer', 'sendBack'])
    await take(town.office, id, 'releaseAnswer')
    expect(await see(town.villager, id)).toMatchObject({ state: 'replied', messages: [{}, { text: risky }] })
    expect(await inboxOf(town.deputy)).toContain('您的回复核实过了，已经发给群众。')
  })

  test('may go back to the deputy with a reason; the resident sees the new words alone', async () => {
    const id = await received()
    await shown(town.deputy, id, 'answer', { text: risky })
    expect((await take(town.office, id, 'sendBack', { reason: '' })).code).toBe('bad_input')
    await take(town.office, id, 'sendBack', { reason: '请写明什么时候去问。' })
    expect(await inboxOf(town.deputy)).toContain('您写给群众的话要改一改：请写明什么时候去问。')
    expect(await see(town.deputy, id)).toMatchObject({
      state: 'received',
      unseen: { standing: 'sentBack', reason: '请写明什么时候去问。' },
    })
    await shown(town.deputy, id, 'answer', { text: '我周三去问。' })
    const texts = async (person: TestPerson) => (await see(person, id)).messages.map(({ text }) => text)
    expect([await texts(town.villager), await texts(town.deputy)]).toEqual([
      ['路灯不亮。', '我周三去问。'],
      ['路灯不亮。', risky, '我周三去问。'],
    ])
  })

  test('keeps nobody from saying one thing more: it waits until those are through, and is looked at then', async () => {
    const id = await received()
    const texts = async (person: TestPerson) => (await see(person, id)).messages.map(({ text }) => text)
    await take(town.deputy, id, 'answer', { text: '明天去。' })
    expect((await take(town.villager, id, 'write', { text: '是三组那盏。' })).status).toBe(200)
    expect([await texts(town.villager), await texts(town.deputy)]).toEqual([
      ['路灯不亮。', '是三组那盏。'],
      ['路灯不亮。', '明天去。'],
    ])
    await server.run('checkOpinions')
    expect([(await see(town.villager, id)).state, await texts(town.villager)]).toEqual([
      'sent',
      ['路灯不亮。', '明天去。', '是三组那盏。'],
    ])
    await expect(see(town.deputy, id)).rejects.toThrow('not_found')
    await server.run('checkOpinions')
    expect([(await see(town.deputy, id)).state, (await texts(town.deputy)).length]).toEqual(['received', 3])

    await shown(town.deputy, id, 'close', { explanation: risky })
    expect((await take(town.villager, id, 'write', { text: 'SIM_RISKY_20001 又灭了。' })).status).toBe(200)
    await take(town.office, id, 'releaseEnd')
    await server.run('checkOpinions')
    expect(await see(town.villager, id)).toMatchObject({ state: 'held', explanation: risky })
    await take(town.office, id, 'release')
    expect((await see(town.deputy, id)).messages.at(-1)).toMatchObject({ text: 'SIM_RISKY_20001 又灭了。' })
  })

  test('and what stands beside a good rating is looked at before the deputy reads it; the end stays the end', async () => {
    const id = await received('水管漏水。')
    await shown(town.deputy, id, 'close', { explanation: '换了水管。' })
    await take(town.villager, id, 'rate', { rating: 'satisfied', comment: '谢谢，来得快。' })
    expect(await see(town.deputy, id)).toMatchObject({ rating: 'satisfied', ratingComment: null })
    expect((await see(town.villager, id)).ratingComment).toBe('谢谢，来得快。')
    await server.run('checkOpinions')
    expect(await see(town.deputy, id)).toMatchObject({ state: 'closed', ratingComment: '谢谢，来得快。' })
    expect(await inboxOf(town.deputy)).toContain('“水管漏水”，群众评价时写了一句，请打开看看。')

    const other = await received('井盖坏了。')
    await shown(town.deputy, other, 'close', { explanation: '换了井盖。' })
    await take(town.villager, other, 'rate', { rating: 'basicallySatisfied', comment: risky })
    await server.run('checkOpinions')
    expect(await see(town.deputy, other)).toMatchObject({ state: 'held', ratingComment: null })
    await take(town.office, other, 'release')
    expect(await see(town.deputy, other)).toMatchObject({ state: 'closed', ratingComment: risky })
    await take(town.villager, other, 'write', { text: '又坏了。' })
    await server.run('checkOpinions')
    expect((await see(town.deputy, other)).state).toBe('received')
  })

  test('leaves a matter that became a suggestion where it was', async () => {
    const id = await received()
    await take(town.deputy, id, 'raise')
    await shown(town.deputy, id, 'answer', { text: '写成建议了。' })
    expect((await see(town.villager, id)).state).toBe('inSuggestion')
  })

  test('the explanation at the end as well: nothing of it, and no rating, before it is checked', async () => {
    const id = await received()
    await take(town.deputy, id, 'redirect', { referredTo: 'legalAid', explanation: risky })
    await server.run('checkOpinions')
    expect(await see(town.villager, id)).toMatchObject({
      state: 'endHeld',
      explanation: null,
      referredTo: null,
      actions: ['write'],
    })
    expect((await see(town.deputy, id)).explanation).toBe(risky)
    await take(town.office, id, 'sendBack', { reason: '请写明去处。' })
    expect((await see(town.deputy, id)).state).toBe('received')
    await take(town.deputy, id, 'close', { explanation: risky })
    await server.run('checkOpinions')
    await take(town.office, id, 'releaseEnd')
    expect(await see(town.villager, id)).toMatchObject({
      state: 'closed',
      explanation: risky,
      referredTo: null,
      actions: ['write', 'rate', 'notSolved'],
    })
  })

  test('from the web it is read by a second person, who is not the writer', async () => {
    worksOnTheWeb(server, town.office)
    const id = await received('SIM_RISKY_20001 征地。')
    await take(town.office, id, 'redirect', { referredTo: 'legalAid', explanation: '请找法律援助。' })
    await server.run('checkOpinions')
    worksInWechat(town.office)
    const seen = await see(town.office, id)
    expect([seen.state, seen.gated]).toEqual(['endHeld', [{ action: 'releaseEnd', because: 'own_words' }]])
    expect((await take(town.office, id, 'releaseEnd')).code).toBe('own_words')
    await take(town.office, id, 'sendBack', { reason: '我到微信里再写。' })
    await shown(town.office, id, 'redirect', { referredTo: 'legalAid', explanation: '请找法律援助。' })
    expect((await see(town.villager, id)).explanation).toBe('请找法律援助。')
  })

  test('a deputy in a browser: the office reads what he wrote', async () => {
    const id = await received()
    worksOnTheWeb(server, town.deputy)
    await shown(town.deputy, id, 'answer', { text: '哪一盏？' })
    worksInWechat(town.deputy)
    expect((await see(town.villager, id)).state).toBe('answerHeld')
  })
})
