import sharp from 'sharp'
import { typeOfDecodable, typeOfWhole } from '../../server/gateways/pictures/whole-picture'

/** What goes on paper is a whole picture, not one that begins like one. */
const busy = sharp({
  create: {
    width: 200,
    height: 200,
    channels: 3,
    background: '#fff',
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  },
})
const pictures = [
  ['image/jpeg', () => busy.clone().jpeg().toBuffer()],
  ['image/jpeg', () => busy.clone().jpeg({ progressive: true }).toBuffer()],
  ['image/png', () => busy.clone().png().toBuffer()],
] as const

test.each(pictures)('a whole %s is one', async (type, make) => {
  const bytes = await make()
  expect([typeOfWhole(bytes), await typeOfDecodable(bytes)]).toEqual([type, type])
})

test.each(pictures)('a %s cut at any place is none', async (_, make) => {
  const bytes = await make()
  for (let length = 0; length < bytes.length; length += length < 700 ? 1 : 97)
    expect([length, typeOfWhole(bytes.subarray(0, length))]).toEqual([length, undefined])
})

test.each(pictures)('a %s without a piece of its middle is none', async (_, make) => {
  const bytes = await make()
  const half = Math.floor(bytes.length / 2)
  const without = Buffer.concat([bytes.subarray(0, half), bytes.subarray(half + 2000)])
  expect(await typeOfDecodable(without)).toBeUndefined()
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['the beginning and end of a JPEG', Buffer.from('ffd8ffd9', 'hex')],
  ['the beginning of a PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['JSON', Buffer.from('{"errcode":0}')],
  ['segments that lead nowhere', Buffer.from(`ffd8${'ffe0ffff'.repeat(4)}ffd9`, 'hex')],
])('%s is none', async (_, bytes) => {
  expect([typeOfWhole(bytes), await typeOfDecodable(bytes)]).toEqual([undefined, undefined])
})

test('a PNG without a size, and one whose sums do not fit, are none', async () => {
  const bytes = await busy.clone().png().toBuffer()
  const sizeless = Buffer.from(bytes)
  sizeless.writeUInt32BE(0, 16)
  const changed = Buffer.from(bytes)
  changed[bytes.length >> 1] = (changed[bytes.length >> 1] ?? 0) ^ 1
  expect([typeOfWhole(sizeless), typeOfWhole(changed)]).toEqual([undefined, undefined])
})
