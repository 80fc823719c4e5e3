import { createCipheriv, createHash } from 'node:crypto'
import type { TestServer } from './server'
import { control } from './simulator'

/** A body as WeChat seals it in safe mode, and the query that goes with it. */
export function sealPush(
  text: string,
  at: { token: string; aesKey: string; appid: string; timestamp: string; nonce: string },
) {
  const key = Buffer.from(`${at.aesKey}=`, 'base64')
  const message = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const plain = Buffer.concat([Buffer.alloc(16, 7), length, message, Buffer.from(at.appid)])
  const padding = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const sealed = Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64')
  const sign = (...more: string[]) =>
    createHash('sha1')
      .update([at.token, at.timestamp, at.nonce, ...more].sort().join(''))
      .digest('hex')
  const { timestamp, nonce } = at
  return {
    body: JSON.stringify({ ToUserName: 'gh', Encrypt: sealed }),
    query: { signature: sign(), timestamp, nonce, encrypt_type: 'aes', msg_signature: sign(sealed) },
  }
}

/** An event as WeChat brings it to this server. @returns status and text of the answer */
export async function deliverSealed(server: TestServer, text: string) {
  const { appid, push } = server.env.wechat
  const { token = '', aesKey = '' } = push ?? {}
  const timestamp = String(server.clock.now().getTime() / 1000)
  const { body, query } = sealPush(text, { token, aesKey, appid, timestamp, nonce: '486452656' })
  const address = `${server.url}/wechat/push?${new URLSearchParams(query).toString()}`
  const answer = await fetch(address, { method: 'POST', body })
  return [answer.status, await answer.text()] as const
}

/** The simulator brings its events to this server. */
export const pushHere = (server: TestServer) =>
  control(server, '/push/verify', {
    ...{ url: `${server.url}/wechat/push`, mode: 'safe', token: 'AAAAA', aesKey: 'A'.repeat(43) },
  })

/** WeChat's word on a picture that it took under this name. */
export async function tellOfPicture(
  server: TestServer,
  { traceId, suggest, errcode = 0 }: { traceId: string; suggest: string; errcode?: number },
) {
  const event = {
    ...{ ToUserName: 'gh', FromUserName: 'o'.repeat(28), CreateTime: 1, MsgType: 'event' },
    ...{ Event: 'wxa_media_check', trace_id: traceId, errcode, result: { suggest, label: 20002 } },
  }
  await deliverSealed(server, JSON.stringify(event))
  await server.run('readWechatEvents')
}
