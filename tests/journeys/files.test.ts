import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { showBoardItem } from '../../shared/api/board'
import { systemOf } from '../../server/engine/kind'
import { act } from '../../server/engine/act'
import { addressForCheck } from '../../server/features/photos/address-for-check'
import { kind as contentCheck } from '../../server/matters/content-check/kind'
import { listContentChecks, contentCheckSteps } from '../../shared/matters/content-check/endpoints'
import { startSuggestion } from '../../shared/matters/suggestion/endpoints'
import { beijingDay } from '../../shared/rules/days'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { office, packedPdf, pdf, sendFile, uploadedFile } from '../support/files'
import { blurredBy, getPicture, picture, uploaded } from '../support/photos'
import { pushHere, tellOfPicture } from '../support/seal-push'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, spoken, step, text } from '../support/suggestion'
import { control } from '../support/simulator'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** Files on a suggestion, a reply and a report of progress: what is taken in, who may take them away, what is public. */
let server: TestServer
let town: TestTown
beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const file = (by?: TestPerson) => uploadedFile(server, town, by)
const take = (id: string, by?: TestPerson) => getPicture(server, `/towns/${town.id}/files/${id}`, by)
const takes = async (id: string, ...by: (TestPerson | undefined)[]) =>
  (await Promise.all(by.map((one) => take(id, one)))).map(({ status }) => status)
const everybodyTakes = async (suggestion: string, id: string) =>
  (await getPicture(server, `/towns/${town.id}/board/${suggestion}/files/${id}`)).status
const cannotUse = '有一个附件用不了：不是您或本单位传的，已经用在别处，或放得太久。请去掉它，重新选一个。'

describe('a file that is uploaded', () => {
  test('is known by its content, and called by what it is', async () => {
    const docx = office('docx')
    const all = [
      { file: pdf(), name: 'C:\\资料\\合同"一".exe' },
      { file: docx, name: '方案.pdf' },
      { file: office('xlsx'), name: '预算.xlsx' },
      { file: await picture(), name: '现场.heic' },
      // A page to begin with is no program.
      { file: packedPdf('1 0 <</OpenAction[3 0 R/XYZ 0 0 0]>>'), name: '附图.pdf' },
    ]
    const sent = []
    for (const one of all) sent.push(await sendFile(server, town, { ...one, by: town.office }))
    expect(sent.map(({ name, kind }) => [name, kind])).toEqual([
      ['合同一.pdf', 'pdf'],
      ['方案.docx', 'docx'],
      ['预算.xlsx', 'xlsx'],
      ['现场.jpg', 'jpg'],
      ['附图.pdf', 'pdf'],
    ])
    const answer = await take(sent[1]?.id ?? '', town.office)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(docx)
    const photo = await take(sent[3]?.id ?? '', town.office)
    const bytes = Buffer.from(await photo.arrayBuffer())
    const { exif, format } = await sharp(bytes).metadata()
    expect([format, exif, bytes.includes('CANARY')]).toEqual(['jpeg', undefined, false])
  })

  test('is refused with what to do where it may carry a program, is of another kind or too large', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64)])
    const program = '这个 PDF 里带有程序或别的文件，不能传。请用“打印成 PDF”另存一份再传。'
    const unread =
      '这个 PDF 加了密码，或者用了少见的压缩，看不出里面有没有程序。请去掉密码，用“打印成 PDF”另存一份再传。'
    const refused: [Buffer, string][] = [
      [Buffer.alloc(0), '这个文件是空的，请重新选一个。'],
      [
        Buffer.from('MZ…'),
        '附件只能是 PDF、Word（.docx）、Excel（.xlsx）或 JPEG、PNG、WebP 图片，请另存为其中一种再传。',
      ],
      [
        Buffer.from('<html><script>'),
        '附件只能是 PDF、Word（.docx）、Excel（.xlsx）或 JPEG、PNG、WebP 图片，请另存为其中一种再传。',
      ],
      [
        office('zip'),
        '附件只能是 PDF、Word（.docx）、Excel（.xlsx）或 JPEG、PNG、WebP 图片，请另存为其中一种再传。',
      ],
      [old, '这是旧版的 Word 或 Excel 文件，请打开它，另存为 .docx 或 .xlsx 再传。'],
      [office('docm'), '这个文件带有宏或控件，不能传。请打开它，另存为不带宏的 .docx、.xlsx 或 PDF 再传。'],
      [
        office('xlsx', { 'xl/vbaProject.bin': 'x' }),
        '这个文件带有宏或控件，不能传。请打开它，另存为不带宏的 .docx、.xlsx 或 PDF 再传。',
      ],
      [office('docx').subarray(0, 60), '这个文件打不开，可能没有存好，请重新保存以后再传。'],
      [
        pdf('/OpenAction<</S/JavaScript>>'),
        '这个 PDF 里带有程序或别的文件，不能传。请用“打印成 PDF”另存一份再传。',
      ],
      [pdf('/J#61vaScript'), program],
      [packedPdf('1 0 <</S/JavaScript/JS(app.alert(1))>>'), program],
      [packedPdf('1 0 <</S/Rendition/J#53 5 0 R>>'), program],
      [packedPdf('1 0 <</Type/EmbeddedFile>>'), program],
      [packedPdf('', { packed: Buffer.from('locked with a password') }), unread],
      [packedPdf('1 0 <<>>', { more: '/DecodeParms<</Predictor 12>>' }), unread],
      [packedPdf('', { packed: deflateSync(Buffer.alloc(17 * 1024 * 1024)) }), unread],
      [Buffer.from('%PDF-1.4 half'), '这个文件打不开，可能没有存好，请重新保存以后再传。'],
      [
        Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(99)]),
        '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。',
      ],
    ]
    for (const [bytes, sentence] of refused)
      expect(await sendFile(server, town, { file: bytes })).toMatchObject({
        status: 400,
        fields: { file: sentence },
      })
    const large = Buffer.concat([
      Buffer.from('%PDF-1.4'),
      Buffer.alloc(6 * 1024 * 1024),
      Buffer.from('%%EOF'),
    ])
    expect(await sendFile(server, town, { file: large })).toMatchObject({
      status: 413,
      message: '附件太大，请压缩到 5 MB 以内，或者分成几个文件。',
    })
    expect((await sendFile(server, town, { by: town.villager })).status).toBe(403)
  })

  test('is the uploader’s alone until it is used, and forgotten after a day', async () => {
    const unused = await file(town.deputy)
    expect(await takes(unused, town.deputy, town.unit, undefined)).toEqual([200, 404, 401])
    // Neither shown as a photo nor used as one.
    expect((await getPicture(server, `/towns/${town.id}/photos/${unused}`, town.deputy)).status).toBe(404)
    server.clock.advance({ hours: 25 })
    await server.run('tidy')
    expect(await takes(unused, town.deputy)).toEqual([404])
  })
})

test('a deputy hangs photos and files on the text; whoever reads it takes them, only as a download', async () => {
  const [one, other] = [await file(town.deputy), await file(town.deputy)]
  const { id, files } = await town.deputy.client.call(startSuggestion, {
    params: { town: town.id },
    input: { ...text, files: [one, other] },
  })
  expect(files.map((each) => [each.id, each.name, each.kind])).toEqual([
    [one, '清淤合同.pdf', 'pdf'],
    [other, '清淤合同.pdf', 'pdf'],
  ])
  expect(await takes(one, town.deputy, town.office, town.otherDeputy, town.unit)).toEqual([
    200, 404, 404, 404,
  ])
  const wrong = { ...text, files: [one, await uploaded(server, town, town.office)] }
  expect((await refusedStep(town, town.deputy, id, 'edit', wrong)).fields).toEqual({ files: cannotUse })
  const many = { ...text, files: Array.from({ length: 6 }, () => one) }
  expect((await refusedStep(town, town.deputy, id, 'edit', many)).fields).toEqual({
    files: '附件和照片最多 5 个，请去掉几个。',
  })
  // Whoever does not know of them leaves them; the same again changes nothing; one that is taken off is forgotten.
  expect((await refusedStep(town, town.deputy, id, 'edit', text)).code).toBe('nothing_changed')
  expect((await step(town, town.deputy, id, 'edit', { ...text, files: [other] })).files).toHaveLength(1)
  server.clock.advance({ hours: 25 })
  await server.run('tidy')
  expect(await takes(one, town.deputy)).toEqual([404])
  await step(town, town.deputy, id, 'submit')
  const answer = await take(other, town.office)
  expect([
    answer.status,
    answer.headers.get('content-type'),
    answer.headers.get('content-disposition'),
    answer.headers.get('x-content-type-options'),
    answer.headers.get('cache-control'),
  ]).toEqual([
    200,
    'application/pdf',
    `attachment; filename="????.pdf"; filename*=UTF-8''${encodeURIComponent('清淤合同.pdf')}`,
    'nosniff',
    'private, no-store',
  ])
  // What is handled apart has the same text, with the same files.
  await step(town, town.office, id, 'startReview')
  await step(town, town.office, id, 'accept', forms(town).accept)
  await step(town, town.office, id, 'assign', { leadUnitId: town.unitId, separateUnitIds: [town.coUnitId] })
  expect(await takes(other, town.unit, town.coUnit, town.otherDeputy)).toEqual([200, 200, 404])
  expect(await everybodyTakes(id, other)).toBe(404)
})

test('a picture on the text that was blurred comes and goes with what was made of it', async () => {
  const { id: site } = await sendFile(server, town, {
    file: await picture(),
    name: '现场.jpg',
    by: town.deputy,
  })
  const made = await blurredBy(town, town.deputy, site ?? '')
  const covered = made.code === undefined ? made.body.id : ''
  const { id } = await town.deputy.client.call(startSuggestion, {
    params: { town: town.id },
    input: { ...text, subject: '修水渠', files: [site ?? ''] },
  })
  const edit = (files: unknown[]) =>
    step(town, town.deputy, id, 'edit', { ...text, subject: '修水渠', files })
  for (const files of [[], [site], []]) expect((await edit(files)).files).toHaveLength(files.length)
  expect(await takes(covered, town.deputy)).toEqual([200])
  server.clock.advance({ hours: 25 })
  await server.run('tidy')
  expect([await takes(site ?? '', town.deputy), await takes(covered, town.deputy)]).toEqual([[404], [404]])
})

test('whoever reads the text of a merged suggestion takes its files, as long as it is handled with the other', async () => {
  const main = await bring(server, town, 'received')
  const hung = await file(town.otherDeputy)
  const { id } = await town.otherDeputy.client.call(startSuggestion, {
    params: { town: town.id },
    input: { ...text, subject: '大郭西段河堤塌了要修', files: [hung] },
  })
  await step(town, town.otherDeputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  expect(await takes(hung, town.deputy, town.unit)).toEqual([404, 404])
  await step(town, town.office, id, 'merge', { targetId: main, reason: '说的是同一段河堤。' })
  expect((await see(town, town.unit, main)).merged).toMatchObject([{ id, files: [{ id: hung }] }])
  expect(await takes(hung, town.deputy, town.unit, town.coUnit, town.villager, undefined)).toEqual([
    200, 200, 200, 403, 401,
  ])
  expect(await everybodyTakes(main, hung)).toBe(404)
  // Who left before reads what it had.
  await step(town, town.office, main, 'reassign', { ...forms(town).reassign, leadUnitId: town.coUnitId })
  expect([(await see(town, town.unit, main)).merged, ...(await takes(hung, town.unit))]).toEqual([[], 404])
  await step(town, town.office, id, 'unmerge', forms(town).unmerge)
  expect(await takes(hung, town.otherDeputy, town.deputy, town.coUnit)).toEqual([200, 404, 404])
  // Merged again and then withdrawn: nobody reads any more what was taken back.
  await step(town, town.office, id, 'merge', { targetId: main, reason: '说的是同一段河堤。' })
  expect(await takes(hung, town.deputy)).toEqual([200])
  await step(town, town.otherDeputy, id, 'withdraw', forms(town).withdraw)
  expect((await see(town, town.deputy, main)).merged).toEqual([])
  expect(await takes(hung, town.otherDeputy, town.deputy, town.coUnit)).toEqual([200, 404, 404])
})

test('a report of progress has its files beside it; a unit that left reads only its own', async () => {
  const id = await bring(server, town, 'received')
  const own = await file()
  const seen = await step(town, town.unit, id, 'reportProgress', { note: '已经招标。', files: [own] })
  expect(seen.progressFiles).toMatchObject([{ files: [{ id: own }] }])
  expect(seen.timeline.map(({ at }) => at)).toContain(seen.progressFiles[0]?.at)
  expect(await takes(own, town.deputy, town.coUnit, town.otherDeputy)).toEqual([200, 200, 404])
  const used = await refusedStep(town, town.unit, id, 'reportProgress', { note: '又招标。', files: [own] })
  expect(used.fields).toEqual({ files: cannotUse })
  await step(town, town.office, id, 'reassign', {
    ...forms(town).reassign,
    leadUnitId: town.coUnitId,
  })
  server.clock.advance({ minutes: 1 })
  const later = await file(town.coUnit)
  await step(town, town.coUnit, id, 'receive', forms(town).receive)
  await step(town, town.coUnit, id, 'reportProgress', { note: '重新招标。', files: [later] })
  expect(await takes(own, town.unit, town.coUnit)).toEqual([200, 200])
  expect((await see(town, town.unit, id)).progressFiles).toHaveLength(1)
})

test('what the office types for a deputy may have its paper beside it, and needs none', async () => {
  const id = await bring(server, town, 'replied')
  const paper = await file(town.office)
  const onPaper = { ...spoken, spokeHow: 'paper', spokeOn: beijingDay(server.clock.now()) }
  const said = { ...forms(town).evaluate, ...onPaper }
  const foreign = { ...said, files: [await file(town.coUnit)] }
  expect((await refusedStep(town, town.office, id, 'evaluateByWord', foreign)).fields).toEqual({
    files: cannotUse,
  })
  const seen = await step(town, town.office, id, 'evaluateByWord', { ...said, files: [paper] })
  expect([seen.state, seen.progressFiles]).toMatchObject(['closed', [{ files: [{ id: paper }] }]])
  expect(seen.progressFiles[0]?.at).toBe(seen.timeline.at(-1)?.at)
  expect(await takes(paper, town.deputy, town.unit, town.otherDeputy)).toEqual([200, 200, 404])
  expect(await everybodyTakes(id, paper)).toBe(404)
  const other = await bring(server, town, 'submitted')
  const gone = await step(town, town.office, other, 'withdrawByWord', { ...forms(town).withdraw, ...onPaper })
  expect([gone.state, gone.progressFiles]).toEqual(['withdrawn', []])
})

describe('files of a reply', () => {
  const onBoard = async (id: string) => {
    server.clock.advance({ minutes: 10 })
    return (await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })).files
  }
  const heldFile = async (id: string) => {
    const { items } = await town.office.client.call(listContentChecks, {
      params: { town: town.id },
      query: {},
    })
    return items.find((one) => one.kind === 'file' && one.photo === id)
  }

  test('are public where the writer says so, once a second person has let them through', async () => {
    const id = await bring(server, town, 'handling')
    const [open, photo] = [await file(), await uploaded(server, town)]
    const form = { ...forms(town).reply, files: [open], filesOpen: true }
    const mixed = { ...form, photosBefore: [open], files: [photo] }
    expect((await refusedStep(town, town.unit, id, 'reply', mixed)).fields).toEqual({
      photosBefore: '有一张照片用不了：不是本单位传的，已经用在别处，或放得太久。请去掉它，重新选一张。',
    })
    const seen = await step(town, town.unit, id, 'reply', form)
    expect(seen.rounds[0]?.reply).toMatchObject({
      files: [{ id: open, name: '清淤合同.pdf' }],
      filesOpen: true,
    })
    expect([await everybodyTakes(id, open), await onBoard(id)]).toEqual([404, []])
    const check = await heldFile(open)
    expect(check).toMatchObject({ state: 'held', text: '清淤合同.pdf', suggestion: { id } })
    expect(await takes(open, town.presidium)).toEqual([200])
    await town.office.client.call(contentCheckSteps.approve, {
      params: { town: town.id, id: check?.id ?? '' },
      input: { version: check?.version ?? 0, form: {} },
    })
    expect([await everybodyTakes(id, open), await onBoard(id)]).toMatchObject([200, [{ id: open }]])
    const shown = await getPicture(server, `/towns/${town.id}/board/${id}/files/${open}`)
    expect(shown.headers.get('content-disposition')).toMatch(/^attachment/)
    // A correction that does not name them keeps them so; one that closes them takes them from everyone.
    const again = await step(town, town.unit, id, 'correctReply', forms(town).correctReply)
    expect(again.rounds[0]?.reply).toMatchObject({ version: 2, files: [{ id: open }], filesOpen: true })
    expect(await everybodyTakes(id, open)).toBe(200)
    const closed = { ...forms(town).correctReply, files: [open] }
    await step(town, town.unit, id, 'correctReply', closed)
    expect([await everybodyTakes(id, open), await onBoard(id)]).toEqual([404, []])
    expect((await refusedStep(town, town.unit, id, 'correctReply', closed)).code).toBe('nothing_changed')
    // Opened again it is looked at again.
    await step(town, town.unit, id, 'correctReply', { ...closed, filesOpen: true })
    expect([await everybodyTakes(id, open), (await heldFile(open))?.state]).toEqual([404, 'held'])
  })

  test('that are pictures WeChat looks at first; its yes lets none through, its no stands beside it for whoever looks', async () => {
    await pushHere(server)
    const id = await bring(server, town, 'handling')
    const sent = async (name: string) =>
      (await sendFile(server, town, { file: await picture(), name })).id ?? ''
    const [good, bad, paper] = [await sent('渠道.png'), await sent('告示.jpg'), await file()]
    const form = { ...forms(town).reply, files: [good, bad, paper], filesOpen: true }
    await step(town, town.unit, id, 'reply', form)
    const checks = () =>
      server.database.reader.query<{ id: string; photoId: string; state: string; traceId: string | null }[]>(
        `SELECT m.id, k.photo_id AS photoId, m.state, k.trace_id AS traceId FROM content_check k
         JOIN matter m ON m.id = k.id WHERE k.kind = 'file' AND k.suggestion_id = ?`,
        [id],
      )
    const checkOf = async (photo: string) => (await checks()).find(({ photoId }) => photoId === photo)
    const states = async () =>
      [await checkOf(good), await checkOf(bad), await checkOf(paper)].map((one) => one?.state)
    await server.run('checkContent')
    expect(await states()).toEqual(['pending', 'pending', 'held'])
    const passAlone = server.database.transaction(async (tx) =>
      act(
        tx,
        contentCheck,
        systemOf(town.id),
        (await checkOf(good))?.id ?? '',
        'pass',
        { form: {} },
        server.clock.now(),
      ),
    )
    await expect(passAlone).rejects.toMatchObject({ code: 'wrong_state' })

    await server.run('checkPhotos')
    const site = { publicUrl: server.url, secretKey: server.env.secretKey }
    const fetched = async (photoId: string) =>
      (await fetch(addressForCheck(site, { townId: town.id, photoId }, server.clock.now()))).status
    expect([await fetched(good), await fetched(paper)]).toEqual([200, 404])
    await tellOfPicture(server, { traceId: (await checkOf(bad))?.traceId ?? '', suggest: 'risky' })
    await control(server, '/push/deliver', {})
    await server.run('readWechatEvents')
    expect(await states()).toEqual(['held', 'held', 'held'])
    const look = async (photo: string) => (await heldFile(photo))?.history.map(({ action }) => action)
    expect([await look(good), await look(bad)]).toEqual([['hold'], ['doubt']])
    expect(await toldTo(server, town.office)).toContain(
      '《修复大郭西段河堤》有要公开的图片，微信说要再看一看，请写的人以外的一位复核。',
    )
    expect([await everybodyTakes(id, good), await everybodyTakes(id, bad)]).toEqual([404, 404])
    const decide = async (photo: string, action: 'approve' | 'hide', form: { reason?: string }) => {
      const check = await heldFile(photo)
      await town.office.client.call(contentCheckSteps[action] as typeof contentCheckSteps.hide, {
        params: { town: town.id, id: check?.id ?? '' },
        input: { version: check?.version ?? 0, form: form as { reason: string } },
      })
    }
    await decide(good, 'approve', {})
    await decide(bad, 'hide', { reason: '拍到了人脸。' })
    expect([await everybodyTakes(id, good), await everybodyTakes(id, bad)]).toEqual([200, 404])
  })

  test('are the parties’ alone where nobody says so, and never another unit’s', async () => {
    const id = await bring(server, town, 'handling')
    const foreign = { ...forms(town).reply, files: [await file(town.coUnit)] }
    expect((await refusedStep(town, town.unit, id, 'reply', foreign)).fields).toEqual({ files: cannotUse })
    const own = await file()
    await step(town, town.unit, id, 'reply', { ...forms(town).reply, files: [own] })
    expect(await heldFile(own)).toBeUndefined()
    expect([await everybodyTakes(id, own), ...(await takes(own, town.deputy, town.villager))]).toEqual([
      404, 200, 403,
    ])
  })
})
