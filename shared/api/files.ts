import * as z from 'zod/mini'
import { fileView } from '../files'
import { get, post } from '../grammar/endpoint'
import { line } from '../grammar/fields'

/** Any of the kinds of `shared/files.ts`; which one it is is found by its content. */
export const anyFile = 'application/octet-stream'

/** Multipart, one file in the part `file`, and its name beside it. */
export const uploadFile = post('/towns/:town/files', {
  who: 'uploadFile',
  says: '上传一个附件（PDF、Word、Excel 或图片，5 MB 以内，不能带宏），建议、答复或进展里再写上它的编号；一天内没有用到就删掉',
  file: 'file',
  fileType: anyFile,
  input: z.strictObject({ name: line('文件名', 100) }),
  output: fileView,
})

const taken = { mediaType: anyFile, output: z.unknown() }

export const takeFile = get('/towns/:town/files/:id', {
  who: 'followWork',
  says: '下载一个附件，看得到它所在的那件建议的人才下载得到',
  ...taken,
})

export const takePublicFile = get('/towns/:town/board/:id/files/:file', {
  who: 'anyone',
  says: '下载公开的建议里答复的一个附件：写答复的单位说公开、复核过的才有',
  ...taken,
})
