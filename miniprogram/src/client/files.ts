import Taro from '@tarojs/taro'
import { takeFile, takePublicFile, uploadFile } from '../../../shared/api/files'
import { showAttachment } from '../../../shared/matters/opinion/attachments'
import type { FileView } from '../../../shared/files'
import { Refusal } from '../../../shared/words/refusals'
import { download } from './download'
import { fillPath, Offline } from './request'
import { newKeySoon } from './request-key'
import { type ChosenFile, chooseFrom, saveAs } from './tables'
import { choosePictures, upload } from './upload'

/**
 * Lets somebody pick files: at a desk from its disk, in WeChat from a talk, because there it reaches no other files.
 * @returns undefined where they changed their mind
 */
export async function chooseFiles(most: number): Promise<ChosenFile[] | undefined> {
  if (process.env.TARO_ENV === 'h5') {
    return chooseFrom('.pdf,.doc,.docx,.xls,.xlsx,.jpg,.jpeg,.png,.webp', 1)
  }
  // Taro hands this one on as it is, and not every WeChat answers it with a promise.
  return new Promise((resolve) => {
    void Taro.chooseMessageFile({
      ...{ count: most, type: 'all' },
      success: ({ tempFiles }) => resolve(tempFiles.slice(0, most).map(({ path, name }) => ({ path, name }))),
      fail: () => resolve(undefined),
    })
  })
}

/** The same from the pictures of the phone, which have no name that says anything. */
export async function choosePhotosAsFiles(most: number): Promise<ChosenFile[] | undefined> {
  const paths = await choosePictures(most)
  return paths?.map((path) => ({ path, name: '照片.jpg' }))
}

/** @throws Refusal with the server's sentence, or Offline */
export const sendFile = async (town: string, { path, name }: ChosenFile): Promise<FileView> =>
  upload(uploadFile, { town }, { name: 'file', filePath: path }, await newKeySoon(), { name })

/** Brings a file onto this device. @throws Refusal `not_found`, or Offline */
export async function takeAway(town: string, file: FileView): Promise<void> {
  await keep(await download(takeFile, { town, id: file.id }), file)
}

/** The same of one that stood beside a message. */
export async function takeBesideAway(town: string, file: FileView): Promise<void> {
  await keep(await download(showAttachment, { town, id: file.id }), file)
}

/** The same of one that everyone may have. */
export async function takeAwayPublic(town: string, id: string, file: FileView): Promise<void> {
  const url = `${API_BASE}/api${fillPath(takePublicFile.path, { town, id, file: file.id })}`
  if (process.env.TARO_ENV === 'h5') return saveAs(url, file.name)
  const answer = await Taro.downloadFile({ url }).catch(() => {
    throw new Offline()
  })
  await keep(answer.statusCode === 200 ? answer.tempFilePath : undefined, file)
}

async function keep(path: string | undefined, { name, kind }: FileView): Promise<void> {
  if (path === undefined) throw new Refusal('not_found', {}, '附件暂时取不到，请过一会儿再试。')
  await show(path, name, kind).catch(() => {
    throw new Refusal('unavailable', {}, '附件取到了，但这台手机打不开，请在电脑上下载。')
  })
}

const show = (path: string, name: string, kind: FileView['kind']): Promise<unknown> =>
  process.env.TARO_ENV === 'h5'
    ? Promise.resolve(saveAs(path, name))
    : kind === 'jpg'
      ? Taro.previewImage({ urls: [path] })
      : Taro.openDocument({ filePath: path, fileType: kind, showMenu: true })
