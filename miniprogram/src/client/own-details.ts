import Taro from '@tarojs/taro'
import { setAvatar, showAvatar, showOwnDetails, type OwnDetails } from '../../../shared/api/own-details'
import { ask } from './ask'
import { fillPath } from './request'
import { ensureToken } from './token'
import { upload } from './upload'

/** What I added about myself, and my picture as a file of the phone. */
export async function loadOwnDetails(town: string): Promise<OwnDetails & { avatar: string | null }> {
  const details = await ask(showOwnDetails, { params: { town } })
  return { ...details, avatar: details.hasAvatar ? await downloadAvatar(town) : null }
}

/** A picture cannot say who asks for it, so it is fetched. @returns null where it does not come */
async function downloadAvatar(town: string): Promise<string | null> {
  const token = await ensureToken()
  const answer = await Taro.downloadFile({
    url: `${API_BASE}/api${fillPath(showAvatar.path, { town })}`,
    header: { authorization: `Bearer ${token}` },
  }).catch(() => undefined)
  return answer?.statusCode === 200 ? answer.tempFilePath : null
}

/** @throws Refusal with the server's sentence, or Offline */
export const sendAvatar = (town: string, filePath: string, key: string) =>
  upload(setAvatar, { town }, { name: 'avatar', filePath }, key)
