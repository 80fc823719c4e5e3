import type { WithToken } from './access-token'
import { type CallWechat, type WechatRequest, WechatUnreachable } from './call'
import { rowOf } from './errcodes'

/** What was heard; or nothing ever will be; or it is asked again later. */
export type Heard = { text: string } | 'never' | 'later'

/** WeChat takes recordings of one kind, one mebibyte at most: mp3, 16 kHz, mono. */
export const mostBytes = 1024 * 1024
/** It says the result within ten seconds of the upload; we ask a few times, and then no more. */
const usualPausesMs = [1000, 2000, 3000]

/**
 * 语音识别 (`addvoicetorecofortext`, `queryrecoresultfortext`): a recording becomes text. The page says that it is not to be
 * had through the open interface of 微信云托管, so that it goes with a token.
 * @param id what WeChat is to know the recording by; the same one may be sent again
 */
export const transcribe =
  (call: CallWechat, withToken: WithToken, pausesMs: readonly number[] = usualPausesMs) =>
  async (id: string, content: Buffer): Promise<Heard> => {
    const ask = (path: string, more: Pick<WechatRequest, 'file'> & { query?: Record<string, string> }) =>
      withToken((accessToken) =>
        call({
          method: 'POST',
          path: `/cgi-bin/media/voice/${path}`,
          ...more,
          query: { access_token: accessToken, voice_id: id, lang: 'zh_CN', ...more.query },
        }),
      )
    try {
      const file = { field: 'media', name: 'voice.mp3', type: 'audio/mpeg', content }
      const taken = await ask('addvoicetorecofortext', { file, query: { format: 'mp3' } })
      if (taken.kind !== 'json') return 'later'
      if (taken.errcode !== 0) return againAfter(taken.errcode)
      for (const pauseMs of pausesMs) {
        await new Promise((wake) => setTimeout(wake, pauseMs))
        const heard = await ask('queryrecoresultfortext', {})
        if (heard.kind !== 'json') return 'later'
        if (heard.errcode !== 0) return againAfter(heard.errcode)
        const { result } = heard.body
        if (typeof result === 'string' && result.trim() !== '') return { text: result.trim() }
      }
      // Nothing was said, or nothing could be made of it.
      return 'never'
    } catch (error) {
      if (!(error instanceof WechatUnreachable)) throw error
      return error.errcode === undefined ? 'later' : againAfter(error.errcode)
    }
  }

const againAfter = (errcode: number): 'never' | 'later' =>
  ['transient', 'rate', 'quota', 'token'].includes(rowOf(errcode).class) ? 'later' : 'never'
