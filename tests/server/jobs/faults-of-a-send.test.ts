import fs from 'node:fs'
import path from 'node:path'
import { listDeliveries } from '../../../shared/api/deliveries'
import { showInbox } from '../../../shared/api/inbox'
import { createWechat, type Wechat } from '../../../server/gateways/wechat/wechat'
import { createLog } from '../../../server/http/log'
import { deliver } from '../../../server/jobs/deliver'
import { owePush } from '../../support/owe'
import { startServer, type TestServer } from '../../support/server'
import { consent, control, sentTo } from '../../support/simulator'
import { buildTown, type TestTown } from '../../support/town'

/** Every fault of section 9.7 that a push can meet: what the outbox, the inbox and the office's screen say then. */
const send = '/cgi-bin/message/subscribe/send'
let server: TestServer
let town: TestTown
let wechat: Wechat
beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  wechat = wechatAt(server.env.wechat.apiBase)
  await consent(server, town.office.openid)
})
afterEach(() => server.stop())

interface Row {
  state: string
  attempts: number
  reason: string | null
  messageId: string | null
}

/** A broken answer is waited for so long. */
const patienceMs = 1500
const wechatAt = (apiBase: string) =>
  createWechat({ ...server.env.wechat, apiBase }, server.clock.now, patienceMs)

/** @param base where WeChat is looked for; without, as ever, with the token of before. */
const handOver = (base?: string) =>
  deliver.run({
    database: server.database,
    wechat: base === undefined ? wechat : wechatAt(base),
    now: server.clock.now,
    log: createLog('silent'),
    outboxLeaseSeconds: 60,
    pushesADay: 10_000,
  })
const readOutbox = async () => {
  const [row] = await server.database.reader.query<Row[]>(
    'SELECT state, attempts, reason, wechat_message_id AS messageId FROM outbox_message WHERE recipient_id = ?',
    [town.office.id],
  )
  return row
}
const outbox = async () => {
  const row = await readOutbox()
  return [row?.state, row?.attempts, row?.reason] as const
}
/** Connections that were kept from before are over: a new one is refused. */
async function untilRefused() {
  const codeOf = (error: unknown) => (error as { cause?: { code?: string } }).cause?.code
  const probe = () => fetch(server.simulator.url).then(() => undefined, codeOf)
  while ((await probe()) !== 'ECONNREFUSED');
}
const inbox = async () =>
  (await town.office.client.call(showInbox, { params: { town: town.id } })).items.map(({ text }) => text)
async function screen() {
  const { items, rests } = await town.office.client.call(listDeliveries, { params: { town: town.id } })
  const own = items.find(({ text }) => text === toldOffice)
  return { listed: own ? [own.state, own.reason] : null, rests: rests?.reason ?? null }
}
const toldOffice = '王建国代表提交了建议《修复大郭西段河堤》，请审查。'

type End = readonly [state: string, attempts: number, reason: string | RegExp | null]
interface Expected {
  choice?: Record<string, unknown>
  first: End
  /** The whole channel rests, and the screen says why. */
  rests?: boolean
  /** What follows once the fault is over and time has passed; left out where the first end is the last. */
  then?: { after: Record<string, number>; last: End }
  /** How many cards the person has in the end. */
  cards: 0 | 1
}

const soon = { seconds: 7 }
const afterDoubt = { seconds: 121 }
/** Until the faults are taken away, for whomever else something is on the way. */
const lasting = { path: send, probability: 1 }
const sent = (attempts: number): End => ['sent', attempts, null]
/** A pause that costs the push no attempt. */
const resting = (reason: string, after: Record<string, number>): Expected => ({
  first: ['pending', 0, reason],
  rests: true,
  then: { after, last: sent(1) },
  cards: 1,
  choice: lasting,
})
const accepted = (choice?: Record<string, unknown>): Expected => ({
  first: sent(1),
  cards: 1,
  ...(choice ? { choice } : {}),
})
const retried = (reason: string | RegExp, after: Record<string, number>): Expected => ({
  choice: lasting,
  first: ['pending', 1, reason],
  then: { after, last: sent(2) },
  cards: 1,
})
const unknownFate = '不知道送到没有：微信没有回音。请打电话告诉对方，或者再发一次'
/** It was taken and nobody told us: sending again would be the second card, and WeChat's own count says so. */
const doubtful = (reason: string): Expected => ({
  choice: lasting,
  first: ['pending', 1, reason],
  then: { after: afterDoubt, last: ['unknown', 2, unknownFate] },
  cards: 1,
})
const refused = (state: 'dead' | 'skipped', reason: string): Expected => ({
  choice: lasting,
  first: [state, 1, reason],
  cards: 0,
})
/** Nothing leaves before a person has set it right in WeChat's back office. */
const blocked = (reason: string): Expected => ({ first: ['pending', 0, reason], rests: true, cards: 0 })

const table: Readonly<Record<string, Expected>> = {
  connectionRefused: { ...retried('连不上微信（ECONNREFUSED）', soon), choice: {} },
  nameNotFound: { ...retried(/^连不上微信（(ENOTFOUND|EAI_AGAIN)）$/, soon), choice: {} },
  tlsFailure: { ...retried(/^连不上微信（ERR_SSL_/, soon), choice: {} },
  resetBefore: retried('和微信的连接断了', afterDoubt),
  resetMidBody: doubtful('微信的回音断在半路'),
  slowAfterEffect: doubtful('微信没有及时回音'),
  noReplyAfterEffect: doubtful('微信没有及时回音'),
  noReplyBefore: retried('微信没有及时回音', afterDoubt),
  http502: retried('微信的服务器出错（HTTP 502）', afterDoubt),
  http504: retried('微信的服务器出错（HTTP 504）', afterDoubt),
  truncatedJson: doubtful('微信的回音看不懂'),
  plainTextJson: accepted(lasting),
  imageInsteadOfJson: doubtful('微信的回音看不懂'),
  systemError: retried('微信系统繁忙（-1）', soon),
  dayQuota: resting('今天的次数用完了（45009）', { hours: 24 }),
  minuteQuota: resting('每分钟的次数用完了（45011）', { seconds: 61 }),
  notAuthorised: resting(
    '小程序没有这个接口的权限，请到小程序后台开通；用微信云托管的，把它加进“微信令牌权限配置”再重新发布（48001）',
    { seconds: 601 },
  ),
  userLimited: resting('小程序被限制，请看小程序后台的通知（50002）', { seconds: 601 }),
  tokenRevoked: accepted(),
  tokenExpired: accepted(),
  tokenNeverAccepted: resting('微信不认令牌（40001）', { seconds: 601 }),
  secretRotated: blocked('WECHAT_SECRET 不对（可能重置过），请到小程序后台取新的（40125）'),
  secretFrozen: blocked('AppSecret 被冻结，请到小程序后台解冻（40243）'),
  ipNotInWhitelist: blocked('服务器的 IP 不在白名单里，请到小程序后台添加（40164）'),
  adminConfirmation: blocked('等管理员在微信里确认这台服务器的 IP（89503）'),
  acceptsGone: refused('skipped', '没有可用的订阅（没有同意，或同意的次数用完了）'),
  templateBanned: blocked('订阅消息能力或模板被封禁，请看小程序后台的通知（43107）'),
  messagesBanned: blocked('订阅消息能力或模板被封禁，请看小程序后台的通知（43107）'),
  templateEdited: refused('dead', '模板字段不合要求（47003）'),
  sensitiveWords: refused('dead', '内容含有敏感词（45168）'),
  concurrentSend: { ...resting('同一个人同时有两条在发（43108）', soon), rests: false },
  msgidBeyondDouble: accepted(),
  clockAhead: accepted(),
  clockBehind: accepted(),
  pastMidnight: accepted(),
}

test.each(Object.entries(table))('%s', async (name, { choice = {}, first, rests = false, then, cards }) => {
  // A token is there already, as on any working day: what was taken back is felt at once.
  await wechat.tryToken()
  await owePush(server, town)
  const { base } = await control<{ base?: string }>(server, `/named-faults/${name}`, choice)
  if (name === 'connectionRefused') await untilRefused()
  await handOver(base)
  const expectEnd = async ([state, attempts, reason]: End) => {
    const said =
      typeof reason === 'string' || reason === null ? reason : (expect.stringMatching(reason) as string)
    expect(await outbox()).toEqual([state, attempts, said])
    expect((await screen()).listed).toEqual(state === 'sent' ? null : [state, said])
    expect(await inbox()).toEqual([toldOffice])
  }
  await expectEnd(first)
  expect((await screen()).rests).toEqual(rests ? first[2] : null)
  if (then) {
    await fetch(`${server.simulator.controlUrl}/__sim/faults`, { method: 'DELETE' })
    server.clock.advance(then.after)
    await handOver()
    await expectEnd(then.last)
    expect((await screen()).rests).toBeNull()
  }
  const arrived = await sentTo(server, town.office.openid)
  expect(arrived).toHaveLength(cards)
  if (name === 'msgidBeyondDouble') {
    const { messageId } = (await readOutbox()) ?? {}
    expect(messageId).toBe(arrived[0]?.msgid)
    expect(BigInt(messageId ?? 0) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true)
  }
})

/** The other faults of the table, and the file that shows what becomes of them. */
const elsewhere: readonly (readonly [file: string, names: readonly string[]])[] = [
  ['tests/server/qr-codes.test.ts', ['jsonInsteadOfImage']],
  ['tests/server/jobs/faults-of-a-check.test.ts', ['checkQuota']],
  [
    'tests/server/jobs/faults-of-events.test.ts',
    [
      'pushDuplicated',
      'pushReordered',
      'pushDelayed',
      'pushReplayed',
      'pushWrongSignature',
      'pushWrongAppid',
      'pushOldTimestamp',
      'pushHugeBody',
      'pushOpenBody',
      'pushOddStatus',
      'pushYesAndNo',
      'pushUnknownEvent',
      'sentEventFails',
      'sentEventNever',
      'sentEventFirst',
    ],
  ],
  ['tests/server/cloud.test.ts', ['cloudWithoutOpenid', 'cloudFromOnly', 'cloudForgedHeaders']],
  ['tests/journeys/photo-checks.test.ts', ['mediaEventNever', 'mediaDownloadFailed']],
  ['tests/server/database/wake.test.ts', ['databaseAsleep', 'databaseResuming']],
]

test('no fault of the table is forgotten', async () => {
  const { namedFaults } = await control<{ namedFaults: { name: string }[] }>(server, '/named-faults')
  const shown = elsewhere.flatMap(([file, names]) => {
    const text = fs.readFileSync(path.resolve(__dirname, '../../..', file), 'utf8')
    return names.filter((name) => text.includes(name))
  })
  expect(
    namedFaults.map(({ name }) => name).filter((name) => !(name in table || shown.includes(name))),
  ).toEqual([])
})
