import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { startSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { newId } from '../../../server/database/id'
import { bring } from '../../support/bring'
import { startServer, type TestServer } from '../../support/server'
import { forms, text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let elsewhere: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  elsewhere = await buildTown(server, '云岭坝镇')
})
afterAll(() => server.stop())

const count = async (table: string) => {
  const [row] = await server.database.reader.query<{ count: number }[]>(
    `SELECT COUNT(*) AS count FROM ${table}`,
  )
  return Number(row?.count)
}
const versionOf = async (id: string) => {
  const [row] = await server.database.reader.query<{ version: number }[]>(
    'SELECT version FROM matter WHERE id = ?',
    [id],
  )
  return row?.version ?? -1
}
const submit = (id: string, version: number, key?: string) =>
  town.deputy.client.ask(suggestionSteps.submit, {
    params: { town: town.id, id },
    input: { version, form: {} },
    ...(key ? { key } : {}),
  })
/** Speaks raw HTTP, for what the typed client cannot say. */
const raw = (path: string, init: { body: string; key?: string; token?: string | null }) =>
  fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(init.token === null ? {} : { authorization: `Bearer ${init.token ?? town.deputy.client.token}` }),
      ...(init.key === undefined
        ? { 'idempotency-key': newId() }
        : init.key === ''
          ? {}
          : { 'idempotency-key': init.key }),
    },
    body: init.body,
  })
const suggestions = () => `/towns/${town.id}/suggestions`

describe('a key', () => {
  test('gives the same answer to a double tap, and one effect', async () => {
    const key = newId()
    const before = await count('suggestion')
    const send = () =>
      town.deputy.client.call(startSuggestion, { params: { town: town.id }, input: text, key })
    const [first, second] = [await send(), await send()]
    expect(second).toEqual(first)
    expect(await count('suggestion')).toBe(before + 1)
  })

  test('gives eight senders at once one effect and the same answer', async () => {
    const key = newId()
    // The same words as before would be that draft.
    const input = { ...text, subject: '修后山的路' }
    const before = await count('suggestion')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        town.deputy.client.call(startSuggestion, { params: { town: town.id }, input, key }),
      ),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await count('suggestion')).toBe(before + 1)
  })

  test('is refused with another body', async () => {
    const key = newId()
    await town.deputy.client.call(startSuggestion, { params: { town: town.id }, input: text, key })
    const answer = await town.deputy.client.refused(startSuggestion, {
      params: { town: town.id },
      input: { ...text, subject: '另一件事' },
      key,
    })
    expect([answer.status, answer.code]).toEqual([422, 'key_reused'])
  })

  test('belongs to one person: another’s same key is another key', async () => {
    const key = newId()
    await town.deputy.client.call(startSuggestion, { params: { town: town.id }, input: text, key })
    const other = await town.coSigner.client.call(startSuggestion, {
      params: { town: town.id },
      input: text,
      key,
    })
    expect(other.leadDeputy).toBe('张春梅')
  })

  test('is not used up by a refusal', async () => {
    const key = newId()
    const id = await bring(server, town, 'draft')
    expect((await submit(id, 99, key)).code).toBe('stale')
    expect((await submit(id, await versionOf(id), key)).status).toBe(200)
  })

  test('is needed for every write', async () => {
    const answer = await raw(suggestions(), { body: JSON.stringify(text), key: '' })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'key_missing'])
  })

  test('is forgotten after seven days', async () => {
    await town.deputy.client.call(startSuggestion, { params: { town: town.id }, input: text })
    server.clock.advance({ days: 8 })
    await server.run('tidy')
    expect(await count('idempotency_key')).toBe(0)
    server.clock.advance({ days: -8 })
  })
})

describe('a step', () => {
  test('taken eight times at once by eight taps is taken once; seven are told so', async () => {
    const id = await bring(server, town, 'draft')
    const version = await versionOf(id)
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(id, version)))
    const codes = answers.map(({ code }) => code ?? 'yes').sort()
    expect(codes).toEqual([...Array.from({ length: 7 }, () => 'stale'), 'yes'])
    expect(await versionOf(id)).toBe(version + 1)
  })

  test('on a version that is no longer the newest is refused with a sentence', async () => {
    const id = await bring(server, town, 'submitted')
    const answer = await submit(id, 0)
    expect(answer).toMatchObject({
      status: 409,
      code: 'stale',
      message: expect.stringContaining('领衔代表 王建国“提交镇人大”。现在是“待审查”，') as string,
    })
  })

  test('on a suggestion of another town is “not found”, whichever town the path names', async () => {
    const id = await bring(server, elsewhere, 'submitted')
    const ask = (townId: string) =>
      town.office.client.ask(suggestionSteps.startReview, {
        params: { town: townId, id },
        input: { version: 4, form: {} },
      })
    expect([(await ask(town.id)).code, (await ask(elsewhere.id)).code]).toEqual(['not_found', 'not_allowed'])
  })

  test('without a reason where one is due names the field', async () => {
    const id = await bring(server, town, 'replied')
    const answer = await town.deputy.client.refused(suggestionSteps.evaluate, {
      params: { town: town.id, id },
      input: {
        version: await versionOf(id),
        form: { attitudeRating: 'satisfied', resultRating: 'notSatisfied' },
      },
    })
    expect(answer).toMatchObject({
      status: 400,
      code: 'bad_input',
      fields: { reason: '选了“不满意”，请写一句哪里不满意，承办单位才知道怎么改。' },
    })
  })

  test('without all three responsibles is refused, field by field', async () => {
    const id = await bring(server, town, 'assigned')
    const answer = await town.unit.client.refused(suggestionSteps.receive, {
      params: { town: town.id, id },
      input: {
        version: await versionOf(id),
        form: { leaderInCharge: '吴海涛', handlerName: ' ', handlerPhone: '12' },
      },
    })
    expect(answer.fields).toEqual({
      handlerName: '请填写专办人员。',
      handlerPhone: '专办人员电话不对，请填 11 位手机号或带区号的座机号。',
    })
  })

  test('with a consultation dated before the hand-over or after today is refused', async () => {
    const id = await bring(server, town, 'received')
    const consult = async (heldOn: string) =>
      (
        await town.unit.client.refused(suggestionSteps.consult, {
          params: { town: town.id, id },
          input: { version: await versionOf(id), form: { ...forms(town).consult, heldOn } as never },
        })
      ).message
    expect([await consult('2020-01-01'), await consult('2030-01-01')]).toEqual([
      '面商日期要在这件事提出以后，最早填2026年11月23日，请核对。',
      '面商日期还没有到，最迟填今天（2026年11月23日）。',
    ])
  })

  test('with a unit of another town is refused', async () => {
    const id = await bring(server, town, 'accepted')
    const answer = await town.office.client.refused(suggestionSteps.assign, {
      params: { town: town.id, id },
      input: { version: await versionOf(id), form: { leadUnitId: elsewhere.unitId } },
    })
    expect(answer.fields).toEqual({ leadUnitId: '没有这个承办单位，或者已经撤销，请重新选择。' })
  })
})

describe('bad input', () => {
  const bodies: [string, string, number, string][] = [
    ['an unknown field', JSON.stringify({ ...text, state: 'closed' }), 400, 'unknown_field'],
    ['an object in place of a text', JSON.stringify({ ...text, subject: { $gt: '' } }), 400, 'bad_input'],
    ['an array in place of a text', JSON.stringify({ ...text, facts: ['x'] }), 400, 'bad_input'],
    ['broken JSON', '{"subject": ', 400, 'bad_json'],
    ['a text in place of an object', '"x"', 400, 'bad_json'],
    ['a text that is too long', JSON.stringify({ ...text, facts: '长'.repeat(2001) }), 400, 'bad_input'],
    ['only spaces', JSON.stringify({ ...text, subject: '  　 ' }), 400, 'bad_input'],
    ['far too much', JSON.stringify({ ...text, facts: 'x'.repeat(300_000) }), 413, 'too_large'],
  ]
  test.each(bodies)('%s is refused in Chinese and changes nothing', async (_, body, status, code) => {
    const before = await count('suggestion')
    const answer = await raw(suggestions(), { body })
    const refusal = (await answer.json()) as { code: string; message: string }
    expect([answer.status, refusal.code]).toEqual([status, code])
    expect(refusal.message).toMatch(/[一-龥].*[。]$/)
    expect(await count('suggestion')).toBe(before)
  })

  test('of the rarer characters is kept as it was written', async () => {
    const subject = '请修𠮷家坝的路🚧'
    const made = await town.deputy.client.call(startSuggestion, {
      params: { town: town.id },
      input: { ...text, subject },
    })
    expect(made.subject).toBe(subject)
  })

  test('without sign-in is 401, with a rubbish token as well', async () => {
    const answers = await Promise.all(
      [null, 'x'.repeat(43)].map((token) => raw(suggestions(), { body: JSON.stringify(text), token })),
    )
    expect(answers.map(({ status }) => status)).toEqual([401, 401])
  })

  test('an address that is none is 404 in the same shape', async () => {
    const answer = await fetch(`${server.url}/api/nothing`)
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { code: 'not_found', message: '没有找到，可能已经移走或地址不对，请返回首页重新打开。' },
    ])
  })
})
