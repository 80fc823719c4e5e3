import sharp from 'sharp'
import {
  type Bomb,
  canary,
  damagedPictures,
  greedyPictures,
  noPictures,
  tellingJpegs,
  tellingOthers,
} from '../../scripts/faults/bombs/pictures'
import { makePicture } from '../../server/gateways/pictures/make-picture'
import { type PictureShape, shapes } from '../../server/gateways/pictures/shapes'
import { Refusal } from '../../shared/words/refusals'

/** Whatever is sent as a picture becomes a clean small JPEG or a sentence, within a bound of time. */
const names = Object.keys(shapes) as PictureShape[]
const slowestMs = 30_000
let greedy: Bomb[]
beforeAll(async () => {
  greedy = await greedyPictures()
})

interface Outcome {
  bomb: Bomb
  jpeg: Buffer | undefined
  refusal: Refusal | undefined
  ms: number
}

async function send(bomb: Bomb, shape: PictureShape): Promise<Outcome> {
  const began = Date.now()
  try {
    const jpeg = await makePicture(shape, bomb.file)
    return { bomb, jpeg, refusal: undefined, ms: Date.now() - began }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { bomb, jpeg: undefined, refusal: error, ms: Date.now() - began }
  }
}

/** @returns what was not as expected: nothing, if all is well */
async function wrongIn(bombs: readonly Bomb[], shape: PictureShape): Promise<string[]> {
  const wrong: string[] = []
  for (const bomb of bombs) {
    const { jpeg, refusal, ms } = await send(bomb, shape)
    const say = (what: string) => wrong.push(`${shape}: ${bomb.name}: ${what}`)
    if (bomb.expect === 'taken' && !jpeg) say(`refused with ${refusal?.message ?? ''}`)
    if (bomb.expect === 'refused' && jpeg) say('taken')
    if (refusal && (refusal.code !== 'bad_input' || !/请/.test(refusal.fields[shape] ?? '')))
      say(`not told what to do: ${refusal.code} ${JSON.stringify(refusal.fields)}`)
    if (jpeg?.includes(canary)) say('keeps what was hidden in it')
    if (jpeg && jpeg.length > shapes[shape].mostBytes) say(`${jpeg.length} bytes`)
    if (ms > slowestMs) say(`took ${ms} ms`)
    if (!jpeg) continue
    const { format, exif, xmp, iptc, icc, orientation, width, height } = await sharp(jpeg).metadata()
    if (format !== 'jpeg' || exif || xmp || iptc || icc || orientation) say('more than a plain JPEG')
    if (width > shapes[shape].width || height > shapes[shape].height) say(`${width} × ${height}`)
  }
  return wrong
}

test.each(names)('what tells of place, camera or owner does not stay in a %s', async (shape) => {
  const bombs = [...(await tellingJpegs()), ...(await tellingOthers())]
  expect(bombs.every(({ file }) => file.includes(canary))).toBe(true)
  expect(await wrongIn(bombs, shape)).toEqual([])
})

test.each(names)('small files that want much are refused or made small as a %s', async (shape) => {
  expect(await wrongIn(greedy, shape)).toEqual([])
})

test.each(names)('what is no picture is refused as a %s', async (shape) => {
  expect(await wrongIn(await noPictures(), shape)).toEqual([])
})

test('pictures cut short and changed in single bytes neither hang nor break anything', async () => {
  const bombs = await damagedPictures(25)
  expect(bombs.length).toBeGreaterThan(300)
  expect(await wrongIn(bombs, 'photo')).toEqual([])
})

test.each([
  ['20000 × 1', 20_000, 1, '这张照片太长或太窄，请只截取需要的部分再传。'],
  ['5000 × 4001', 5000, 4001, '这张照片太大，超过 2000 万像素，请裁剪或缩小以后再传。'],
])('%s is refused for what it is', async (_, width, height, sentence) => {
  const file = await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .png()
    .toBuffer()
  for (const shape of names) {
    const { refusal } = await send({ name: '', file, expect: 'refused' }, shape)
    expect(refusal?.fields).toEqual({ [shape]: sentence })
  }
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'lying as orientation %i says, it stands upright',
  async (orientation) => {
    // Red left above, green right above, blue below, as one should see it.
    const seen = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#0000ff' } })
      .composite([
        {
          input: { create: { width: 200, height: 100, channels: 3, background: '#ff0000' } },
          left: 0,
          top: 0,
        },
        {
          input: { create: { width: 200, height: 100, channels: 3, background: '#00ff00' } },
          left: 200,
          top: 0,
        },
      ])
      .png()
      .toBuffer()
    const lying = await undo(seen, orientation).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
    const jpeg = await makePicture('photo', lying)
    const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
    const colourAt = (x: number, y: number) =>
      [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)].map((value) =>
        value > 128 ? 1 : 0,
      )
    expect([info.width, info.height]).toEqual([400, 200])
    expect([colourAt(50, 30), colourAt(350, 30), colourAt(50, 170)]).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
  },
)

/** The pixels as a camera keeps them that says `orientation` about them. */
function undo(seen: Buffer, orientation: number) {
  const turned = { 3: 180, 4: 180, 5: 270, 6: 270, 7: 90, 8: 90 }[orientation]
  const mirrored = [2, 4, 5, 7].includes(orientation)
  const once = mirrored ? sharp(seen).flop() : sharp(seen)
  return turned === undefined ? once : once.rotate(turned)
}
