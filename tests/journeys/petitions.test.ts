import { listAuditLog } from '../../shared/api/audit-log'
import { showInbox } from '../../shared/api/inbox'
import { searchWork } from '../../shared/api/work'
import { listMyOpinions, showOpinion } from '../../shared/matters/opinion/endpoints'
import {
  listMyPetitions,
  lookAtAuthor,
  petitionSteps,
  recordPetition,
  showPetition,
  showReceipt,
  writePetition,
} from '../../shared/matters/petition/endpoints'
import { looksLikePetition } from '../../shared/matters/petition/words'
import { beijingDay } from '../../shared/rules/days'
import { numberOf } from '../../shared/words/messages'
import { contract } from '../../server/http/contract'
import { wholeDatabase } from '../support/matrix/whole-database'
import { opinionsOf } from '../support/opinions'
import { send } from '../support/send'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { addStaff, buildTown, signedInAgain, signedIn, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

/** What is for other organs to handle is registered and pointed there; whoever it is about never learns of it. */
let server: TestServer
let town: TestTown

const logged: string[] = []
beforeAll(async () => {
  server = await startServer({ heard: (line) => void logged.push(line) })
  town = await buildTown(server)
})
afterAll(() => server.stop())

const { received, see, take, write } = opinionsOf(() => ({ server, town }))
const here = () => ({ town: town.id })
const at = (id: string) => ({ town: town.id, id })
const today = () => beijingDay(server.clock.now())

const words = '水利站的人修渠时收了好处费，青石桥头那一段没有用水泥。'
const said = {
  kind: 'wrongdoing',
  text: words,
  about: '镇水利站钱大有',
  name: '梁素芬',
  phone: '13712348765',
}
const secrets = ['好处费', '青石桥头', '钱大有', '梁素芬', '13712348765']
const complain = (more: Record<string, unknown> = {}, person = town.villager) =>
  person.client.call(writePetition, { params: here(), input: { ...said, ...more } })
async function step(person: TestPerson, id: string, action: keyof typeof petitionSteps, form: object) {
  const { version } = await person.client.call(showPetition, { params: at(id) })
  return person.client.ask(petitionSteps[action] as typeof petitionSteps.refer, {
    params: at(id),
    input: { version, form },
  })
}
const refer = () => ({ office: 'discipline', where: '镇纪委信访接待室', unitId: town.unitId })

describe('a report of wrongdoing', () => {
  test('is registered, acknowledged, pointed to the right office, told within 15 days, and closed', async () => {
    const { id, no, noticeBy } = await complain()
    expect([no, noticeBy]).toEqual([expect.stringMatching(/^\d{8}$/), '2026-12-08'])
    expect(await toldTo(server, town.villager)).toContain(
      `您反映的事已经登记，回执号 ${no}。会在规定的日子前告诉您该由哪里办。`,
    )
    const seen = await town.office.client.call(showPetition, { params: at(id) })
    expect(seen).toMatchObject({ state: 'registered', waitsFor: 'congressOffice', text: words })
    expect(seen.due?.on).toBe(noticeBy)
    expect(seen.author).toEqual({ named: true, hasPhone: true })
    server.clock.advance({ days: 3 })
    town = await signedInAgain(server, town)
    // Whoever it was passed on to does not take it: the days for the notice go on, and it is pointed elsewhere.
    expect(
      (await step(town.office, id, 'refer', { ...refer(), office: 'petitionOffice' })).code,
    ).toBeUndefined()
    const back = { sentBackOn: today(), ground: 'notTheirs' }
    expect((await step(town.office, id, 'sentBack', back)).code).toBeUndefined()
    const again = await town.office.client.call(showPetition, { params: at(id) })
    expect([again.state, again.due?.on, again.sentBackBy]).toEqual(['registered', noticeBy, null])
    expect(again.timeline.at(-1)?.note).toContain('不归他们管')
    expect((await step(town.office, id, 'refer', refer())).code).toBeUndefined()
    // The clock runs on from the day on which it came.
    expect((await town.office.client.call(showPetition, { params: at(id) })).due?.on).toBe(noticeBy)
    expect(await toldTo(server, town.villager)).toContain(
      `您反映的事（回执号 ${no}）由纪检监察机关办：镇纪委信访接待室`,
    )
    // What comes near its day is asked for, by no word of it.
    server.clock.advance({ days: 14 })
    town = await signedInAgain(server, town)
    await server.run('clock')
    expect((await toldTo(server, town.office))[0]).toBe(
      `有一件信访登记（回执号 ${no}）过了告知的日子（12月8日），请今天就告诉本人。`,
    )
    await step(town.office, id, 'giveNotice', { noticedOn: today(), how: 'letter', paper: '告字 3 号' })
    const own = await town.villager.client.call(showPetition, { params: at(id) })
    expect(own).toMatchObject({ state: 'closed', noticedOn: today(), text: words, timeline: [], unit: null })
    expect((await town.villager.client.call(listMyPetitions, { params: here() })).items).toMatchObject([
      { id, no, plain: `已经告知由纪检监察机关办。回执号 ${no}。` },
    ])
  })

  test('leaves for an appraisal only a verified summary that tells nobody who complained', async () => {
    const { id } = await complain()
    const summary = { summary: '渠道一段用料不足，已经返工。', verified: true }
    expect((await step(town.office, id, 'refer', { ...refer(), unitId: undefined })).code).toBeUndefined()
    expect((await step(town.office, id, 'keepSummary', summary)).code).toBe('not_about_unit')
    await step(town.office, id, 'refer', refer())
    expect(
      await step(town.office, id, 'keepSummary', { ...summary, summary: '梁素芬说渠道用料不足。' }),
    ).toMatchObject({ code: 'bad_input', fields: { summary: expect.stringContaining('看不出') as string } })
    await step(town.office, id, 'keepSummary', summary)
    expect((await town.office.client.call(showPetition, { params: at(id) })).summary).toBe(summary.summary)
  })

  test('shows name and number only with a reason, which its author reads, also over the receipt', async () => {
    const { id, no } = await complain()
    const look = (person: TestPerson, reason: unknown = 'verify') =>
      person.client.ask(lookAtAuthor, { params: at(id), input: { reason } })
    expect((await look(town.office, 'undelivered')).code).toBe('bad_input')
    for (const person of [town.deputy, town.unit, town.presidium, town.villager])
      expect((await look(person)).code).toMatch(/^not_found$|^not_your_step$/)
    expect(await look(town.office)).toMatchObject({ body: { name: '梁素芬', phone: '13712348765' } })
    const read = await town.deputy.client.call(showReceipt, { params: here(), input: { code: no } })
    expect(read).toMatchObject({ looks: [{ by: '镇人大办', reason: 'verify' }], text: null, about: null })
    const { items } = await town.office.client.call(listAuditLog, { params: here(), query: { kind: 'view' } })
    expect(items[0]).toMatchObject({ what: '看了信访登记里的姓名和电话', reason: `编号 ${numberOf(id)}` })
  })

  test('is typed for whoever comes without a phone', async () => {
    const spoken = { ...said, spokeHow: 'inPerson', spokeOn: today() } as never
    const { no } = await town.deputy.client.call(recordPetition, { params: here(), input: spoken })
    expect(await town.office.client.call(showReceipt, { params: here(), input: { code: no } })).toMatchObject(
      { state: 'registered', plain: expect.stringContaining(no) as string },
    )
    for (const person of [town.unit, town.villager])
      expect((await person.client.refused(recordPetition, { params: here(), input: spoken })).code).toBe(
        'not_allowed',
      )
  })
})

describe('a complaint never reaches whom it is about', () => {
  /** Everything that somebody can ask for by GET, with the ids of this town. */
  async function allThat(person: TestPerson, ids: readonly string[]) {
    const answers: string[] = []
    for (const { path, method } of contract.values()) {
      if (method !== 'GET') continue
      for (const id of ids) {
        const address = path
          .replace(':town', town.id)
          .replace(/:(id|kind)/g, (_, name) => (name === 'kind' ? 'petition' : id))
        if (address.includes(':')) continue
        const answer = await send(`${server.url}/api${address}`, {
          headers: { authorization: `Bearer ${person.client.token}`, 'accept-encoding': 'identity' },
        })
        answers.push(answer.text)
        if (!path.includes(':id')) break
      }
    }
    return answers.join('\n')
  }

  test('the unit: no list, search, export, message, log or backup holds a word of it', async () => {
    const { id, no } = await complain()
    await step(town.office, id, 'refer', refer())
    const other = await complain({ text: '青石桥头还有一段。', unnamed: true })
    expect((await town.office.client.call(showPetition, { params: at(other.id) })).author).toEqual({
      named: false,
      hasPhone: false,
    })
    await server.run('deliver')
    for (const person of [town.unit, town.coUnit, town.deputy, town.otherDeputy]) {
      expect((await person.client.refused(showPetition, { params: at(id) })).code).toBe('not_found')
      const found = await person.client.call(searchWork, { params: here(), input: { words: '好处费' } })
      expect(JSON.stringify(found)).not.toContain(id)
      if (person !== town.unit) continue
      const all = await allThat(person, [id])
      expect(all.length).toBeGreaterThan(1000)
      for (const word of [...secrets, no, id]) expect([word, all.includes(word)]).toEqual([word, false])
    }
    // Nobody but those who handle it finds it in a list or by its words.
    expect((await workOf(town, town.office, 'mine', { kind: 'petition' })).length).toBeGreaterThan(0)
    const sought = await town.office.client.call(searchWork, { params: here(), input: { words: no } })
    expect(JSON.stringify(sought)).not.toContain(id)
    // A dump of the whole database, which a backup is, holds neither what was said nor by whom.
    const dump = JSON.stringify(await wholeDatabase(server.database))
    for (const word of secrets) expect([word, dump.includes(word)]).toEqual([word, false])
    expect(dump).toContain(no)
    // The log tells that somebody wrote, also of what was refused, and nothing of what they wrote.
    await town.villager.client.refused(writePetition, {
      params: here(),
      input: { ...said, kind: 'unknown' },
    })
    const log = logged.join('')
    expect(log).toContain(`"path":"/api/towns/${town.id}/petitions"`)
    for (const word of [...secrets, no]) expect([word, log.includes(word)]).toEqual([word, false])
  })

  test('the office: the presidium handles it, or another clerk whom it names, and the others read nothing', async () => {
    const clerkId = await addStaff(server, town.id, { name: '周敏', kind: 'congressOffice', bound: false })
    const clerk = await signedIn(server, clerkId)
    const { id, no } = await complain({ aboutOffice: true, about: '镇人大办陈静' })
    for (const person of [town.office, clerk]) {
      expect((await person.client.refused(showPetition, { params: at(id) })).code).toBe('not_found')
    }
    expect((await toldTo(server, town.presidium))[0]).toContain(
      `信访登记（回执号 ${no}），说的是镇人大办的人`,
    )
    expect((await toldTo(server, town.office)).join()).not.toContain(no)
    const seen = await town.presidium.client.call(showPetition, { params: at(id) })
    expect(seen).toMatchObject({ waitsFor: 'presidium', about: '镇人大办陈静' })
    expect((await step(town.presidium, id, 'handToClerk', { personId: town.deputy.id })).code).toBe(
      'bad_input',
    )
    await step(town.presidium, id, 'handToClerk', { personId: clerkId })
    expect((await step(clerk, id, 'refer', { ...refer(), unitId: undefined })).code).toBeUndefined()
    expect((await town.office.client.refused(showPetition, { params: at(id) })).code).toBe('not_found')
    await server.run('deliver')
    // What could not be pushed to its author stands on no list of the office either.
    expect((await allThat(town.office, [id])).includes(no)).toBe(false)
    expect((await clerk.client.call(showInbox, { params: here() })).items[0]?.text).toContain(no)
  })
})

describe('a message that is not one matter', () => {
  test('is split: each part is answered for itself, under the name and without the number of the other', async () => {
    const id = await received('路灯不亮。水管也漏水。')
    const before = (await town.villager.client.call(listMyOpinions, { params: here() })).items.length
    await take(town.deputy, id, 'split', { text: '水管也漏水。', deputyId: town.coSigner.id })
    await server.run('checkOpinions')
    const { items } = await town.villager.client.call(listMyOpinions, { params: here() })
    const part = items.find(({ summary }) => summary === '水管也漏水')
    expect([items.length, part]).toMatchObject([before + 1, { deputy: '张春梅', state: 'received' }])
    expect((await see(town.deputy, id)).state).toBe('received')
    expect((await town.deputy.client.refused(showOpinion, { params: at(part?.id ?? '') })).code).toBe(
      'not_found',
    )
    expect(await toldTo(server, town.villager)).toContain(
      '您的话里不止一件事，“水管也漏水”分出来单独办了，在“我的事”里能看到。',
    )
  })

  test('becomes a petition, all of it or a part; what was all of it stands here no longer', async () => {
    const text = '村西头的闸门坏了。管闸门的收了好处费。'
    const part = await received(text)
    expect((await take(town.office, part, 'toPetition', { kind: 'wrongdoing', extent: 'part' })).code).toBe(
      'bad_input',
    )
    const form = { kind: 'wrongdoing', extent: 'part', part: '管闸门的收了好处费。' }
    await take(town.office, part, 'toPetition', form)
    expect(await see(town.deputy, part)).toMatchObject({ state: 'received', messages: [{ text }] })
    const { id: whole } = await write(town.villager, '法院的判决一直没有执行，请代表帮忙。')
    await server.run('checkOpinions')
    await take(town.deputy, whole, 'toPetition', { kind: 'legal', extent: 'whole' })
    const moved = await see(town.villager, whole)
    expect(moved).toMatchObject({ state: 'closed', explanation: expect.stringContaining('回执号') as string })
    expect(JSON.stringify([moved, await see(town.deputy, whole)])).not.toContain('判决')
    const no = /回执号 (\d{8})/.exec(moved.explanation ?? '')?.[1]
    const { items } = await town.villager.client.call(listMyPetitions, { params: here() })
    const mine = items.find((one) => one.no === no)
    const own = await town.villager.client.call(showPetition, { params: at(mine?.id ?? '') })
    expect(own).toMatchObject({ kind: 'legal', text: '法院的判决一直没有执行，请代表帮忙。' })
    expect((await town.deputy.client.refused(showPetition, { params: at(own.id) })).code).toBe('not_found')
  })

  test('is hinted at by the word that says so, and no hint decides', () => {
    expect(looksLikePetition(words)).toEqual({ kind: 'wrongdoing', because: '好处费' })
    expect(looksLikePetition('法院判了没有执行')).toMatchObject({ kind: 'legal', because: '法院' })
    expect(looksLikePetition('路灯不亮。')).toBeNull()
  })
})
