import { createWorkApart } from '../apart/work-apart'
import type { Encoded } from './encode'
import type { PictureWork } from './picture-process'

/** The only place where pictures from outside are decoded. */
export const decode = createWorkApart<PictureWork, Encoded | { whole: boolean }>(
  'gateways/pictures/picture-process.ts',
  {
    mostMs: 15_000,
    mostMegabytes: 400,
    // 10 MB each at the most, and the last one waits no longer than a phone does.
    mostWaiting: 12,
  },
)
