import { listTowns } from '../../../shared/api/towns'
import { acceptInvite } from '../../../shared/api/sign-in'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { newId } from '../../../server/database/id'
import { createLimits } from '../../../server/http/limits'
import { createClient } from '../../support/client'
import { startServer, type TestServer } from '../../support/server'
import { addUser, callsOf, loginCode } from '../../support/simulator'
import { buildTown, signedIn, type TestPerson, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer({ limited: true, proxies: 1 })
  town = await buildTown(server)
})
afterEach(() => server.stop())

const opinion = () => ({
  params: { town: town.id },
  input: { deputyId: town.deputy.id, kind: 'report' as const, text: '路灯不亮。', again: true },
})
const write = (person: TestPerson) => person.client.ask(writeOpinion, opinion())
/** Whoever asks through the proxy in front; what stands before the last entry is invented. */
const from = (address: string, path: string, body: unknown, token = '') =>
  fetch(`${server.url}/api${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `${newId()}, ${address}`,
      'idempotency-key': newId(),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
const codes = async (answer: Response) => ((await answer.json()) as { code?: string }).code
const newUser = async () => {
  const openid = `o${newId()}1`
  await addUser(server, { openid })
  return openid
}

test('the sixth opinion within ten minutes is told how long to wait, to the second', async () => {
  for (let sent = 0; sent < 5; sent += 1) expect((await write(town.villager)).status).toBe(200)
  server.clock.advance({ minutes: 3, seconds: 20 })
  const answer = await town.villager.client.refused(writeOpinion, opinion())
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '400'])
  expect(answer.message).toBe('办得太快了，请过 7 分钟再试，您填的内容还在。')
  server.clock.advance({ seconds: 400 })
  expect((await write(town.villager)).status).toBe(200)
})

test('the twenty-first of a day waits for hours', async () => {
  for (let sent = 0; sent < 20; sent += 1) {
    if (sent % 5 === 0) server.clock.advance({ minutes: 11 })
    expect((await write(town.villager)).status).toBe(200)
  }
  server.clock.advance({ minutes: 11 })
  expect((await town.villager.client.refused(writeOpinion, opinion())).message).toContain('请过 24 小时再试')
})

test('a restart and a second instance lift no limit of what is kept', async () => {
  for (let sent = 0; sent < 5; sent += 1) await write(town.villager)
  const [row] = await server.database.reader.query<{ accountId: string }[]>(
    'SELECT account_id AS accountId FROM resident WHERE town_id = ?',
    [town.id],
  )
  const afterRestart = createLimits(server.database, server.clock.now)
  await expect(afterRestart('opinion', row?.accountId ?? '')).rejects.toMatchObject({ code: 'too_many' })

  const other = createLimits(server.database, server.clock.now)
  for (const [name, most] of [
    ['invite', 5],
    ['wrongCode', 30],
    ['signInOfUser', 60],
    ['deskRequest', 120],
    ['upload', 180],
  ] as const) {
    if (most > 5) await afterRestart(name, 'somebody', most - 5)
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? afterRestart : other)(name, 'somebody')),
    )
    expect([name, tries.filter(({ status }) => status === 'fulfilled').length]).toEqual([name, 5])
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'too_many' })
  }
})

test('what is counted names neither an account nor an address, and is forgotten when its span has ended', async () => {
  await write(town.villager)
  const rows = () =>
    server.database.reader.query<{ usedBy: string }[]>('SELECT used_by AS usedBy FROM use_count')
  const kept = await rows()
  expect(kept.length).toBeGreaterThanOrEqual(2)
  expect(kept.filter(({ usedBy }) => !/^[0-9a-f]{64}$/.test(usedBy))).toEqual([])
  server.clock.advance({ days: 2 })
  await server.run('tidy')
  expect(await rows()).toEqual([])
})

test('200 villagers behind one address all sign in and send within a minute', async () => {
  const answers = { signIn: 0, sent: 0 }
  const began = Date.now()
  for (let group = 0; group < 20; group += 1) {
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const signed = await from('203.0.113.7', '/sign-in', {
          code: await loginCode(server, await newUser()),
        })
        if (signed.status === 200) answers.signIn += 1
        const { token } = (await signed.json()) as { token: string }
        const sent = await from('203.0.113.7', `/towns/${town.id}/opinions`, opinion().input, token)
        if (sent.status === 200) answers.sent += 1
      }),
    )
  }
  expect(answers).toEqual({ signIn: 200, sent: 200 })
  expect(Date.now() - began).toBeLessThan(60_000)
})

test('whoever guesses login codes is stopped before WeChat grows tired of us, whatever addresses he invents', async () => {
  const before = (await callsOf(server, '/sns/jscode2session')).length
  const guesses: (string | undefined)[] = []
  for (let guess = 0; guess < 60; guess += 1)
    guesses.push(await codes(await from('198.51.100.9', '/sign-in', { code: `guess-${guess}` })))
  expect(guesses.filter((code) => code === 'sign_in_code_bad')).toHaveLength(30)
  expect(guesses.filter((code) => code === 'too_many')).toHaveLength(30)
  expect((await callsOf(server, '/sns/jscode2session')).length - before).toBe(30)
  const good = { code: await loginCode(server, await newUser()) }
  expect((await from('203.0.113.7', '/sign-in', good)).status).toBe(200)
})

test('one WeChat user does not sign in a hundred times a minute', async () => {
  const openid = await newUser()
  const answers = []
  for (let time = 0; time < 61; time += 1)
    answers.push((await from('203.0.113.7', '/sign-in', { code: await loginCode(server, openid) })).status)
  expect(answers.filter((status) => status === 429)).toHaveLength(1)
})

test('an invite cannot be guessed: after five tries one waits', async () => {
  const { client } = await signedIn(server)
  const tries = Array.from({ length: 6 }, (_, index) => `WRONGCODE${index}`)
  const refused: string[] = []
  for (const code of tries) refused.push((await client.refused(acceptInvite, { input: { code } })).code)
  expect(refused).toEqual([...Array.from({ length: 5 }, () => 'invite_bad'), 'too_many'])
})

test('nor by many accounts behind one address; those elsewhere go on', async () => {
  const guess = async (address: string) => {
    const { client } = await signedIn(server)
    return codes(
      await from(address, '/invites/accept', { code: `WRONG${newId().slice(0, 5)}` }, client.token),
    )
  }
  const guesses: (string | undefined)[] = []
  for (let group = 0; group < 52; group += 1) guesses.push(await guess('198.51.100.9'))
  expect(guesses.slice(-2)).toEqual(['too_many', 'too_many'])
  expect(guesses.filter((code) => code === 'invite_bad')).toHaveLength(50)
  expect(await guess('203.0.113.7')).toBe('invite_bad')
})

test('reading is free for a village and has an end for a machine', async () => {
  const anyone = createClient(server.url)
  const answers: number[] = []
  for (let group = 0; group < 62; group += 1) {
    const some = await Promise.all(Array.from({ length: 50 }, () => anyone.ask(listTowns, {})))
    answers.push(...some.map(({ status }) => status))
  }
  expect(answers.slice(0, 2500).every((status) => status === 200)).toBe(true)
  expect(answers.slice(-50).every((status) => status === 429)).toBe(true)
  expect((await from('203.0.113.7', '/sign-in', { code: 'x' })).status).toBe(401)
})

test('tokens that are guessed are counted as well', async () => {
  const answers: number[] = []
  for (let group = 0; group < 62; group += 1) {
    const some = await Promise.all(
      Array.from({ length: 50 }, () =>
        fetch(`${server.url}/api/me`, { headers: { authorization: `Bearer ${newId()}` } }),
      ),
    )
    answers.push(...some.map(({ status }) => status))
  }
  expect([answers[0], answers.at(-1)]).toEqual([401, 429])
})
