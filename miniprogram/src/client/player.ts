import Taro from '@tarojs/taro'

/**
 * Plays a recording of this device. One that nobody hears because the phone is silent would be no answer.
 * @param ended by itself, or because it cannot be played
 * @returns ends it
 */
export function play(path: string, ended: (isPlayed: boolean) => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    const player = new Audio(path)
    player.onended = () => ended(true)
    player.onerror = () => ended(false)
    void player.play().catch(() => ended(false))
    return () => player.pause()
  }
  void Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined)
  const player = Taro.createInnerAudioContext()
  player.src = path
  player.onEnded(() => ended(true))
  player.onError(() => ended(false))
  player.play()
  return () => player.destroy()
}
