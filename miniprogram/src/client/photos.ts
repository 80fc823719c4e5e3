import Taro from '@tarojs/taro'
import { showPhoto, showPublicPhoto, uploadPhoto } from '../../../shared/api/photos'
import { Refusal } from '../../../shared/refusals'
import { newKey } from './request-key'
import { fillPath, Offline } from './request'
import { ensureToken } from './token'
import { upload } from './upload'

/** @returns the photo's id. @throws Refusal with the server's sentence, or Offline */
export const sendPhoto = async (town: string, filePath: string) =>
  (await upload(uploadPhoto, { town }, { name: 'photo', filePath }, newKey())).id

/**
 * A photo that only some may see, as a file of the phone: a picture cannot say who asks for it.
 * @throws Refusal `not_found`, or Offline
 */
export async function downloadPhoto(town: string, id: string): Promise<string> {
  const token = await ensureToken()
  const answer = await Taro.downloadFile({
    url: `${API_BASE}/api${fillPath(showPhoto.path, { town, id })}`,
    header: { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new Offline()
  })
  if (answer.statusCode !== 200) throw new Refusal('not_found', {}, '照片暂时取不到，请过一会儿再试。')
  return answer.tempFilePath
}

/** Where everybody may see a photo of a public suggestion. */
export const publicPhoto = (town: string, id: string, photo: string) =>
  `${API_BASE}/api${fillPath(showPublicPhoto.path, { town, id, photo })}`
