import { createDecipheriv } from 'node:crypto'
import { aesKey, type Receiver, startReceiver, token } from './start-receiver'
import { startWechat, type Wechat } from './start-wechat'

/** A simulator that pushes to a receiver, and what the tests of pushes ask of the two. */

export const template = 'sim-template-task'

interface Begun {
  wechat: Wechat
  receiver: Receiver
  openid: string
}

/** Every test has both anew, and a user. The result of a send is pushed when a test says so. */
export function startPushForEachTest(begin: (begun: Begun) => unknown) {
  let wechat: Wechat
  let receiver: Receiver
  let openid: string
  beforeEach(async () => {
    receiver = await startReceiver()
    wechat = await startWechat({ sentEventDelayMs: 60_000, pushTimeoutMs: 2000 })
    openid = await wechat.addUser()
    begin({ wechat, receiver, openid })
  })
  afterEach(async () => {
    await wechat.close()
    await receiver.close()
  })

  const verify = (changes: object = {}) =>
    wechat.control('/push/verify', { url: receiver.url, token, aesKey, ...changes })
  const subscribe = (tmplIds = [template], rest: object = {}) =>
    wechat.control(`/users/${openid}/subscribe`, { tmplIds, ...rest })
  const deliver = () => wechat.control('/push/deliver')

  async function send(): Promise<string> {
    const data = {
      character_string1: { value: 'A1' },
      thing2: { value: '待办' },
      time3: { value: '10:00' },
    }
    const body = { touser: openid, template_id: template, data }
    const { text } = await wechat.business('/cgi-bin/message/subscribe/send', body)
    return /"msgid":(\d+)/.exec(text)?.[1] ?? text
  }

  const posts = () => receiver.posts()
  const events = () => posts().map(({ body }) => JSON.parse(body) as Record<string, unknown>)
  return { verify, subscribe, deliver, send, posts, events }
}

/** What is inside an encrypted event. */
export function open(secret: string): { random: string; message: string; appid: string } {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(Buffer.from(secret, 'base64')), decipher.final()])
  const bytes = padded.subarray(0, padded.length - (padded.at(-1) ?? 0))
  const end = 20 + bytes.readUInt32BE(16)
  return {
    random: bytes.subarray(0, 16).toString(),
    message: bytes.subarray(20, end).toString(),
    appid: bytes.subarray(end).toString(),
  }
}
