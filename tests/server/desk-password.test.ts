import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { proposePassword, setPassword } from '../../shared/api/desk'
import { stepAt, timeCode } from '../../server/features/desk/time-code'
import { weaknessOf } from '../../server/features/desk/weak-passwords'
import { createBrowser } from '../support/browser-client'
import { bytesOf, ownPassword as password, setOwnPassword } from '../support/own-password'
import { startProcess } from '../support/process'
import { startServer, type TestServer } from '../support/server'
import { buildTown, signedInAgain, type TestTown } from '../support/town'
import { wechatConfig } from '../support/wechat-config'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer({ personas: false, proxies: 1 })
  town = await buildTown(server)
})
afterAll(() => server.stop())
/** Each test begins when what was locked is open again. */
beforeEach(() => server.clock.advance({ minutes: 16 }))

let hosts = 0
const address = () => `203.0.113.${(hosts += 1)}`
const enter = (typed: { name: string; password?: string; code: string }, from = address()) =>
  createBrowser(server.url).post(
    '/desk/password/sign-in',
    { password, ...typed },
    { 'x-forwarded-for': from },
  )

test('the codes are those of RFC 6238', () => {
  const secret = Buffer.from('12345678901234567890')
  const vectors = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ] as const
  expect(vectors.map(([at]) => timeCode(secret, stepAt(new Date(at * 1000)), 8))).toEqual(
    vectors.map(([, code]) => code),
  )
  const longer = Buffer.from('12345678901234567890123456789012')
  expect(timeCode(longer, stepAt(new Date(59_000)), 8, 'sha256')).toBe('46119246')
})

test('what everybody uses, and what others know of a person, is no password', () => {
  const own = ['陈静', '13800001234', '禾丰坝镇', '禾丰坝', 'chenjing']
  const weak = [
    'woaini1314520',
    '888888888888',
    'password1234',
    'qwertyuiop123',
    'Passw0rd!2024',
    'abcdefghijkl',
    '123456789012',
    '1qaz2wsx3edc',
    'admin@123456',
    'woaizhongguo1949',
    'renda20260101',
    'abc123abc123',
    'mima123456789',
    'chenjing-2026-x9',
    '禾丰坝人大办2026年啊',
    '13800001234aBcX',
  ]
  expect(weak.filter((one) => weaknessOf(one, own) === undefined)).toEqual([])
  expect(
    [password, 'kite-salt-amber-39', '老槐树下七点半见面吃凉皮'].map((one) => weaknessOf(one, own)),
  ).toEqual([undefined, undefined, undefined])
})

test('name, password and code let a browser in; each code once, one step early or late', async () => {
  const { codeNow, name, secret } = await setOwnPassword(server, town.office, '陈静的电脑')
  const code = codeNow()
  const answer = await enter({ name: ' 陈静的电脑', code })
  expect([answer.status, answer.body]).toEqual([200, { recoveryCodes: null }])
  expect((await enter({ name, code })).body.code).toBe('desk_sign_in_wrong')
  server.clock.advance({ minutes: 5 })
  const early = timeCode(bytesOf(secret), stepAt(server.clock.now()) + 1)
  const old = timeCode(bytesOf(secret), stepAt(server.clock.now()) - 2)
  expect((await enter({ name, code: old })).status).toBe(401)
  expect((await enter({ name, code: early })).status).toBe(200)
})

test('ten recovery codes, each once, and none of them lies readable in the database', async () => {
  const { recoveryCodes, secret, name } = await setOwnPassword(server, town.unit, '水利站赵')
  expect(new Set(recoveryCodes).size).toBe(10)
  const [first = '', second = ''] = recoveryCodes
  expect((await enter({ name, code: `${first.slice(0, 5)}-${first.slice(5)}` })).body).toEqual({
    recoveryCodes: 9,
  })
  expect((await enter({ name, code: first })).status).toBe(401)
  expect((await enter({ name, code: second.toLowerCase() })).body).toEqual({ recoveryCodes: 8 })
  const kept = JSON.stringify(
    await Promise.all(
      ['desk_password', 'recovery_code', 'idempotency_key'].map((table) =>
        server.database.reader.query(`SELECT * FROM ${table}`),
      ),
    ),
  )
  expect([secret, password, ...recoveryCodes].filter((one) => kept.includes(one))).toEqual([])
})

test('unknown and wrong are answered alike', async () => {
  const { name, codeNow } = await setOwnPassword(server, town.presidium, '主席团周')
  const answers = await Promise.all([
    enter({ name: '没有这个人', code: '123456' }),
    enter({ name, code: codeNow(), password: '不是这个密码啊啊啊啊' }),
    enter({ name, code: '000000' }),
  ])
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
})

test('five failures of one name lock it for fifteen minutes, wherever they came from', async () => {
  const { name, codeNow } = await setOwnPassword(server, town.deputy, '代表王')
  const tries = await Promise.all(
    Array.from({ length: 9 }, () => enter({ name, code: codeNow(), password: '错的密码错的密码错的' })),
  )
  expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429])
  const locked = await enter({ name, code: codeNow() })
  expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '900'])
  server.clock.advance({ minutes: 14, seconds: 30 })
  expect((await enter({ name, code: codeNow() })).status).toBe(429)
  server.clock.advance({ seconds: 31 })
  expect((await enter({ name, code: codeNow() })).status).toBe(200)
})

test('a lock outlasts a restart: a second server on the same database keeps it', async () => {
  const { name, codeNow } = await setOwnPassword(server, town.otherDeputy, '代表刘')
  for (let nth = 0; nth < 5; nth += 1) await enter({ name, code: '000000' })
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'desk-'))
  const settings = {
    NODE_ENV: 'development',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    DATABASE_URL: server.databaseUrl,
    ...wechatConfig(server.simulator.url),
  }
  const second = await startProcess(settings, server.clock.now().toISOString())
  try {
    const typed = { name, password, code: codeNow() }
    const there = await createBrowser(second.url).post('/desk/password/sign-in', typed)
    expect([there.status, there.body.code]).toEqual([429, 'too_many'])
  } finally {
    await second.kill('SIGTERM')
    fs.rmSync(dataDir, { recursive: true })
  }
})

test('five failures from one address lock it for every name, and nobody at another address', async () => {
  const { name, codeNow } = await setOwnPassword(server, town.coSigner, '代表张')
  const from = address()
  for (let nth = 0; nth < 5; nth += 1)
    expect((await enter({ name: `试试${nth}`, code: '123456' }, from)).status).toBe(401)
  expect((await enter({ name, code: codeNow() }, from)).status).toBe(429)
  expect((await enter({ name, code: codeNow() })).status).toBe(200)
})

test('setting one asks for a phone or a fresh sign-in, a code that fits, and a name that is free', async () => {
  town = await signedInAgain(server, town)
  await setOwnPassword(server, town.coUnit, '财政所孙')
  const proposed = await town.villager.client.call(proposePassword, {})
  const wanted = (more: object) => ({
    input: { name: '李秀英', password, code: '', ticket: proposed.ticket, ...more },
  })
  const code = () => timeCode(bytesOf(proposed.secret), stepAt(server.clock.now()))
  const refuse = async (more: object) => {
    const answer = await town.villager.client.refused(setPassword, wanted(more))
    return Object.keys(answer.fields)[0] ?? answer.code
  }
  expect(await refuse({ code: '000000' })).toBe('code')
  expect(await refuse({ code: code(), password: 'woaini1314520' })).toBe('password')
  expect(await refuse({ code: code(), password: '太短了' })).toBe('password')
  expect(await refuse({ code: code(), name: '财政所孙 ' })).toBe('login_name_taken')
  const others = await town.unit.client.refused(setPassword, wanted({ code: code() }))
  expect(others.message).toContain('请返回后重新打开')
})
