import { newId } from '../../../server/database/id'
import type { Ask } from '../operations'

const byte = () => Math.floor(Math.random() * 256)

/** As a phone sends it through a proxy of ours, each from another address. */
export function written({ method, path, token, body }: Ask): string {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `X-Forwarded-For: 10.${byte()}.${byte()}.${byte()}`,
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
    ...(method === 'GET'
      ? []
      : [
          'Content-Type: application/json',
          `Idempotency-Key: ${newId()}`,
          `Content-Length: ${Buffer.byteLength(text)}`,
        ]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${text}`
}
