import { showBoardItem } from '../../shared/api/board'
import { listDeliveries } from '../../shared/api/deliveries'
import { showOpinion } from '../../shared/matters/opinion/endpoints'
import { recordVoice, showVoice } from '../../shared/matters/opinion/voice-endpoints'
import { beijingDay } from '../../shared/rules/days'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { recordSuggestion, suggestionSteps } from '../../shared/matters/suggestion/endpoints'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { uploadedFile } from '../support/files'
import { getPicture, uploaded } from '../support/photos'
import { forms, paper, refusedStep, see, spoken, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addDeputy, buildTown, signedInAgain, type TestPerson, type TestTown } from '../support/town'

/** What did not come by a phone counts from the day on which it came, and whoever is named has the last word. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const asked = (more: Record<string, unknown> = {}) => ({
  params: { town: town.id },
  input: { deputyId: town.deputy.id, coSignerIds: [town.coSigner.id], ...paper, ...more },
})
const record = (more: Record<string, unknown> = {}) => town.office.client.call(recordSuggestion, asked(more))
const refused = (more: Record<string, unknown>, person: TestPerson = town.office) =>
  person.client.refused(recordSuggestion, asked(more))

describe('a 面商 that the unit told of without a phone', () => {
  const told = {
    ...{
      form: 'visit',
      participants: '赵永强、王建国',
      mayDecide: 'decides',
      record: '一起看了现场，先修最险的 80 米。',
    },
    ...{ heldOn: '2026-11-23', spokeBy: '赵永强', ...spoken },
  }

  test('is typed with both names and a photo of the paper, and confirmed by the deputy like any other', async () => {
    const id = await bring(server, town, 'received')
    expect((await refusedStep(town, town.unit, id, 'consultByWord', told)).code).toBe('not_your_step')
    expect(
      (await refusedStep(town, town.office, id, 'consultByWord', { ...told, spokeBy: undefined })).code,
    ).toBe('bad_input')
    // Whoever is asked and whoever answers are two, whoever types it.
    expect(
      (await refusedStep(town, town.office, id, 'consultByWord', { ...told, spokeBy: '王建国' })).fields,
    ).toEqual({
      spokeBy: '这位就是提建议的代表，不能又代表承办单位说。请写单位里另一位。',
    })
    const foreign = await uploaded(server, town, town.coUnit)
    expect(
      (await refusedStep(town, town.office, id, 'consultByWord', { ...told, photos: [foreign] })).code,
    ).toBe('bad_input')
    const scan = await uploaded(server, town, town.office)
    const seen = await step(town, town.office, id, 'consultByWord', { ...told, photos: [scan] })
    expect(seen).toMatchObject({ state: 'handling', waitsFor: 'leadDeputy' })
    expect(seen.rounds[0]?.consultations).toMatchObject([{ answer: 'open', photos: [scan] }])
    expect(seen.timeline.at(-1)).toMatchObject({
      by: '主办单位 镇水利站（电话，镇人大办 陈静代录）',
      note: '11月23日赵永强说的　凭据：李主任接的电话',
    })
    expect(await toldTo(server, town.deputy)).toContain(
      '镇水利站登记了和您的面商（《修复大郭西段河堤》），请确认是不是这样谈的。',
    )
    expect(await toldTo(server, town.unit)).toContain(
      '镇人大办按你单位电话说的，代你单位登记了和代表的面商（《修复大郭西段河堤》）。不是这样的，请在12月7日前、代表确认以前提出异议。',
    )
    const consultationId = seen.rounds[0]?.consultations[0]?.id
    await step(town, town.deputy, id, 'confirmConsultation', { consultationId })
    expect(
      (await refusedStep(town, town.unit, id, 'objectToConsultation', { reason: '没有谈过。' })).code,
    ).toBe('record_closed')
  })

  test('is put back where the unit says that it was not so, and stays to be read; a dispute stands beside its line', async () => {
    const id = await bring(server, town, 'received')
    await step(town, town.office, id, 'consultByWord', told)
    expect((await refusedStep(town, town.deputy, id, 'objectToRecord', { reason: '不是我。' })).code).toBe(
      'record_closed',
    )
    const back = await step(town, town.unit, id, 'objectToConsultation', { reason: '没有人打过电话。' })
    expect([back.state, back.waitsFor, back.rounds[0]?.consultations]).toMatchObject([
      'received',
      'leadUnit',
      [{ answer: 'disowned', disputeReason: '没有人打过电话。' }],
    ])
    expect(await toldTo(server, town.deputy)).toContain(
      '镇水利站对《修复大郭西段河堤》代录的面商有异议，不用确认了：没有人打过电话。',
    )
    const lines = async () => {
      const anyone = createClient(server.url)
      const { timeline } = await anyone.call(showBoardItem, { params: { town: town.id, id } })
      return timeline.map(({ line }) => line)
    }
    expect((await lines()).slice(-2)).toEqual([
      '镇水利站与代表面商（承办单位有异议，不算数）',
      '承办单位对代录的面商有异议，退回到那一步以前',
    ])
    const again = await step(town, town.office, id, 'consultByWord', { ...told, record: '又谈了一次。' })
    const consultationId = again.rounds[0]?.consultations.find(({ answer }) => answer === 'open')?.id
    await step(town, town.deputy, id, 'disputeConsultation', { consultationId, reason: '没有来过。' })
    expect((await lines()).at(-1)).toBe('镇水利站与代表面商（代表说与实际不符）')
  })
})

describe('a suggestion on paper', () => {
  test('is handed in on the day on which it came: both names, the review, the number and the year', async () => {
    const made = await record({ subject: '修桥' })
    expect(made).toMatchObject({ state: 'submitted', no: null, leadDeputy: '王建国' })
    expect(made.coSigners).toMatchObject([{ name: '张春梅', answer: 'signed' }])
    expect(made.timeline.map(({ by, note }) => [by, note])).toEqual([
      ['镇人大办 陈静', null],
      ['领衔代表 王建国（11月20日纸质，镇人大办 陈静代录）', '今天才登记的原因：会上收的，会后登记。'],
    ])
    // The review of Henan takes five working days from Friday 20 November.
    expect(made.due).toEqual({ on: '2026-11-27', urgency: 'inTime' })
    expect(await toldTo(server, town.deputy)).toContain(
      '镇人大办按您纸质交来的，代您登记了建议《修桥》。不是您提的，请在12月7日前提出异议，就收回这一件。',
    )
    expect(await toldTo(server, town.coSigner)).toContain(
      '镇人大办登记了王建国代表纸质交来的《修桥》，上面有您的附议。没有附议的，请在12月7日前提出异议。',
    )
  })

  test('of last year has the number of last year, and goes by the session of its day', async () => {
    server.clock.set('2027-01-05T01:00:00.000Z')
    town = await signedInAgain(server, town)
    const { id } = await record({ spokeOn: '2026-12-30' })
    await step(town, town.office, id, 'startReview')
    expect(await step(town, town.office, id, 'accept', forms(town).accept)).toMatchObject({ no: '2026-0003' })
    for (const [sessionNo, openedOn] of [
      [1, '2026-03-01'],
      [2, '2027-01-03'],
    ])
      await town.office.client.call(congressSessions.endpoints.add, {
        params: { town: town.id },
        input: { termNo: 19, sessionNo, openedOn, closedOn: openedOn },
      })
    const filed = await record({ spokeOn: '2027-01-02' })
    expect([filed.session, filed.period]).toEqual([expect.stringContaining('第1次'), 'interSession'])
  })

  test('is refused without a reason for the delay, from long ago, before the mandate, and to everybody else', async () => {
    expect(await refused({ lateReason: undefined })).toMatchObject({
      code: 'bad_input',
      fields: { lateReason: expect.stringContaining('为什么今天才登记') as string },
    })
    expect((await refused({ spokeOn: '2025-12-01' })).fields).toMatchObject({
      spokeOn: expect.any(String) as string,
    })
    expect((await refused({ spokeOn: '2027-01-06' })).fields).toMatchObject({
      spokeOn: expect.any(String) as string,
    })
    const newcomer = await addDeputy(server, town.id, '刘守田')
    await server.database.transaction((tx) =>
      tx.query("UPDATE mandate SET begun_on = '2026-12-31' WHERE person_id = ?", [newcomer]),
    )
    expect((await refused({ deputyId: newcomer, spokeOn: '2026-12-30' })).fields).toMatchObject({
      spokeOn: expect.stringContaining('才任职') as string,
    })
    expect((await refused({ coSignerIds: [town.deputy.id] })).code).toBe('bad_input')
    expect((await refused({ kind: 'motion' })).fields).toMatchObject({
      coSignerIds: expect.any(String) as string,
    })
    for (const person of [town.deputy, town.unit, town.presidium])
      expect((await refused({}, person)).code).toBe('not_allowed')
  })

  test('is taken back by whoever did not write it, in its days, though it was accepted; no later', async () => {
    const { id } = await record({ subject: '不是他的桥' })
    await step(town, town.office, id, 'startReview')
    await step(town, town.office, id, 'accept', forms(town).accept)
    const reason = { reason: '不是我提的。' }
    expect((await refusedStep(town, town.coSigner, id, 'objectToHandIn', reason)).code).toBe('not_your_step')
    expect(await step(town, town.deputy, id, 'objectToHandIn', reason)).toMatchObject({ state: 'withdrawn' })
    expect((await toldTo(server, town.office)).join()).toContain('代录的《不是他的桥》')

    const { id: signed } = await record({ subject: '修渠' })
    const seen = await step(town, town.coSigner, signed, 'objectToSignature', { reason: '我没有签名。' })
    expect(seen.coSigners).toMatchObject([{ name: '张春梅', answer: 'declined' }])
    server.clock.advance({ days: 30 })
    town = await signedInAgain(server, town)
    expect((await refusedStep(town, town.deputy, signed, 'objectToHandIn', reason)).code).toBe(
      'record_closed',
    )
  })

  test('that was sent back comes again on paper, with what stands on it now', async () => {
    const { id } = await record({ subject: '修路', spokeOn: '2027-02-01' })
    await step(town, town.office, id, 'startReview')
    await step(town, town.office, id, 'requestRevision', forms(town).requestRevision)
    const again = { ...paper, subject: '修路 200 米', spokeOn: '2027-02-04' }
    expect((await refusedStep(town, town.unit, id, 'submitByWord', again)).code).toBe('not_found')
    const seen = await step(town, town.office, id, 'submitByWord', {
      ...again,
      coSignerIds: [town.otherDeputy.id],
    })
    expect(seen).toMatchObject({
      state: 'submitted',
      subject: '修路 200 米',
      coSigners: [{ name: '李志强' }],
    })
    expect((await see(town, town.deputy, id)).actions).toContain('objectToHandIn')
  })

  test('typed once is there once', async () => {
    const key = newId()
    const once = await town.office.client.call(recordSuggestion, { ...asked(), key })
    expect((await town.office.client.call(recordSuggestion, { ...asked(), key })).id).toBe(once.id)
    expect(suggestionSteps.submitByWord.who).toBe('followWork')
  })
})

describe('the voice of somebody without a phone', () => {
  const { see: seeOpinion, take } = opinionsOf(() => ({ server, town }))
  const heard = { kind: 'report', text: '门前的路灯不亮。', name: '杨大妈', phone: '0871-12345678' } as const
  const told = { ...heard, spokeHow: 'inPerson', evidence: '代表之家接待登记簿' } as const
  const asks = (more: Record<string, unknown> = {}) => ({
    params: { town: town.id },
    input: { deputyId: town.deputy.id, spokeOn: today(), ...told, ...more },
  })
  const today = () => beijingDay(server.clock.now())
  const byCode = (code: string, person = town.otherDeputy) =>
    person.client.call(showVoice, { params: { town: town.id }, input: { code } })

  test('goes the way of every message, under the same clock, and comes back over the slip', async () => {
    const slip = await town.office.client.call(recordVoice, asks({ stationId: town.station }))
    expect(slip.deputy).toBe('王建国代表')
    await server.run('checkOpinions')
    const seen = await seeOpinion(town.deputy, slip.id)
    expect(seen).toMatchObject({
      state: 'received',
      waitsFor: 'deputy',
      resident: { named: true, hasPhone: true, slip: slip.code },
      station: '大郭西人大代表活动室',
    })
    expect(seen.timeline[0]).toMatchObject({
      by: expect.stringMatching(/^反映情况的群众（.*当面，镇人大办 陈静代录）$/) as string,
      note: '凭据：代表之家接待登记簿',
    })
    expect(await toldTo(server, town.deputy)).toContain('有群众给您留言了，请在 24 小时内回复。')
    expect((await take(town.deputy, slip.id, 'answer', { text: '明天就修。' })).code).toBeUndefined()
    expect((await byCode(slip.code)).messages.map(({ text }) => text)).toEqual(['门前的路灯不亮。'])
    await server.run('checkOpinions')
    // Whoever is asked at the station reads what the resident may read: neither name nor number, and nothing to do.
    const spaced = `${slip.code.slice(0, 4)} ${slip.code.slice(4)}`
    const shown = await byCode(spaced)
    expect(shown.messages.map(({ text }) => text)).toEqual(['门前的路灯不亮。', '明天就修。'])
    expect([shown.resident, shown.actions, shown.timeline]).toEqual([null, [], []])
    expect(JSON.stringify(shown)).not.toMatch(/杨大妈|087112345678/)
    await server.run('deliver')
    const { items } = await town.office.client.call(listDeliveries, { params: { town: town.id }, query: {} })
    expect(items).toContainEqual(expect.objectContaining({ recipient: '杨大妈', phone: '087112345678' }))
  })

  test('is typed on by the office, and rated by nobody whom it is about', async () => {
    const slip = await town.deputy.client.call(recordVoice, asks({ deputyId: town.coSigner.id }))
    await server.run('checkOpinions')
    expect(
      (await town.deputy.client.refused(showOpinion, { params: { town: town.id, id: slip.id } })).code,
    ).toBe('not_found')
    const said = { spokeHow: 'phone', spokeOn: today() }
    await take(town.office, slip.id, 'writeByWord', { text: '还有一盏。', ...said })
    expect((await seeOpinion(town.office, slip.id)).messages.map(({ text }) => text)).toContain('还有一盏。')
    await server.run('checkOpinions')
    await take(town.coSigner, slip.id, 'close', { explanation: '两盏都修好了。' })
    await server.run('checkOpinions')
    expect((await take(town.coSigner, slip.id, 'rateByWord', { rating: 'satisfied', ...said })).code).toBe(
      'not_your_step',
    )
    await take(town.office, slip.id, 'rateByWord', { rating: 'basicallySatisfied', ...said })
    expect(await byCode(slip.code)).toMatchObject({ state: 'closed', rating: 'basicallySatisfied' })
    // Three weeks later the office asks by telephone, and types what is said.
    expect((await take(town.office, slip.id, 'saySolvedByWord', said)).code).toBe('not_asked_whether_solved')
    server.clock.advance({ days: 22 })
    town = await signedInAgain(server, town)
    await server.run('clock')
    const now = { ...said, spokeOn: today() }
    expect((await take(town.coSigner, slip.id, 'saySolvedByWord', now)).code).toBe('not_your_step')
    // Whoever rings reads the question to them: there is nothing to tap.
    const read =
      '您说的“门前的路灯不亮”，前些时候答复办结了。现在解决了吗？解决了、没有解决，或者以后不用再问，都可以说。'
    expect((await seeOpinion(town.office, slip.id)).actions).toContain('saySolvedByWord')
    await server.run('deliver')
    const { items } = await town.office.client.call(listDeliveries, { params: { town: town.id }, query: {} })
    expect(items.filter(({ text }) => text.includes('现在解决了吗')).map(({ text }) => text)).toEqual([read])
    await take(town.office, slip.id, 'saySolvedByWord', now)
    expect(await toldTo(server, town.coSigner)).toContain('您办结的“门前的路灯不亮”，群众说已经解决。')
    expect((await take(town.office, slip.id, 'stopAskingByWord', now)).code).toBe('not_asked_whether_solved')
    await take(town.office, slip.id, 'notSolvedByWord', { text: '又不亮了。', ...now })
    await server.run('checkOpinions')
    expect(await byCode(slip.code)).toMatchObject({ state: 'unsolved', waitsFor: 'deputy' })
  })

  test('has its paper beside it, for the deputy and the office alone, and needs none', async () => {
    const brought = [
      await uploadedFile(server, town, town.office),
      await uploadedFile(server, town, town.office),
    ]
    const slip = await town.office.client.call(recordVoice, asks({ files: brought }))
    const takes = async (id: string) =>
      Promise.all(
        [town.deputy, town.office, town.otherDeputy, town.unit, town.presidium].map(
          async (by) => (await getPicture(server, `/towns/${town.id}/files/${id}`, by)).status,
        ),
      )
    // Before the words are checked they are not the deputy's, nor is the paper.
    expect(await takes(brought[1] ?? '')).toEqual([404, 200, 404, 404, 404])
    await server.run('checkOpinions')
    expect(await takes(brought[1] ?? '')).toEqual([200, 200, 404, 404, 404])
    const said = { spokeHow: 'paper', spokeOn: today() }
    const foreign = { text: '还有。', ...said, files: [await uploadedFile(server, town, town.coUnit)] }
    expect(await take(town.office, slip.id, 'writeByWord', foreign)).toMatchObject({
      fields: { files: expect.stringMatching(/^有一个附件用不了/) as string },
    })
    server.clock.advance({ minutes: 1 })
    const letter = await uploadedFile(server, town, town.office)
    await take(town.office, slip.id, 'writeByWord', { text: '信上还说了。', ...said, files: [letter] })
    const { papers } = await seeOpinion(town.office, slip.id)
    expect(papers.map(({ files }) => files.map(({ id }) => id))).toEqual([brought, [letter]])
    expect(papers[0]?.at).not.toBe(papers[1]?.at)
    expect(await byCode(slip.code)).toMatchObject({ papers: [] })
  })

  test('is found by its own code in its own town, and typed for nobody who has a phone', async () => {
    for (const person of [town.unit, town.villager, town.presidium]) {
      expect((await person.client.refused(recordVoice, asks())).code).toBe('not_allowed')
      const input = { code: '12345678' }
      expect((await person.client.refused(showVoice, { params: { town: town.id }, input })).code).toBe(
        'not_allowed',
      )
    }
    const input = { code: '12345678' }
    expect(
      (await town.deputy.client.refused(showVoice, { params: { town: town.id }, input })).fields,
    ).toMatchObject({ code: expect.stringContaining('没有这个回执码') as string })
    const slip = await town.office.client.call(recordVoice, asks())
    const elsewhere = await buildTown(server, '邻镇')
    const there = { params: { town: elsewhere.id }, input: { code: slip.code } }
    expect((await elsewhere.deputy.client.refused(showVoice, there)).code).toBe('bad_input')
    expect((await byCode(slip.code)).id).toBe(slip.id)
    const { received } = opinionsOf(() => ({ server, town }))
    const own = await received('我自己写的。')
    expect(
      (await take(town.office, own, 'writeByWord', { text: '他还说。', spokeHow: 'phone', spokeOn: today() }))
        .code,
    ).toBe('has_phone')
  })
})
