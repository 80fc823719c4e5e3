import * as z from 'zod/mini'
import { get, post } from '../../grammar/endpoint'
import { id, maybe, paragraph, photos, voice } from '../../grammar/fields'

/** What may stand beside words of a resident or a deputy; whoever reads the words sees and hears it, nobody else. */
export const mostPhotos = 9
export const mostSeconds = 60
/** One minute at the highest rate that a phone records at. */
export const mostVoiceBytes = 2 * 1024 * 1024

/** How a recording is told apart by what is in it, and handed out again. */
export const voiceFormats = {
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  m4a: 'audio/mp4',
  webm: 'audio/webm',
  ogg: 'audio/ogg',
} as const
export type VoiceFormat = keyof typeof voiceFormats

/** Stands for the words where somebody only spoke. */
export const voiceWords = (seconds: number) => `（语音 ${seconds} 秒）`

const beside = { beside: 'message', instead: true } as const

/** Words, or a recording of them, and photos for whoever has some. @param label of the words */
export const spokenOrWritten = (label: string, help?: string) => ({
  voice: maybe(
    voice('语音', mostSeconds, {
      ...beside,
      help: '在哪里、怎么了、想怎么办，说三句就行。按住说，松开就好；也可以点一下开始、再点一下说完。最长一分钟，只有这位代表、镇人大办和说的人听得到。',
    }),
  ),
  text: maybe(paragraph(label, 1000, { instead: true, ...(help === undefined ? {} : { help }) })),
  photos: maybe(
    photos('照片', mostPhotos, {
      beside: 'message',
      help: `有就传，最多 ${mostPhotos} 张，没有也行。拍照的地点、手机型号会自动去掉。`,
    }),
  ),
})

/** @param label of the words */
export const saysSomething = (label: string) =>
  z.refine<{ text?: string | undefined; voice?: string | undefined }>(
    ({ text, voice }) => (text ?? voice) !== undefined,
    {
      error: `请填写${label}。不方便写字，就按住“按住说话”说一段。`,
      path: ['text'],
    },
  )

/** The form of somebody who goes on talking. */
export const sayForm = (label: string) => z.strictObject(spokenOrWritten(label)).check(saysSomething(label))

export const carriedView = {
  photos: z.array(id()),
  voice: z.nullable(
    z.strictObject({
      id: id(),
      seconds: z.int(),
      /** What a machine has heard in it, where one has; the recording is what counts. */
      transcript: z.nullable(z.string()),
    }),
  ),
}

/** Multipart, one file in the part `file`: a picture, which is made anew, or a recording, which is kept as it is. */
export const uploadAttachment = post('/towns/:town/attachments', {
  who: 'writeOpinion',
  says: '上传一张照片或一段录音（mp3、aac、m4a、webm、ogg，一分钟以内），留言里再写上它的编号；一天内没有用到就删掉',
  file: 'file',
  input: z.strictObject({
    /** How long a recording is. */
    seconds: z.optional(z.int().check(z.minimum(1), z.maximum(mostSeconds))),
  }),
  output: z.strictObject({ id: id() }),
})

export const showAttachment = get('/towns/:town/attachments/:id', {
  who: 'person',
  says: '留言里的一张照片或一段录音，只有写的人、这位代表和镇人大办拿得到；跟着转为信访的，只有本人和经办的人',
  mediaType: '*/*',
  output: z.unknown(),
})
