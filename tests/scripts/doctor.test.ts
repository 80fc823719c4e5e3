import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { cloudChecks } from '../../scripts/doctor/check-cloud'
import { deskCheck } from '../../scripts/doctor/check-desk'
import { linkCheck } from '../../scripts/doctor/check-link'
import { machineChecks } from '../../scripts/doctor/check-machine'
import { pushCheck } from '../../scripts/doctor/check-push'
import { wechatChecks } from '../../scripts/doctor/check-wechat'
import { type Check, runChecks } from '../../scripts/doctor/finding'
import { connect } from '../../server/database/connect'
import { readEnv } from '../../server/env'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { type Script, startScriptedWechat } from '../support/scripted-wechat'
import { wechatConfig } from '../support/wechat-config'

const template = (id: string) => ({
  priTmplId: id,
  title: '提醒',
  type: 2,
  content: '编号:{{character_string1.DATA}}\n事项:{{thing2.DATA}}\n时间:{{time3.DATA}}\n',
})
const healthy: Record<string, Script> = {
  '/': (_call, response) => void response.end(),
  '/wxaapi/newtmpl/gettemplate': () => ({
    errcode: 0,
    data: [template('sim-template-task'), template('sim-template-progress')],
  }),
  '/wxa/getwxacodeunlimit': (_call, response) => void response.end(Buffer.from([0xff, 0xd8, 0xff])),
}
const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
const folder = () => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'doctor-'))
  closing.push(() => fs.rmSync(made, { recursive: true }))
  return made
}
async function wechatServer(script: Record<string, Script> = {}) {
  const server = await startScriptedWechat({ ...healthy, ...script })
  closing.push(() => server.close())
  return server
}
async function look(checks: readonly Check[]) {
  const lines: string[] = []
  const toFix = await runChecks(checks, (line) => lines.push(line))
  return { lines, toFix }
}
const config = (url: string) => readEnv({ NODE_ENV: 'test', ...wechatConfig(url) }).wechat
async function askWechat(script: Record<string, Script> = {}, now = () => new Date()) {
  const { url } = await wechatServer(script)
  return look(wechatChecks(createWechat(config(url), now), now))
}

test('where everything is right nothing is to be set right', async () => {
  const { lines, toFix } = await askWechat()
  expect(toFix).toBe(0)
  expect(lines.map((line) => line.slice(0, 1))).toEqual(['✓', '✓', '✓', '✓'])
})

test.each([
  [
    'a wrong secret',
    { '/cgi-bin/stable_token': () => ({ errcode: 40125, errmsg: 'no' }) },
    /^✗ 微信令牌：WECHAT_SECRET 不对/,
  ],
  [
    'an IP that is not allowed',
    { '/cgi-bin/stable_token': () => ({ errcode: 40164, errmsg: 'no' }) },
    /^✗ 微信令牌：服务器的 IP 不在白名单里/,
  ],
  [
    'a template that is gone',
    { '/wxaapi/newtmpl/gettemplate': () => ({ errcode: 0, data: [] }) },
    /^✗ 订阅消息模板：WECHAT_TEMPLATES 的 task：小程序后台没有模板/,
  ],
  [
    'a page that is not released',
    { '/wxa/getwxacodeunlimit': () => ({ errcode: 41030, errmsg: 'invalid page' }) },
    /^✗ 小程序码和页面：要打开的页面不在已发布的版本里/,
  ],
] as [string, Record<string, Script>, RegExp][])(
  '%s is named with what to do',
  async (_name, script, expected) => {
    const { lines, toFix } = await askWechat(script)
    expect(toFix).toBeGreaterThan(0)
    expect(lines.some((line) => expected.test(line))).toBe(true)
  },
)

test('a clock that is ten minutes off is named', async () => {
  const { lines } = await askWechat({}, () => new Date(Date.now() + 600_000))
  expect(lines.find((line) => line.includes('时钟'))).toMatch(
    /^✗ 时钟：和微信相差 (599|60\d) 秒，请打开服务器的时间同步/,
  )
})

test('no way to WeChat: every look says so, none stops the others', async () => {
  const server = await wechatServer()
  await server.close()
  closing.pop()
  const { lines, toFix } = await look(wechatChecks(createWechat(config(server.url)), () => new Date()))
  expect(toFix).toBe(4)
  expect(lines[0]).toMatch(/连不上微信.*请检查服务器能不能访问 api\.weixin\.qq\.com/)
})

/** What a check of one of our addresses says where it is not used, is right, answers something else, and is not there. */
async function lookFourTimes<Setting>(
  check: (setting: Setting | null, serverUrl: string) => Check,
  setting: Setting,
  rightUrl: string,
  wrongUrl: string,
) {
  const results = [
    await look([check(null, rightUrl)]),
    await look([check(setting, rightUrl)]),
    await look([check(setting, wrongUrl)]),
    await look([check(setting, 'http://127.0.0.1:9')]),
  ]
  return results.map(({ toFix, lines }) => [toFix, lines[0]?.slice(0, 1)])
}
const fourMarks = [
  [0, '－'],
  [0, '✓'],
  [1, '✗'],
  [1, '✗'],
]

test('the push address: not used, right, not answering as it should, not there', async () => {
  const push = { token: 'AAAAA', aesKey: 'A'.repeat(43) }
  const echo = await wechatServer({ '/wechat/push': ({ query }) => query.echostr })
  const mute = await wechatServer({ '/wechat/push': () => 'hello' })
  expect(await lookFourTimes(pushCheck, push, echo.url, mute.url)).toEqual(fourMarks)
})

const cloudSettings = {
  NODE_ENV: 'test',
  HOST: '0.0.0.0',
  DATABASE_URL: 'mysql://someone:word@10.0.0.1:3306/deputies_home',
  WECHAT_CLOUD: 'private',
  WECHAT_OPEN_INTERFACE: 'on',
}
test.each([
  ['all is set', {}, [/^✓ 微信云托管：设置齐了。还要请人在控制台看一眼：这个服务的公网访问是关着的/]],
  [
    'the open interface is missing',
    { WECHAT_OPEN_INTERFACE: '' },
    [/^✗ 微信云托管：.*WECHAT_OPEN_INTERFACE=on/],
  ],
  ['the database is in the container', { DATABASE_URL: '' }, [/^✗ 微信云托管：.*请在控制台开通 MySQL/]],
  ['nobody outside can reach it', { HOST: '' }, [/^✗ 微信云托管：HOST 是 127\.0\.0\.1/]],
  [
    'pushes come to a closed door',
    { WECHAT_PUSH_TOKEN: 'AAAAA', WECHAT_PUSH_AES_KEY: 'A'.repeat(43) },
    [/^✗ 微信云托管：.*推送地址也填它的域名/],
  ],
  ['two things are wrong', { HOST: '', DATABASE_URL: '' }, [/开通 MySQL/, /HOST=0\.0\.0\.0/]],
  [
    'the service of the desks takes pushes',
    { WECHAT_CLOUD: '', WECHAT_PUSH_TOKEN: 'AAAAA', WECHAT_PUSH_AES_KEY: 'A'.repeat(43) },
    [/^✓ 微信云托管：设置齐了。$/],
  ],
  ['there is no cloud', { WECHAT_CLOUD: '', WECHAT_OPEN_INTERFACE: '', HOST: '', DATABASE_URL: '' }, []],
] as [string, Record<string, string>, RegExp[]][])('微信云托管: %s', async (_name, settings, expected) => {
  const { lines } = await look(cloudChecks(readEnv({ ...cloudSettings, ...settings })))
  expect(lines).toEqual(expected.map((line) => expect.stringMatching(line) as string))
})

test('the file beside the ordinary links is fetched as WeChat fetches it', async () => {
  const file = { name: 'AbCdEf1234.txt', content: '0f1e2d3c' }
  const good = await wechatServer({ '/q/AbCdEf1234.txt': () => '0f1e2d3c' })
  const page = await wechatServer({ '/q/AbCdEf1234.txt': () => '<!doctype html>' })
  expect(await lookFourTimes(linkCheck, file, good.url, page.url)).toEqual(fourMarks)
})

test.each([
  [
    'an address without TLS',
    'http://dbzj.example.cn',
    {},
    /^✗ 电脑登录：PUBLIC_URL 是 .*请换成 https 的地址/,
  ],
  ['no address', '', {}, /^－ 电脑登录：没有设置 PUBLIC_URL/],
  ['a mini-program code', 'https://dbzj.example.cn', {}, /^✓ 电脑登录：登录码是小程序码/],
  [
    'the rule for ordinary links',
    'https://dbzj.example.cn',
    { WECHAT_LINK_CHECK: 'AbCdEf1234.txt:0f1e2d3c' },
    /^✓ 电脑登录：登录码是普通二维码/,
  ],
  [
    'neither rule nor code',
    'https://dbzj.example.cn',
    { broken: 'yes' },
    /^✗ 电脑登录：没有设置 WECHAT_LINK_CHECK，微信也没有给小程序码/,
  ],
] as [string, string, Record<string, string>, RegExp][])(
  'what sign-in at a computer needs: %s',
  async (_name, publicUrl, { broken, ...more }, expected) => {
    const refused = { '/wxa/getwxacodeunlimit': () => ({ errcode: 41030, errmsg: 'invalid page' }) }
    const { url } = await wechatServer(broken ? refused : {})
    const env = readEnv({ NODE_ENV: 'test', ...wechatConfig(url), PUBLIC_URL: publicUrl, ...more })
    const wechat = createWechat(env.wechat, () => new Date())
    const { lines } = await look([deskCheck(env, wechat)])
    expect(lines.some((line) => expected.test(line))).toBe(true)
  },
)

test('a database is looked at and not changed: absent, up to date, behind', async () => {
  const home = folder()
  const url = `sqlite:${path.join(home, 'a.sqlite')}`
  const says = async () => (await look(machineChecks(url, home))).lines[0]
  expect(await says()).toMatch(/还没有建立/)
  expect(fs.existsSync(path.join(home, 'a.sqlite'))).toBe(false)
  const database = await connect(url)
  await database.close()
  expect(await says()).toMatch(/结构是最新的/)
  const again = await connect(url)
  await again.transaction((tx) =>
    tx.query('DELETE FROM migrations WHERE id = (SELECT MAX(id) FROM migrations)'),
  )
  await again.close()
  expect(await says()).toMatch(/有 1 处结构要更新/)
})

test('a file that is no database and a folder that is none are named', async () => {
  const home = folder()
  const file = path.join(home, 'file')
  fs.writeFileSync(file, 'this is not a database, it is only a text that is long enough to be one')
  const { toFix } = await look(machineChecks(`sqlite:${file}`, path.join(file, 'below')))
  expect(toFix).toBe(2)
})

const run = (vars: Record<string, string>) =>
  new Promise<{ code: number | null; out: string }>((resolve) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'doctor'], {
      cwd: path.resolve(__dirname, '../..'),
      env: { PATH: process.env.PATH ?? '', ...vars },
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.on('exit', (code) => resolve({ code, out }))
  })

test('it ends with 1 when something must be set right, and with 0 otherwise', async () => {
  const { url } = await wechatServer()
  const vars = {
    NODE_ENV: 'test',
    DATA_DIR: folder(),
    ...wechatConfig(url),
    WECHAT_PUSH_TOKEN: '',
    WECHAT_PUSH_AES_KEY: '',
  }
  const good = await run(vars)
  expect([good.code, good.out.includes('都好了。')]).toEqual([0, true])
  const bad = await run({ NODE_ENV: 'production', DATA_DIR: folder() })
  expect([bad.code, /✗ 设置：SECRET_KEY 没有设置或太短/.test(bad.out)]).toEqual([1, true])
})
