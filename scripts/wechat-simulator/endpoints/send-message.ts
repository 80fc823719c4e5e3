import { readCard } from '../card'
import { drawMessageId } from '../chance'
import { isAboveDay } from '../counters'
import { type Call, type Endpoint, type JsonObject } from '../endpoint'
import { findPerson } from '../people'
import { refuse } from '../refusal'
import { writeLedger } from '../ledger'
import { sentEvent } from '../push/events'
import { pushEvent, takePushFault } from '../push/queue'
import { type Reply, replyJson } from '../reply'
import { type App, type User } from '../shapes'
import { findSubscription, mayReceive, useOneSend } from '../subscriptions'
import { pause, type World } from '../world'

const miniprogramStates = ['developer', 'trial', 'formal'] as const
const languages = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'] as const

function readChoice<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  if (value === undefined) return otherwise
  return choices.find((choice) => choice === value) ?? refuse(47001)
}

/** A page of the released list, with a query if one likes, without a leading slash (assumption 12). */
function readPage(app: App, value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value !== 'string') return refuse(41030)
  return app.releasedPages.includes(value.split('?')[0] ?? '') ? value : refuse(41030)
}

/** Ten million a day, thirty with payment (section 3.2, A). */
function sendLimit({ state }: World, app: App): number {
  return app.payment ? state.limits.sendDayWithPayment : state.limits.sendDay
}

/** Template 40037, ban 43107, subscription 43101, card 47003, words 45168, page 41030, day 45009 (section 3.2, assumption 9). */
async function deliver(world: World, app: App, user: User, body: JsonObject): Promise<Reply> {
  const { state } = world
  const miniprogramState = readChoice(body.miniprogram_state, miniprogramStates, 'formal')
  const lang = readChoice(body.lang, languages, 'zh_CN')
  const template = state.templates.find((one) => one.id === body.template_id && one.appid === app.appid)
  if (!template) return refuse(40037)
  if (template.banned || app.messagesBanned) refuse(43107)
  const subscription = findSubscription(state, user.openid, template.id)
  if (!user.mainSwitch || !mayReceive(subscription)) refuse(43101)
  const lines = readCard(template, body.data)
  const words = state.cardWords.filter((word) => lines.some((line) => line.value.includes(word)))
  if (words.length > 0) refuse(45168)
  const page = readPage(app, body.page)
  if (isAboveDay(world, `send/${app.appid}`, sendLimit(world, app))) refuse(45009)

  useOneSend(subscription)
  const msgid = drawMessageId(state)
  const { openid } = user
  const card = { templateId: template.id, title: template.title, lines, page, miniprogramState, lang }
  state.messages.push({ msgid, openid, ...card, sentAt: world.now() })
  writeLedger(world, openid, template.id, 'sent')
  const isFailed = takePushFault(state, 'subscribe_msg_sent_event', ['sentFailed']) !== undefined
  const event = sentEvent(world, { openid, templateId: template.id, msgid, isFailed })
  await pushEvent(world, app, event, state.sentEventDelayMs)
  // Written by hand: the id is a bare 64-bit number, which no JavaScript number can hold (section 0, point 3).
  return replyJson(`{"errcode":0,"errmsg":"ok","msgid":${msgid}}`)
}

async function answer(world: World, { body }: Call, app: App): Promise<Reply> {
  const user = findPerson(world.state, body.touser)
  if (user?.appid !== app.appid) return refuse(40003)
  if (world.sending.has(user.openid)) return refuse(43108)
  world.sending.add(user.openid)
  try {
    return await deliver(world, app, user, body)
  } finally {
    // The real platform takes its time; a second send in that time is the caller's mistake (assumption 8).
    await pause(world, world.state.sendTakesMs)
    world.sending.delete(user.openid)
  }
}

export const sendMessage: Endpoint = {
  kind: 'business',
  method: 'POST',
  path: '/cgi-bin/message/subscribe/send',
  answer,
}
