import { inGroups } from '../../../server/matters/content-check/register'
import sharp from 'sharp'
import { showBoardItem } from '../../../shared/api/board'
import {
  contentCheckSteps,
  listPublicTexts,
  type PublicList,
} from '../../../shared/matters/content-check/endpoints'
import { listDeputies, setPortrait } from '../../../shared/api/people'
import { showStation } from '../../../shared/api/stations'
import { newId } from '../../../server/database/id'
import { bring } from '../../support/bring'
import { everythingPasses } from '../../support/checks'
import { createClient } from '../../support/client'
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

const anyone = () => createClient(server.url)
const search = async (person: TestPerson, list: PublicList, words?: string) =>
  (
    await person.client.call(listPublicTexts, {
      params: { town: town.id },
      input: { list, ...(words === undefined ? {} : { words }) },
    })
  ).items
const take = (
  person: TestPerson,
  check: { id: string; version: number } | undefined,
  action: keyof typeof contentCheckSteps,
  form: Record<string, unknown> = {},
) =>
  person.client.ask(contentCheckSteps[action] as typeof contentCheckSteps.rewrite, {
    params: { town: town.id, id: check?.id ?? '' },
    input: { version: check?.version ?? 0, form: form as { text: string } },
  })
const item = async (id: string) => {
  server.clock.advance({ seconds: 6 })
  return anyone().call(showBoardItem, { params: { town: town.id, id } })
}

describe('what everyone may read', () => {
  test('stands on a list, is found by its words and its matter, and nobody else reads the list', async () => {
    await bring(server, town, 'replied')
    await everythingPasses(server)
    const all = await search(town.office, 'matters')
    expect(all.map(({ kind }) => kind).sort()).toEqual(['item', 'result', 'toSee'])
    expect((await search(town.presidium, 'matters', '3.8')).map(({ kind }) => kind)).toEqual(['result'])
    expect(await search(town.presidium, 'matters', '2026-0001')).toHaveLength(3)
    expect(await search(town.presidium, 'matters', '没有这几个字')).toEqual([])
    const input = { list: 'matters' as const }
    for (const other of [town.unit, town.deputy, town.villager])
      expect(await other.client.ask(listPublicTexts, { params: { town: town.id }, input })).toMatchObject({
        status: 403,
      })
  })

  test('is taken back with a reason: the writer is told, the history kept, and it can be shown again or rewritten', async () => {
    const id = await bring(server, town, 'replied')
    await everythingPasses(server)
    const [result] = await search(town.office, 'matters', '3.8')
    expect((await take(town.office, result, 'hide')).status).toBe(400)
    expect((await take(town.office, result, 'hide', { reason: '写错了长度。' })).status).toBe(200)
    expect((await item(id)).result.sentence).toBe('已撤下')
    expect(await toldTo(server, town.unit)).toContain(
      '《修复大郭西段河堤》有公开的内容撤下来了，外面看不到：写错了长度。',
    )
    expect(await search(town.office, 'matters', '3.8')).toEqual([])
    const [hidden] = await search(town.presidium, 'hidden')
    expect(hidden?.history.map(({ action, by, reason }) => [action, by, reason])).toEqual([
      ['pass', null, null],
      ['hide', '陈静', '写错了长度。'],
    ])
    await take(town.presidium, hidden, 'approve')
    expect((await item(id)).result.sentence).toContain('3.8')

    const [again] = await search(town.office, 'matters', '3.8')
    await take(town.presidium, again, 'hide', { reason: '请改。' })
    const [once] = await search(town.office, 'hidden')
    expect((await take(town.unit, once, 'rewrite', { text: '修复河堤 3 公里' })).status).toBe(200)
    await everythingPasses(server)
    expect((await item(id)).result.sentence).toBe('修复河堤 3 公里')
  })

  test('is taken back wherever it stands: the item, the leading official, the reason in a line', async () => {
    const id = await bring(server, town, 'handling')
    const form = forms(town)
    await step(town, town.presidium, id, 'markKey', { ...form.markKey, year: '2026' })
    await step(town, town.unit, id, 'requestExtension', form.requestExtension)
    await everythingPasses(server)
    const all = await search(town.office, 'matters')
    expect(all.map(({ kind }) => kind).sort()).toEqual(['item', 'leader', 'line'])
    for (const one of all) await take(town.office, one, 'hide', { reason: '不应当公开。' })
    const shown = await item(id)
    expect([shown.item, shown.key?.leader]).toEqual(['已撤下', '已撤下'])
    for (const { text } of all) expect(JSON.stringify(shown)).not.toContain(text)
    expect(await search(town.office, 'matters')).toEqual([])
  })
})

describe('what the register shows', () => {
  const station = async () => {
    server.clock.advance({ seconds: 6 })
    return anyone().call(showStation, { params: { town: town.id, id: town.station } })
  }
  const put = (sql: string, value: string) => server.database.transaction((tx) => tx.query(sql, [value]))

  test('is shown at once, and not where something personal stands in it, by whatever door it came in', async () => {
    await put('UPDATE liaison_station SET opening_hours = ?', '每天 9:00，找老周13900003333')
    await put('UPDATE person SET occupation = ? WHERE occupation IS NULL', '务工，微信laozhou_88')
    const shown = await station()
    expect([shown.address, shown.openingHours, shown.onDuty?.occupation]).toEqual([
      '大郭西村委会一楼',
      '核对中',
      '核对中',
    ])
    await server.run('checkRegisters')
    await server.run('checkRegisters')
    const waiting = await search(town.office, 'register')
    expect(waiting.map(({ text }) => text)).toContain('大郭西村委会一楼')
    expect(await toldTo(server, town.office)).toContain(
      '《站点开放时间》有要公开的内容，请写的人以外的一位复核。',
    )
  })

  test('is looked at in groups, however many a roster has brought', () => {
    const words = Array.from({ length: 250 }, (_, at) => ({ kind: 'occupation', text: `务农${at}` }) as const)
    const groups = inGroups({ words, portraits: ['a'] })
    expect(groups.map((group) => [group.words.length, group.portraits.length])).toEqual([
      [100, 0],
      [100, 0],
      [50, 0],
      [0, 1],
    ])
    expect(groups.flatMap((group) => group.words)).toEqual(words)
    expect(inGroups({ words: [], portraits: [] })).toEqual([])
  })

  test('can be taken back, and a second person lets through what is held', async () => {
    await put('UPDATE liaison_station SET opening_hours = ?', '每天 9:00，值班13900003333')
    await server.run('checkRegisters')
    const [address] = await search(town.office, 'register', '大郭西村委会一楼')
    await take(town.office, address, 'hide', { reason: '搬走了。' })
    const [hours] = await server.database.reader.query<{ id: string; version: number }[]>(
      `SELECT m.id, m.version FROM content_check k JOIN matter m ON m.id = k.id WHERE k.kind = 'openingHours'`,
    )
    await take(town.presidium, hours, 'approve')
    const shown = await station()
    expect([shown.address, shown.openingHours]).toEqual(['已撤下', '每天 9:00，值班13900003333'])
  })

  test('a portrait is taken back: no page names it, its address says 404, the deputy is told; a new one is shown', async () => {
    const portraitOf = async () => {
      server.clock.advance({ seconds: 6 })
      const { deputies } = await anyone().call(listDeputies, { params: { town: town.id } })
      return deputies.find(({ id }) => id === town.deputy.id)?.portrait ?? null
    }
    await upload()
    const before = await portraitOf()
    const plain = before?.replace(/\?.*/, '') ?? ''
    const kept = async (path: string) => {
      const answer = await fetch(`${server.url}/api${path}`)
      return [answer.status, answer.headers.get('cache-control')]
    }
    expect(await kept(before ?? '')).toEqual([200, 'public, max-age=31536000, immutable'])
    // A long life only under its own digest.
    expect(await kept(plain)).toEqual([200, 'public, max-age=30'])
    expect(await kept(`${plain}?v=aaaaaaaaaaaa`)).toEqual([200, 'public, max-age=30'])
    const [portrait] = (await search(town.office, 'register')).filter(({ kind }) => kind === 'portrait')
    await take(town.office, portrait, 'hide', { reason: '本人要求换一张。' })
    expect([await portraitOf(), (await kept(before ?? ''))[0], (await kept(plain))[0]]).toEqual([
      null,
      404,
      404,
    ])
    expect(await toldTo(server, town.deputy)).toContain(
      '《代表照片》有公开的内容撤下来了，外面看不到：本人要求换一张。',
    )
    await upload('#1d4e89')
    const after = await portraitOf()
    expect([after === before, (await kept(after ?? ''))[0]]).toEqual([false, 200])
  })

  async function upload(background = '#a61b23') {
    const picture = await sharp({ create: { width: 400, height: 500, channels: 3, background } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('portrait', new Blob([new Uint8Array(picture)]), 'photo.jpg')
    const path = setPortrait.path.replace(':town', town.id).replace(':id', town.deputy.id)
    const headers = { authorization: `Bearer ${town.office.client.token}`, 'idempotency-key': newId() }
    const answer = await fetch(`${server.url}/api${path}`, { method: 'POST', headers, body: form })
    expect(answer.status).toBe(200)
  }
})
