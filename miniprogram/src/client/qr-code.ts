import { showCodeImage } from '../../../shared/api/qr-codes'
import { Refusal } from '../../../shared/words/refusals'
import { download } from './download'

/** A kept 小程序码 as a file of the phone: WeChat shows only files large. @throws Refusal `code_revoked`, or Offline */
export async function downloadCode(town: string, scene: string): Promise<string> {
  const file = await download(showCodeImage, { town, scene })
  if (file === undefined) throw new Refusal('code_revoked')
  return file
}

/** What a browser on the wall of a station opens, with nobody signed in. */
export const screenOf = (scene: string) =>
  `${API_BASE || (process.env.TARO_ENV === 'h5' ? window.location.origin : '')}/screen/${scene}`

/** Who receives whoever comes, and when, for a wall: of a station by its code, of the town by that of its board. */
export const receptionScreenOf = (scene: string) => `${screenOf(scene)}/receptions`

/** In a window of its own, to be put on the other screen. */
export const openScreen = (scene: string) => {
  window.open(receptionScreenOf(scene), '_blank', 'noopener')
}

/** What an ordinary QR code of the same target holds; it opens in every browser too. */
export const linkOf = (scene: string) =>
  `${API_BASE || (process.env.TARO_ENV === 'h5' ? window.location.origin : '')}/q/${scene}`
