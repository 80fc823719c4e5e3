import { createDecipheriv } from 'node:crypto'
import { encrypt, sign } from '../../../scripts/wechat-simulator/push/crypt'
import { aesKey } from './start-receiver'

/** The vectors of the public documentation (section 6). */
const token = 'AAAAA'
const appid = 'wxba5fad812f8e6fb9'
const secret =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='

function decrypt(text: string): Buffer {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64')), decipher.final()])
}

test('the signature of the handshake', () => {
  expect(sign(token, '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696')
})

test('the signature of a plain event', () => {
  expect(sign(token, '1714037059', '486452656')).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78')
})

test('the signature of an encrypted event', () => {
  const signature = sign(token, '1714112445', '415670741', secret)
  expect(signature).toBe('046e02f8204d34f8ba5fa3b1db94908f3df2e9b3')
})

test('the event of the vector is encrypted to the same text', () => {
  const bytes = decrypt(secret)
  const length = bytes.readUInt32BE(16)
  const message = bytes.subarray(20, 20 + length).toString()
  expect([bytes.subarray(0, 16).toString(), length, bytes.at(-1)]).toEqual(['a8eedb185eb2fecf', 167, 19])
  expect(encrypt(aesKey, 'a8eedb185eb2fecf', message, appid)).toBe(secret)
})

test('the reply of the vector is encrypted to the same text', () => {
  expect(encrypt(aesKey, '707722b803182950', '{"demo_resp":"good luck"}', appid)).toBe(
    'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
  )
})

test('a text that fills its blocks is followed by a whole block of padding', () => {
  const bytes = decrypt(encrypt(aesKey, 'r'.repeat(16), 'm'.repeat(8), 'a'.repeat(4)))
  expect([bytes.length, bytes.at(-1)]).toEqual([64, 32])
})

test('the length counts bytes, not characters', () => {
  expect(decrypt(encrypt(aesKey, 'r'.repeat(16), '代表', appid)).readUInt32BE(16)).toBe(6)
})
