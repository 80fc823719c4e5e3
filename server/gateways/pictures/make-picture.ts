import type { BlurArea } from '../../../shared/grammar/blur-areas'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { createWorkApart, TooHard, TooManyWaiting } from '../apart/work-apart'
import type { Encoded } from './encode'
import type { PictureWork } from './picture-process'
import { type PictureShape, troubles } from './shapes'

/** The only place where pictures that somebody sent are decoded. */
const decode = createWorkApart<PictureWork, Encoded>('gateways/pictures/picture-process', {
  mostMs: 15_000,
  mostMegabytes: 400,
  // 10 MB each at the most, and the last one waits no longer than a phone does.
  mostWaiting: 12,
})

/**
 * Makes a JPEG of whatever picture came, small and with nothing in it but what is seen: an avatar 200 × 200 and a
 * portrait 360 × 480 below 60 kB, a photo at most 1280 pixels either way and about 400 kB.
 * @param shape also the name of the field that a refusal is about
 * @param areas covered so that nothing in them is recognised
 * @throws Refusal `bad_input`, `unavailable` where too many are waiting
 */
export async function makePicture(
  shape: PictureShape,
  picture: Buffer,
  areas?: readonly BlurArea[],
): Promise<Buffer> {
  const encoded = await decode({ picture, shape, areas }).catch((error: unknown) => {
    if (error instanceof TooManyWaiting)
      throw new Refusal('unavailable', {}, '正在处理的照片太多，请过一会儿再传，照片还在您的手机里。')
    if (error instanceof TooHard) return { trouble: 'tooHard' } as const
    throw error
  })
  if ('trouble' in encoded) throw wrongField(shape, troubles[encoded.trouble])
  return Buffer.from(encoded.jpeg)
}
