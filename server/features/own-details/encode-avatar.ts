import { reencode } from '../photos/reencode'

/** Makes a small square of whatever picture came. @returns JPEG, 200 × 200, below 64 kB. @throws Refusal `bad_input` */
export const encodeAvatar = (picture: Buffer) =>
  reencode(picture, 'avatar', (upright) =>
    upright.resize(200, 200, { fit: 'cover', position: 'attention' }).jpeg({ quality: 78 }).toBuffer(),
  )
