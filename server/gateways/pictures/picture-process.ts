import { serveWork } from '../apart/serve-work'
import { decodes, encode, type Encoded } from './encode'
import type { PictureShape } from './shapes'

/** Without a shape it is only asked whether all of it is there. */
export interface PictureWork {
  picture: Uint8Array
  shape?: PictureShape
}

serveWork(async ({ picture, shape }: PictureWork): Promise<Encoded | { whole: boolean }> => {
  const bytes = Buffer.from(picture)
  return shape === undefined ? { whole: await decodes(bytes) } : encode(bytes, shape)
})
