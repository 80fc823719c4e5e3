import { showAttachment, uploadAttachment } from '../../../shared/matters/opinion/attachments'
import { Refusal } from '../../../shared/words/refusals'
import { download } from './download'
import { newKeySoon } from './request-key'
import { upload } from './upload'

/** What goes beside a message: a picture, or a recording with its length. */
export interface Beside {
  path: string
  seconds?: number
}

/** @param key the same for the same file. @returns its id. @throws Refusal with the server's sentence, or Offline */
export async function sendBeside(town: string, { path, seconds }: Beside, key?: string): Promise<string> {
  const form = seconds === undefined ? {} : { seconds }
  const file = { name: 'file', filePath: path }
  return (await upload(uploadAttachment, { town }, file, key ?? (await newKeySoon()), form)).id
}

/** As a file of the phone. @throws Refusal `not_found`, or Offline */
export async function fetchBeside(town: string, id: string): Promise<string> {
  const file = await download(showAttachment, { town, id })
  if (file === undefined) throw new Refusal('not_found', {}, '暂时取不到，请过一会儿再试。')
  return file
}
