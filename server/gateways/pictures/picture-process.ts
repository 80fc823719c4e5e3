import type { BlurArea } from '../../../shared/grammar/blur-areas'
import { serveWork } from '../apart/serve-work'
import { encode } from './encode'
import type { PictureShape } from './shapes'

export interface PictureWork {
  picture: Uint8Array
  shape: PictureShape
  areas?: readonly BlurArea[] | undefined
}

serveWork(({ picture, shape, areas }: PictureWork) => encode(Buffer.from(picture), shape, areas))
