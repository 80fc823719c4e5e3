import type { BlurArea } from '../../../shared/grammar/blur-areas'
import { blurPhoto, showPhoto, showPublicPhoto, uploadPhoto } from '../../../shared/api/photos'
import { Refusal } from '../../../shared/words/refusals'
import { ask } from './ask'
import { download } from './download'
import { newKeySoon } from './request-key'
import { fillPath } from './request'
import { upload } from './upload'

/** @returns the photo's id. @throws Refusal with the server's sentence, or Offline */
export const sendPhoto = async (town: string, filePath: string) =>
  (await upload(uploadPhoto, { town }, { name: 'photo', filePath }, await newKeySoon())).id

/** A photo that only some may see, as a file of the phone. @throws Refusal `not_found`, or Offline */
export async function downloadPhoto(town: string, id: string): Promise<string> {
  const file = await download(showPhoto, { town, id })
  if (file === undefined) throw new Refusal('not_found', {}, '照片暂时取不到，请过一会儿再试。')
  return file
}

/** @returns the id of the picture that was made. @throws Refusal with the server's sentence, or Offline */
export const blurred = async (town: string, id: string, areas: readonly BlurArea[]) =>
  (await ask(blurPhoto, { params: { town, id }, input: { areas: [...areas] }, key: await newKeySoon() })).id

/** Where everybody may see a photo of a public suggestion. */
export const publicPhoto = (town: string, id: string, photo: string) =>
  `${API_BASE}/api${fillPath(showPublicPhoto.path, { town, id, photo })}`
