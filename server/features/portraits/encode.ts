import { reencode } from '../photos/reencode'

/** Makes a portrait of whatever picture came. @returns JPEG, 360 × 480, below 64 kB. @throws Refusal `bad_input` */
export const encodePortrait = (picture: Buffer) =>
  reencode(picture, 'portrait', (upright) =>
    upright.resize(360, 480, { fit: 'cover', position: 'attention' }).jpeg({ quality: 78 }).toBuffer(),
  )
