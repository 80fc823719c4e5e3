import { setAvatar, showAvatar, showOwnDetails, type OwnDetails } from '../../../shared/api/own-details'
import { ask } from './ask'
import { download } from './download'
import { upload } from './upload'

/** What I added about myself, and my picture as a file of the phone. */
export async function loadOwnDetails(town: string): Promise<OwnDetails & { avatar: string | null }> {
  const details = await ask(showOwnDetails, { params: { town } })
  return { ...details, avatar: details.hasAvatar ? await downloadAvatar(town) : null }
}

/** @returns null where it does not come: nothing waits for it */
const downloadAvatar = async (town: string) =>
  (await download(showAvatar, { town }).catch(() => undefined)) ?? null

/** @throws Refusal with the server's sentence, or Offline */
export const sendAvatar = (town: string, filePath: string, version: number, key: string) =>
  upload(setAvatar, { town }, { name: 'avatar', filePath }, key, { version })
