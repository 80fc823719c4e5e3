import { showBoard, showBoardItem } from '../../shared/api/board'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { showStation } from '../../shared/api/stations'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { forms, see, start, step, text } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer({ at: '2026-12-14T01:00:00.000Z' })
  town = await buildTown(server)
})
afterEach(() => server.stop())

const register = (termNo: number, sessionNo: number, openedOn: string, closedOn?: string) =>
  town.office.client.call(congressSessions.endpoints.add, {
    params: { town: town.id },
    input: { termNo, sessionNo, openedOn, ...(closedOn ? { closedOn } : {}) },
  })

/** Drafted with these answers, submitted and looked at. */
async function submitted(more: Record<string, unknown> = {}) {
  const id = await start(town, { ...text, villageId: town.village, ...more })
  await step(town, town.deputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  return id
}
const accept = (id: string, more: Record<string, unknown> = {}) =>
  step(town, town.office, id, 'accept', { ...forms(town).accept, ...more })
const accepted = async (more: Record<string, unknown> = {}) => accept(await submitted(more))

describe('numbers', () => {
  test('a town without sessions counts by year; from its first session on by term, session, period and kind', async () => {
    expect((await accepted()).no).toBe('2026-0001')
    await register(19, 2, '2026-12-14')
    const inSession = await accepted()
    expect(inSession).toMatchObject({ no: '19-2-J001', period: 'inSession', session: '第19届第2次会议' })
    expect((await accepted({ kind: 'criticism' })).no).toBe('19-2-P001')
    expect((await accepted({ kind: 'comment' })).no).toBe('19-2-Y001')

    const [session] = (
      await town.office.client.call(congressSessions.endpoints.list, { params: { town: town.id } })
    ).items
    await town.office.client.call(congressSessions.endpoints.change, {
      params: { town: town.id, id: session?.id ?? '' },
      input: { version: 0, form: { openedOn: '2026-12-14', closedOn: '2026-12-15' } },
    })
    server.clock.set('2026-12-16T01:00:00.000Z')
    expect(await accepted()).toMatchObject({ no: '19-2-BJ001', period: 'interSession' })
  })

  test('the series goes on across the end of the year, without gaps', async () => {
    await register(19, 2, '2026-12-14', '2026-12-14')
    server.clock.set('2026-12-31T01:00:00.000Z')
    const before = await submitted()
    const refused = await submitted()
    expect((await accept(before)).no).toBe('19-2-BJ001')
    server.clock.set('2027-01-04T01:00:00.000Z')
    await step(town, town.presidium, refused, 'refuseAcceptance', forms(town).refuseAcceptance)
    expect([(await accepted()).no, (await accepted()).no]).toEqual(['19-2-BJ002', '19-2-BJ003'])
  })

  test('the day of submission counts, not that of acceptance', async () => {
    await register(19, 2, '2026-12-14', '2026-12-14')
    const id = await submitted()
    server.clock.set('2026-12-17T01:00:00.000Z')
    expect((await accept(id)).no).toBe('19-2-J001')
  })

  test('a failed acceptance takes no number', async () => {
    await register(19, 2, '2026-12-14', '2026-12-14')
    const id = await submitted()
    await expect(accept(id, { fullTextCleared: true })).rejects.toThrow('代表没有同意全文公开')
    expect((await accept(id)).no).toBe('19-2-J001')
  })

  test('sessions in one another’s days are refused in words', async () => {
    await register(19, 2, '2026-12-14', '2026-12-15')
    const answer = await town.office.client.refused(congressSessions.endpoints.add, {
      params: { town: town.id },
      input: { termNo: 19, sessionNo: 3, openedOn: '2026-12-15' },
    })
    expect(answer.fields.openedOn).toContain('第19届第2次会议')
  })
})

describe('what is public', () => {
  const everywhere = async (id: string) => {
    server.clock.advance({ minutes: 1 })
    const anyone = createClient(server.url)
    const board = await anyone.call(showBoard, { params: { town: town.id } })
    const station = await anyone.call(showStation, { params: { town: town.id, id: town.station } })
    const page = await anyone.ask(showBoardItem, { params: { town: town.id, id } })
    return {
      board: board.items.some((item) => item.id === id),
      station: [station.inHand.some((item) => item.id === id), station.inHandCount],
      text: page.code === undefined ? page.body.text : page.code,
    }
  }

  test('by default the five disclosures, not the text', async () => {
    const { id } = await accepted()
    expect(await everywhere(id)).toEqual({ board: true, station: [true, 1], text: null })
  })

  test('the full text where the deputy agreed and the office has looked through it', async () => {
    const id = await submitted({ publicity: 'full' })
    await accept(id, { fullTextCleared: true })
    expect(await everywhere(id)).toMatchObject({ text: { facts: text.facts, proposal: text.proposal } })
  })

  test('consent of the deputy alone publishes no text', async () => {
    const { id } = await accepted({ publicity: 'full' })
    expect(await everywhere(id)).toMatchObject({ board: true, text: null })
  })

  test.each([
    ['withheld by the deputy', { publicity: 'none' }],
    ['confidential', { confidential: true, confidentialReason: '担心被打击报复。' }],
    [
      'confidential, whatever else was chosen',
      { publicity: 'full', confidential: true, confidentialReason: '怕。' },
    ],
  ])('nothing of what is %s', async (_, asked) => {
    const { id } = await accepted(asked)
    expect(await everywhere(id)).toEqual({ board: false, station: [false, 0], text: 'not_found' })
  })

  test('a request for confidentiality needs its reason', async () => {
    await expect(start(town, { ...text, confidential: true })).rejects.toThrow('请写一句为什么要保密')
  })

  test('residents behind a confidential one learn that it goes on, never what it says', async () => {
    const id = await bring(server, town, 'draft')
    await step(town, town.deputy, id, 'edit', { ...text, confidential: true, confidentialReason: '怕报复。' })
    await step(town, town.coSigner, id, 'coSign')
    await step(town, town.deputy, id, 'submit')
    await step(town, town.office, id, 'startReview')
    await accept(id)
    const told = (await toldTo(server, town.villager)).join('\n')
    expect(told).toContain('镇人大已经受理')
    expect(told).not.toContain(text.subject)
    const [opinion] = await server.database.reader.query<{ id: string }[]>(
      'SELECT id FROM resident_opinion WHERE suggestion_id = ?',
      [id],
    )
    const seen = await town.villager.client.call(showOpinion, {
      params: { town: town.id, id: opinion?.id ?? '' },
    })
    expect([seen.suggestion?.disclosures, seen.suggestion?.timeline]).toEqual([null, []])
  })
})

test('how it came about and the unit wished for are kept, and shown to those who work on it', async () => {
  const id = await submitted({
    origin: 'inspection',
    originNote: '11月12日河堤视察',
    wishedUnitId: town.unitId,
  })
  expect(await see(town, town.office, id)).toMatchObject({
    kind: 'suggestion',
    origin: 'inspection',
    originNote: '11月12日河堤视察',
    wishedUnit: { id: town.unitId, name: '镇水利站' },
  })
})

const came = {
  origin: 'groupMeeting',
  originOn: '2026-11-12',
  originPlace: '大郭西村委会',
  originNote: '第二代表小组会议',
}

test('the day and the place of what it came of are shown to the office', async () => {
  expect(await see(town, town.office, await submitted(came))).toMatchObject(came)
})

test('an edit that does not name them keeps them, an empty one clears them', async () => {
  const id = await start(town, { ...text, ...came })
  // A client from before these fields sends none of them.
  const longer = { ...text, facts: `${text.facts}今年又冲垮 20 米。` }
  expect(await step(town, town.deputy, id, 'edit', longer)).toMatchObject(came)
  const other = { ...text, originPlace: '', originNote: null }
  expect(await step(town, town.deputy, id, 'edit', other)).toMatchObject({
    ...came,
    originPlace: null,
    originNote: null,
  })
  expect(await step(town, town.deputy, id, 'edit', { ...text, origin: null })).toMatchObject({
    origin: null,
    originOn: null,
    originPlace: null,
  })
})

test('nobody came back from a visit that lies ahead', async () => {
  await expect(start(town, { ...text, ...came, originOn: '2027-12-31' })).rejects.toThrow(
    '去的日期还没有到，最迟填今天（2026年12月14日）。',
  )
})

test('a suggestion raised from a resident’s words says so', async () => {
  const params = { town: town.id }
  const { id } = await town.villager.client.call(writeOpinion, {
    params,
    input: { deputyId: town.deputy.id, kind: 'report', text: '河堤冲垮了。' },
  })
  await server.run('checkOpinions')
  const { version } = await town.deputy.client.call(showOpinion, { params: { ...params, id } })
  const raised = await town.deputy.client.call(opinionSteps.raise, {
    params: { ...params, id },
    input: { version, form: {} },
  })
  const seen = await see(town, town.deputy, raised.suggestion?.id ?? '')
  expect([seen.origin, seen.opinions.length]).toEqual(['residentOpinion', 1])
})

test('a unit of another town cannot be wished for', async () => {
  const elsewhere = await buildTown(server, '云岭坝镇')
  await expect(start(town, { ...text, wishedUnitId: elsewhere.unitId })).rejects.toThrow('没有这个承办单位')
})
