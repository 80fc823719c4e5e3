import { showBoard, showBoardItem } from '../../../shared/api/board'
import { contentCheckSteps, listContentChecks } from '../../../shared/matters/content-check/endpoints'
import { listPromises } from '../../../shared/api/promises'
import { bring } from '../../support/bring'
import { everythingPasses } from '../../support/checks'
import { startServer, type TestServer } from '../../support/server'
import { forms, step } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const params = () => ({ town: town.id })
const item = async (id: string) => {
  server.clock.advance({ seconds: 2 })
  return town.villager.client.call(showBoardItem, { params: { town: town.id, id } })
}
const held = async (person: TestPerson) =>
  (await person.client.call(listContentChecks, { params: params() })).items
/** Whatever WeChat says: it has nothing against any of these texts. */
const settled = () => everythingPasses(server)
const decide = (
  person: TestPerson,
  check: { id: string; version: number } | undefined,
  action: keyof typeof contentCheckSteps,
  form: Record<string, unknown> = {},
) =>
  person.client.ask(contentCheckSteps[action] as typeof contentCheckSteps.rewrite, {
    params: { town: town.id, id: check?.id ?? '' },
    input: { version: check?.version ?? 0, form: form as { text: string } },
  })

describe('something personal in what everyone may read', () => {
  test.each([
    ['修好试丁（电话13900003333）家门前的路', '13900003333'],
    ['修好１３９ ００００ ３３３３反映的路', '１３９ ００００ ３３３３'],
    ['给11010519491231002X补办低保', '11010519491231002X'],
    ['王建国贪污修路钱的事', '王建国'],
  ])('the item %s is held with what was found marked', async (publicItem, marked) => {
    const id = await bring(server, town, 'underReview')
    await step(town, town.office, id, 'accept', { ...forms(town).accept, publicItem })
    await settled()
    const [check] = await held(town.presidium)
    expect(check?.found.map(({ from, to }) => publicItem.slice(from, to))).toEqual([marked])
    expect((await item(id)).item).toBe('核对中')
    const { items } = await town.villager.client.call(showBoard, { params: params() })
    expect(JSON.stringify(items)).not.toContain(marked)
    expect(await toldTo(server, town.presidium)).toContain(
      '《修复大郭西段河堤》有要公开的内容，请写的人以外的一位复核。',
    )
  })

  test('ordinary numbers and names of office are shown as soon as they are checked', async () => {
    const publicItem = '王建国代表提的12345热线水渠，投入3.5万元，禾水〔2026〕34号'
    const id = await bring(server, town, 'underReview')
    await step(town, town.office, id, 'accept', { ...forms(town).accept, publicItem })
    await settled()
    expect((await item(id)).item).toBe(publicItem)
  })

  test('what the deputy wrote as its title is looked at as well, and so is the full text', async () => {
    const id = await bring(server, town, 'draft')
    const written = {
      subject: '修赵永强家住的那条路',
      facts: '车牌豫E12345的车压坏了路。',
      proposal: '修路。',
    }
    await step(town, town.deputy, id, 'edit', { ...written, publicity: 'full' })
    await step(town, town.coSigner, id, 'coSign')
    await step(town, town.deputy, id, 'submit')
    await step(town, town.office, id, 'startReview')
    const accept = { ...forms(town).accept, publicItem: written.subject, fullTextCleared: true }
    await step(town, town.office, id, 'accept', accept)
    await settled()
    const shown = await item(id)
    expect([shown.item, shown.text]).toEqual(['核对中', null])
    const waiting = await held(town.presidium)
    expect(waiting.map(({ kind }) => kind).sort()).toEqual(['fullText', 'item'])
    for (const check of waiting) expect((await decide(town.presidium, check, 'approve')).status).toBe(200)
    expect((await item(id)).text).toEqual({ facts: written.facts, proposal: written.proposal })
  })

  test('a resident behind the matter is held back in a result, a promise and what became of it', async () => {
    const id = await bring(server, town, 'handling')
    await server.database.transaction((tx) =>
      tx.query('UPDATE resident_opinion SET resident_name = ? WHERE suggestion_id = ?', ['周桂兰', id]),
    )
    const words = { publicResult: '先修80米，回访周 桂兰', promise: '修到周桂兰家' }
    await step(town, town.unit, id, 'reply', { ...forms(town).promise, ...words })
    await settled()
    const { items } = await town.villager.client.call(listPromises, { params: params() })
    expect(JSON.stringify([items, await item(id)])).not.toMatch(/周 ?桂兰/)
    expect((await held(town.office)).map(({ kind }) => kind).sort()).toEqual(['promise', 'result'])
    expect((await toldTo(server, town.villager)).join()).not.toMatch(/周 ?桂兰/)
  })

  test('the post and name of the leading official go through the same check, on the page and in messages', async () => {
    const id = await bring(server, town, 'handling')
    const leading = { leadingPost: '镇党委书记', leadingOfficial: '刘志远13900003333', plan: '办好。' }
    await step(town, town.presidium, id, 'markKey', {
      year: '2026',
      decidedHow: '第 3 次主席团会议',
      ...leading,
    })
    await settled()
    const shown = await item(id)
    expect([shown.key?.leader, shown.timeline.map(({ line }) => line).pop()]).toEqual([
      '核对中',
      '列为重点督办建议，由核对中领办',
    ])
    expect((await toldTo(server, town.villager)).join()).not.toContain('13900003333')
    expect((await held(town.office)).map(({ kind }) => kind)).toEqual(['leader'])
  })

  test('a public reason is held in the line that quotes it', async () => {
    const id = await bring(server, town, 'handling')
    const form = { ...forms(town).requestExtension, publicReason: '等赵永强家住处腾空' }
    await step(town, town.unit, id, 'requestExtension', form)
    await settled()
    expect(JSON.stringify((await item(id)).timeline)).not.toContain('赵永强')
    expect((await held(town.office)).map(({ kind }) => kind)).toEqual(['line'])
  })

  test('whoever approves it stands in its history, and it is shown', async () => {
    const id = await bring(server, town, 'underReview')
    const publicItem = '修好大郭村3组12号院门前的路'
    await step(town, town.office, id, 'accept', { ...forms(town).accept, publicItem })
    const [check] = await held(town.presidium)
    expect((await decide(town.office, check, 'approve')).status).toBe(409)
    const approved = await decide(town.presidium, check, 'approve')
    expect('body' in approved && approved.body.history.map(({ action, by }) => [action, by])).toEqual([
      ['hold', null],
      ['approve', '周明德'],
    ])
    expect((await item(id)).item).toBe(publicItem)
  })

  test('rewritten words are looked at like the first ones', async () => {
    const id = await bring(server, town, 'handling')
    await step(town, town.unit, id, 'reply', { ...forms(town).reply, publicResult: '已回访13900003333' })
    const [check] = await held(town.office)
    await decide(town.office, check, 'sendBack', { reason: '不要写电话。' })
    const back = { id: check?.id ?? '', version: (check?.version ?? 0) + 1 }
    await decide(town.unit, back, 'rewrite', { text: '已回访139 0000 3333' })
    expect((await held(town.office)).map(({ text }) => text)).toEqual(['已回访139 0000 3333'])
    const [again] = await held(town.office)
    await decide(town.office, again, 'sendBack', { reason: '还有电话。' })
    await decide(town.unit, { id: again?.id ?? '', version: 1 }, 'rewrite', { text: '已经回访' })
    await settled()
    expect((await item(id)).result.sentence).toBe('已经回访')
  })

  test('what was public before there was such a check is looked at after the start', async () => {
    const id = await bring(server, town, 'replied')
    await settled()
    await server.database.transaction(async (tx) => {
      const bad = '修好试丁13900003333家的路'
      await tx.query('UPDATE suggestion SET public_item = ? WHERE id = ?', [bad, id])
      await tx.query("UPDATE content_check SET text = ?, looked_at = NULL WHERE kind = 'item'", [bad])
    })
    await server.run('checkContent')
    expect((await item(id)).item).toBe('核对中')
    expect((await held(town.office)).map(({ kind, found }) => [kind, found.length])).toEqual([['item', 1]])
  })
})
