import Taro from '@tarojs/taro'
import { Refusal } from '../../../shared/words/refusals'

/** WeChat hands random bytes out by and by, while a key is wanted at once: so some are kept ready. */
const keptReady = 2048
const fewest = 512

let ready: number[] = []
let fetching: Promise<void> | undefined

/** Resolves when there are bytes to take, or when this WeChat has none to give. */
export function gatherRandomBytes(): Promise<void> {
  return ready.length > 0 ? Promise.resolve() : refill()
}

/**
 * Bytes from the cryptographic source of the phone or the browser, each given out once. What keeps a vote secret is made
 * of them, so nothing guessable takes their place.
 * @throws Refusal `unavailable` where WeChat is too old to have such a source
 */
export function randomBytes(length: number): number[] {
  if (process.env.TARO_ENV === 'h5') return Array.from(crypto.getRandomValues(new Uint8Array(length)))
  if (ready.length < length) throw new Refusal('unavailable', {}, tooOld)
  const taken = ready.slice(0, length)
  ready = ready.slice(length)
  if (ready.length < fewest) void refill()
  return taken
}

const tooOld = '这台手机上的微信太旧，请把微信更新到最新版再打开。您填的内容还在。'

const refill = () => {
  fetching ??= fetchBytes().finally(() => {
    fetching = undefined
  })
  return fetching
}

const fetchBytes = () =>
  new Promise<void>((resolve) => {
    if (process.env.TARO_ENV === 'h5') return resolve()
    const source = (Taro as Partial<typeof Taro>).getUserCryptoManager?.()
    if (source === undefined) return resolve()
    source.getRandomValues({
      length: keptReady,
      success: ({ randomValues }) => {
        ready = [...ready, ...new Uint8Array(randomValues)]
        resolve()
      },
      fail: () => resolve(),
    })
  })
