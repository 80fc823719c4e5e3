import { showBoardItem } from '../../../shared/api/board'
import {
  contentCheckSteps,
  listContentChecks,
  unshownOfSuggestion,
} from '../../../shared/matters/content-check/endpoints'
import { listPromises } from '../../../shared/api/promises'
import { bring } from '../../support/bring'
import { startServer, type TestServer } from '../../support/server'
import { fail } from '../../support/simulator'
import { forms, see, step } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown, worksInWechat, worksOnTheWeb } from '../../support/town'

let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const params = () => ({ town: town.id })
const board = (id: string) => town.villager.client.call(showBoardItem, { params: { town: town.id, id } })
/** What anyone reads of the result; the answer of the board may be a second old. */
async function publicResult(id: string) {
  server.clock.advance({ seconds: 2 })
  return (await board(id)).result.sentence
}
const held = async (person: TestPerson) =>
  (await person.client.call(listContentChecks, { params: params() })).items
const unshown = async (person: TestPerson, id: string) =>
  (await person.client.call(unshownOfSuggestion, { params: { town: town.id, id } })).items
async function decide(
  person: TestPerson,
  check: { id: string; version: number },
  action: keyof typeof contentCheckSteps,
  form: Record<string, unknown> = {},
) {
  return person.client.ask(contentCheckSteps[action] as typeof contentCheckSteps.rewrite, {
    params: { town: town.id, id: check.id },
    input: { version: check.version, form },
  })
}
const oneSentence = () => forms(town).cannotSolve
const risky = 'SIM_RISKY_20001 征地款发了'
async function replied(publicResult = '修复河堤 3.8 公里') {
  const id = await bring(server, town, 'handling')
  await step(town, town.unit, id, 'reply', { ...oneSentence(), publicResult })
  return id
}
/** Replied from a browser, and sent to a second person for that. */
async function repliedOnTheWeb() {
  const id = await bring(server, town, 'handling')
  worksOnTheWeb(server, town.unit)
  await step(town, town.unit, id, 'reply', oneSentence())
  await server.run('checkContent')
  worksInWechat(town.unit)
  return id
}

describe('the public sentence of a reply', () => {
  test('reads 核对中 until WeChat has passed it; those who work on it read it at once, and nothing waits', async () => {
    const id = await replied()
    expect(await publicResult(id)).toBe('核对中')
    const forDeputy = await see(town, town.deputy, id)
    expect([forDeputy.state, forDeputy.rounds[0]?.reply?.publicResult]).toEqual([
      'replied',
      '修复河堤 3.8 公里',
    ])
    expect((await unshown(town.unit, id)).map(({ kind, state }) => [kind, state])).toEqual([
      ['result', 'pending'],
    ])
    const told = await toldTo(server, town.villager)
    expect(told).toContain(
      '您反映的事有结果了：暂时不能解决，已说明原因。（核对中，核对好了在“我的事”里能看到）',
    )
    expect(told.join()).not.toContain('修复河堤 3.8 公里')

    await server.run('checkContent')
    expect(await publicResult(id)).toBe('修复河堤 3.8 公里')
    expect(await unshown(town.unit, id)).toEqual([])
  })

  test('is held where WeChat finds something; any of the office or the presidium may let it through', async () => {
    const id = await replied(risky)
    await server.run('checkContent')
    expect(await publicResult(id)).toBe('核对中')
    const [check] = await held(town.presidium)
    expect(check).toMatchObject({
      kind: 'result',
      text: risky,
      writer: '赵永强',
      actions: ['approve', 'sendBack', 'hide'],
    })
    for (const person of [town.office, town.presidium])
      expect(await toldTo(server, person)).toContain(
        '《修复大郭西段河堤》有要公开的内容，请写的人以外的一位复核。',
      )
    expect((await decide(town.presidium, check ?? none, 'approve')).status).toBe(200)
    expect(await publicResult(id)).toBe(risky)
    expect(await toldTo(server, town.unit)).toContain('《修复大郭西段河堤》要公开的内容复核过了，已经公开。')
    expect(await held(town.office)).toEqual([])
  })

  test('from the web goes to a second person', async () => {
    const id = await repliedOnTheWeb()
    expect([await publicResult(id), (await held(town.office)).length]).toEqual(['核对中', 1])
  })

  test('goes back with a reason; the writer puts another sentence there, which is checked as well', async () => {
    const id = await repliedOnTheWeb()
    const [check] = await held(town.office)
    expect((await decide(town.office, check ?? none, 'sendBack', { reason: '' })).code).toBe('bad_input')
    await decide(town.office, check ?? none, 'sendBack', { reason: '请写明修了多长。' })
    expect(await toldTo(server, town.unit)).toContain(
      '《修复大郭西段河堤》公开的文字要改一改：请写明修了多长。',
    )
    const [back] = await unshown(town.unit, id)
    expect(back).toMatchObject({ state: 'sentBack', reason: '请写明修了多长。', actions: ['rewrite'] })
    expect((await decide(town.deputy, back ?? none, 'rewrite', { text: '别的。' })).code).toBe('not_found')
    await decide(town.unit, back ?? none, 'rewrite', { text: '修复河堤 3.8 公里，已经验收' })
    expect(await publicResult(id)).toBe('核对中')
    await server.run('checkContent')
    expect(await publicResult(id)).toBe('修复河堤 3.8 公里，已经验收')
    const kept = await server.database.reader.query<{ text: string; state: string }[]>(
      `SELECT k.text, m.state FROM content_check k JOIN matter m ON m.id = k.id
       WHERE k.kind = 'result' ORDER BY k.written_at, k.id`,
    )
    expect(kept.map(({ state }) => state).sort()).toEqual(['passed', 'replaced'])
  })

  test('a reply corrected with the same sentence is not checked twice; with another one it is', async () => {
    const id = await replied()
    await server.run('checkContent')
    const { correctReply } = forms(town)
    await step(town, town.unit, id, 'correctReply', { ...correctReply, publicResult: '修复河堤 3.8 公里' })
    expect(await publicResult(id)).toBe('修复河堤 3.8 公里')
    await step(town, town.unit, id, 'correctReply', correctReply)
    expect(await publicResult(id)).toBe('核对中')
  })

  test('WeChat without an answer is asked again for an hour, then a person looks; a quota that is used up at once', async () => {
    await replied()
    await fail(server, '/wxa/msg_sec_check', 'errcode', { errcode: -1, times: 2 })
    await server.run('checkContent')
    await server.run('checkContent')
    expect(await held(town.office)).toEqual([])
    server.clock.advance({ hours: 1, minutes: 1 })
    await server.run('checkContent')
    expect(await held(town.office)).toHaveLength(1)
    await replied('修好了')
    await fail(server, '/wxa/msg_sec_check', 'errcode', { errcode: 45009 })
    await server.run('checkContent')
    expect(await held(town.office)).toHaveLength(2)
  })

  test('of a confidential suggestion reaches nobody, and WeChat is not asked', async () => {
    const id = await bring(server, town, 'handling')
    await server.database.transaction((tx) => tx.query('UPDATE suggestion SET confidential = 1'))
    await step(town, town.unit, id, 'reply', forms(town).reply)
    expect(await unshown(town.unit, id)).toEqual([])
  })
})

const none = { id: '0'.repeat(26), version: 0 }

describe('what else everyone reads', () => {
  test('a name that the office gave the matter; as the deputy put it, two people have read it', async () => {
    const id = await bring(server, town, 'underReview')
    await step(town, town.office, id, 'accept', { ...forms(town).accept, publicItem: '修好河堤' })
    expect((await board(id)).item).toBe('核对中')
    await server.run('checkContent')
    server.clock.advance({ seconds: 2 })
    expect((await board(id)).item).toBe('修好河堤')
    expect((await board(await bring(server, town, 'accepted'))).item).toBe('修复大郭西段河堤')
  })

  test('whoever wrote it does not let it through', async () => {
    const id = await bring(server, town, 'underReview')
    worksOnTheWeb(server, town.office)
    await step(town, town.office, id, 'accept', { ...forms(town).accept, publicItem: '修好河堤' })
    await server.run('checkContent')
    worksInWechat(town.office)
    const [check] = await held(town.office)
    expect([check?.actions, check?.gated]).toEqual([
      ['hide', 'rewrite'],
      [
        { action: 'approve', because: 'own_words' },
        { action: 'sendBack', because: 'own_words' },
      ],
    ])
    expect((await decide(town.office, check ?? none, 'approve')).code).toBe('own_words')
    expect(await toldTo(server, town.office)).not.toContain(
      '《修复大郭西段河堤》有要公开的内容，请写的人以外的一位复核。',
    )
    expect((await decide(town.presidium, check ?? none, 'approve')).status).toBe(200)
  })

  test('a promise, and what came of it', async () => {
    const id = await bring(server, town, 'handling')
    await step(town, town.unit, id, 'reply', forms(town).promise)
    await step(town, town.deputy, id, 'evaluate', forms(town).evaluate)
    const row = async () => {
      server.clock.advance({ seconds: 2 })
      return (await town.villager.client.call(listPromises, { params: params() })).items[0]
    }
    expect(await row()).toMatchObject({ promise: '核对中', result: null })
    await server.run('checkContent')
    expect(await row()).toMatchObject({ promise: '修完其余 120 米河堤' })
    await step(town, town.unit, id, 'reportCommitment', forms(town).reportCommitment)
    expect(await row()).toMatchObject({ result: '核对中' })
    await server.run('checkContent')
    expect(await row()).toMatchObject({ result: '河堤全部修完' })
  })

  test('the reason of an extension: the line is there, the reason is not', async () => {
    const id = await bring(server, town, 'handling')
    worksOnTheWeb(server, town.unit)
    await step(town, town.unit, id, 'requestExtension', forms(town).requestExtension)
    await server.run('checkContent')
    worksInWechat(town.unit)
    await step(town, town.presidium, id, 'grantExtension', forms(town).grantExtension)
    const lines = async () => {
      server.clock.advance({ seconds: 2 })
      return (await board(id)).timeline.slice(-2).map(({ line }) => line)
    }
    const unseen = ['镇水利站提出延办，最迟2027年4月23日：核对中', '办结时限延到2027年4月23日：核对中']
    expect(await lines()).toEqual(unseen)
    expect((await toldTo(server, town.villager)).join()).not.toContain('要等汛期过后施工')
    const [check] = await held(town.office)
    await decide(town.office, check ?? none, 'sendBack', { reason: '写清楚一点。' })
    const [back] = await unshown(town.unit, id)
    await decide(town.unit, back ?? none, 'rewrite', { text: '汛期以后开工' })
    await server.run('checkContent')
    expect(await lines()).toEqual(unseen.map((line) => line.replace('核对中', '汛期以后开工')))
  })
})

describe('the wall', () => {
  test('another town, a deputy and a resident cannot look at the list, nor decide', async () => {
    const id = await repliedOnTheWeb()
    const [check] = await held(town.office)
    const other = await buildTown(server, '别处镇')
    const asked = await other.office.client.refused(contentCheckSteps.approve, {
      params: { town: other.id, id: check?.id ?? '' },
      input: { version: 0, form: {} },
    })
    expect(asked.code).toBe('not_found')
    for (const person of [town.deputy, town.unit, town.villager])
      expect((await person.client.refused(listContentChecks, { params: params() })).code).toBe('not_allowed')
    expect((await decide(town.unit, check ?? none, 'approve')).code).toBe('not_your_step')
    expect((await decide(town.office, { ...(check ?? none), version: 9 }, 'approve')).code).toBe('stale')
    const strangers = await town.villager.client.refused(unshownOfSuggestion, {
      params: { town: town.id, id },
    })
    expect(strangers.code).toBe('not_allowed')
  })
})
