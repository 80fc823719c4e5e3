import { recordVoice } from '../../shared/matters/opinion/voice-endpoints'
import { listMyOpinions, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import {
  listMyPetitions,
  showPetition,
  showReceipt,
  type PetitionView,
} from '../../shared/matters/petition/endpoints'
import { searchWork } from '../../shared/api/work'
import { beijingDay } from '../../shared/rules/days'
import { getAttachment, recordings, sendAttachment } from '../support/attachments'
import { bring } from '../support/bring'
import { pdf, sendFile } from '../support/files'
import { wholeDatabase } from '../support/matrix/whole-database'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { forms, step, text } from '../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** Photos, recordings and papers go where the words go, and never where whoever is accused can see them. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const { see, take } = opinionsOf(() => ({ server, town }))
const here = () => ({ town: town.id })
const read = async (id: string, person: TestPerson) => (await getAttachment(server, town, id, person)).status
/** Who of these gets it. */
async function readers(id: string) {
  const all = { villager: town.villager, deputy: town.deputy, coSigner: town.coSigner, unit: town.unit }
  const more = { coUnit: town.coUnit, office: town.office, presidium: town.presidium }
  const found: string[] = []
  for (const [name, person] of Object.entries({ ...all, ...more }))
    if ((await read(id, person)) === 200) found.push(name)
  return found
}

async function written(words: string) {
  const photos = [(await sendAttachment(server, town)).id, (await sendAttachment(server, town)).id]
  const voice = (await sendAttachment(server, town, { file: recordings.mp3, seconds: 5 })).id
  const input = { deputyId: town.deputy.id, kind: 'report' as const, text: words, again: true as const }
  const { id } = await town.villager.client.call(writeOpinion, {
    params: here(),
    input: { ...input, photos, voice, place: '青石桥头第三根桩' },
  })
  await server.run('checkOpinions')
  // What stands beside words is looked at by a person before the deputy sees it.
  await take(town.office, id, 'release')
  return { id, photos, voice }
}
const noIn = (explanation: string | null) => /回执号 (\d{8})/.exec(explanation ?? '')?.[1] ?? ''
async function petitionOf(no: string): Promise<PetitionView> {
  const { items } = await town.villager.client.call(listMyPetitions, { params: here() })
  const id = items.find((one) => one.no === no)?.id ?? ''
  return town.villager.client.call(showPetition, { params: { town: town.id, id } })
}

test('all of a message: what stood beside it is gone from there, sealed, and read by its author and whoever handles it', async () => {
  const { id, photos, voice } = await written('管闸门的收了好处费。')
  expect(await readers(photos[0] ?? '')).toEqual(['villager', 'deputy', 'office'])
  await take(town.deputy, id, 'toPetition', { kind: 'wrongdoing', extent: 'whole', aboutOffice: true })
  const moved = await see(town.villager, id)
  expect(moved.messages).toMatchObject([{ photos: [], voice: null }])
  expect([moved.place, JSON.stringify(await see(town.deputy, id)).includes('第三根桩')]).toEqual([
    null,
    false,
  ])
  // It is about somebody of the office: the office reads none of it any more, the presidium does.
  for (const one of [...photos, voice]) expect(await readers(one)).toEqual(['villager', 'presidium'])
  const no = noIn(moved.explanation)
  const own = await petitionOf(no)
  expect(own.attachments.map(({ kind, seconds }) => [kind, seconds])).toEqual([
    ['voice', 5],
    ['photo', null],
    ['photo', null],
  ])
  expect(own.text).toContain('在哪里：青石桥头第三根桩')
  const shown = await getAttachment(server, town, photos[0] ?? '', town.villager)
  expect(shown.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await shown.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  // Over the receipt nobody sees them, and a dump of the database holds none of it.
  expect(
    (await town.deputy.client.call(showReceipt, { params: here(), input: { code: no } })).attachments,
  ).toEqual([])
  const dump = await wholeDatabase(server.database)
  expect(JSON.stringify(dump)).not.toContain('第三根桩')
  const kept = await server.database.reader.query<{ sealed: Buffer }[]>(
    'SELECT sealed FROM petition_attachment',
  )
  expect(kept).toHaveLength(3)
  for (const { sealed } of kept) {
    expect(Buffer.from(sealed).includes(Buffer.alloc(64, 0x55))).toBe(false)
    expect(Buffer.from(sealed).subarray(0, 2)).not.toEqual(Buffer.from([0xff, 0xd8]))
  }
  const found = await town.office.client.call(searchWork, { params: here(), input: { words: '第三根桩' } })
  expect(JSON.stringify(found)).not.toContain(id)
})

test('a part of a message: what was chosen goes along and is gone from there, the rest stays', async () => {
  const { id, photos, voice } = await written('村西头的闸门坏了。管闸门的收了好处费。')
  const form = { kind: 'wrongdoing', extent: 'part', part: '管闸门的收了好处费。' }
  const foreign = await written('另一件。')
  expect(await take(town.office, id, 'toPetition', { ...form, besideIds: foreign.photos })).toMatchObject({
    code: 'bad_input',
    fields: { besideIds: '有一张照片或一段录音不在这条留言里，请重新选。' },
  })
  await take(town.office, id, 'toPetition', { ...form, besideIds: [photos[1]] })
  expect((await see(town.deputy, id)).messages).toMatchObject([{ photos: [photos[0]], voice: { id: voice } }])
  expect(await readers(photos[1] ?? '')).toEqual(['villager', 'office'])
  expect(await readers(photos[0] ?? '')).toEqual(['villager', 'deputy', 'office'])
})

test('a paper that was typed for somebody goes along, under a name that tells nobody who brought it', async () => {
  const paper = await sendFile(server, town, { by: town.deputy, file: pdf(), name: '梁素芬的举报信.pdf' })
  const spoken = { deputyId: town.deputy.id, spokeHow: 'inPerson' as const, kind: 'report' as const }
  const { id } = await town.deputy.client.call(recordVoice, {
    params: here(),
    input: {
      ...{ ...spoken, text: '法院判了没有执行。', spokeOn: beijingDay(server.clock.now()) },
      files: [paper.id ?? ''],
    },
  })
  await server.run('checkOpinions')
  expect((await see(town.deputy, id)).papers).toHaveLength(1)
  await take(town.office, id, 'toPetition', { kind: 'legal', extent: 'whole' })
  const moved = await see(town.deputy, id)
  expect(moved.papers).toEqual([])
  expect(await readers(paper.id ?? '')).toEqual(['office'])
  const taken = await getAttachment(server, town, paper.id ?? '', town.office)
  expect(taken.headers.get('content-disposition')).toContain(encodeURIComponent('附件1.pdf'))
  expect(
    Buffer.from(await taken.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF')
  expect(JSON.stringify(await wholeDatabase(server.database))).not.toContain('梁素芬的举报信')
})

test('a part that becomes a matter of its own takes along what belongs to it; the deputy of the part reads no more', async () => {
  const { id, photos, voice } = await written('路灯不亮。水管也漏水。')
  await take(town.deputy, id, 'split', {
    ...{ text: '水管也漏水。', deputyId: town.coSigner.id },
    besideIds: [photos[1]],
  })
  await server.run('checkOpinions')
  const { items } = await town.villager.client.call(listMyOpinions, { params: here() })
  const part = items.find(({ summary }) => summary === '水管也漏水')?.id ?? ''
  const [said] = (await town.coSigner.client.call(showOpinion, { params: { town: town.id, id: part } }))
    .messages
  expect(said).toMatchObject({ text: '水管也漏水。', voice: null })
  expect(said?.photos).toHaveLength(1)
  expect(await readers(said?.photos[0] ?? '')).toEqual(['villager', 'coSigner', 'office'])
  // The message that it came from keeps what it had, and the other deputy reads none of that.
  expect((await see(town.deputy, id)).messages).toMatchObject([{ photos, voice: { id: voice } }])
  for (const one of [...photos, voice]) expect(await readers(one)).toEqual(['villager', 'deputy', 'office'])
})

test('what becomes a suggestion, and is merged: the unit, co-signers and the other deputy read no picture of a resident', async () => {
  const { id, photos, voice } = await written('桥栏断了。')
  await take(town.deputy, id, 'raise', { summary: '修好桥栏' })
  const suggestion = (await see(town.deputy, id)).suggestion?.id ?? ''
  await step(town, town.deputy, suggestion, 'edit', text)
  await step(town, town.deputy, suggestion, 'submit')
  await step(town, town.office, suggestion, 'startReview')
  const targetId = await bring(server, town, 'accepted')
  const form = forms(town)
  await step(town, town.office, suggestion, 'merge', { ...form.merge, targetId })
  await step(town, town.office, targetId, 'assign', { ...form.assign, coUnitIds: [town.coUnitId] })
  for (const one of [...photos, voice]) expect(await readers(one)).toEqual(['villager', 'deputy', 'office'])
})
