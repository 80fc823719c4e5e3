import * as z from 'zod/mini'
import { blurAreas } from '../grammar/blur-areas'
import { id } from '../grammar/fields'
import { get, post, showsPicture } from '../grammar/endpoint'

/** Multipart, one file in the field `photo`; re-encoded, so that place and camera data never get in. */
export const uploadPhoto = post('/towns/:town/photos', {
  who: 'uploadPhoto',
  says: '上传一张照片（JPEG、PNG 或 WebP，10 MB 以内），答复或面商里再写上它的编号；一天内没有用到就删掉',
  file: 'photo',
  output: z.strictObject({ id: id() }),
})

export const showPhoto = get('/towns/:town/photos/:id', {
  who: 'followWork',
  says: '答复或面商的一张照片，看得到那件建议的人才看得到',
  ...showsPicture,
})

/** The original stays as it is: blurring again begins with it. */
export const blurPhoto = post('/towns/:town/photos/:id/blurred', {
  who: 'blurPhoto',
  says: '把一张照片上框出来的地方打码，得到一张新照片；自己传的、还没有用到的马上换上，外面只看到打码后的',
  input: z.strictObject({ areas: blurAreas }),
  output: z.strictObject({ id: id() }),
})

export const showPhotoForCheck = get('/towns/:town/photos/:id/for-check', {
  who: 'anyone',
  says: '给微信核对用的一张照片：地址由本系统签名，一小时内有效',
  query: z.strictObject({
    until: z.string().check(z.regex(/^\d{13}$/)),
    mark: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  ...showsPicture,
})

export const showPublicPhoto = get('/towns/:town/board/:id/photos/:photo', {
  who: 'anyone',
  says: '公开的建议里答复的一张照片',
  ...showsPicture,
})
