import { serveWork } from '../apart/serve-work'
import { encode } from './encode'
import type { PictureShape } from './shapes'

export interface PictureWork {
  picture: Uint8Array
  shape: PictureShape
}

serveWork(({ picture, shape }: PictureWork) => encode(Buffer.from(picture), shape))
