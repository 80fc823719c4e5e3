import Taro from '@tarojs/taro'
import { Refusal } from '../../../shared/words/refusals'

export interface Recording {
  /** On this device. */
  path: string
  seconds: number
}

/** A recording that is going on. */
export interface Running {
  stop: () => void
  done: Promise<Recording>
}

const refused = () => new Refusal('unavailable', {}, noMicrophone)
const noMicrophone =
  '没有打开麦克风，录不了音。请在手机设置里允许使用麦克风再试，也可以写字，或者请代表给您打电话。'

const tooShort = '说得太短，没有录上，请再说一次。'

/** Whole seconds, at least one. */
const spoken = (ms: number, most: number) => Math.min(most, Math.max(1, Math.round(ms / 1000)))

/** @param most seconds, after which it ends by itself. @throws Refusal `unavailable` where there is no microphone to be had */
export const startRecording = (most: number): Promise<Running> =>
  process.env.TARO_ENV === 'h5' ? recordInBrowser(most) : recordInWechat(most)

/** WeChat has one recorder for all, which knows only whom it was told of last. */
function recordInWechat(most: number): Promise<Running> {
  const recorder = Taro.getRecorderManager()
  return new Promise((begun, failed) => {
    const done = new Promise<Recording>((resolve, reject) => {
      recorder.onStop(({ tempFilePath, duration }) =>
        resolve({ path: tempFilePath, seconds: spoken(duration, most) }),
      )
      recorder.onError(() => {
        failed(refused())
        reject(refused())
      })
    })
    // Somebody hears of it where it began, or where it is waited for.
    done.catch(() => undefined)
    recorder.onStart(() => begun({ stop: () => recorder.stop(), done }))
    recorder.start({
      duration: most * 1000,
      format: 'mp3',
      sampleRate: 16_000,
      numberOfChannels: 1,
      encodeBitRate: 48_000,
    })
  })
}

/** What most phones play comes first. */
const types = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus']

async function recordInBrowser(most: number): Promise<Running> {
  if (!('MediaRecorder' in window) || !('mediaDevices' in navigator)) throw refused()
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {
    throw refused()
  })
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType })
  const parts: Blob[] = []
  const from = Date.now()
  const done = new Promise<Recording>((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => void parts.push(data)
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop()
      const sound = new Blob(parts, { type: recorder.mimeType })
      if (sound.size === 0) return reject(new Refusal('bad_input', {}, tooShort))
      const path = URL.createObjectURL(sound)
      resolve({ path, seconds: spoken(Date.now() - from, most) })
    }
  })
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  recorder.start()
  setTimeout(stop, most * 1000)
  return { stop, done }
}
