import type { Privacy } from './wx-privacy'

type Listener<T> = (told: T) => void
interface Stopped {
  tempFilePath: string
  duration: number
  fileSize: number
}

/** The microphone: the test lays ready what is heard. And the loudspeaker, which plays what lies on the phone. */
export function createSound(privacy: Privacy, now: () => number) {
  const ready: string[] = []
  let onStart: Listener<undefined> = () => undefined
  let onStop: Listener<Stopped> = () => undefined
  let onError: Listener<{ errMsg: string }> = () => undefined
  let from: number | undefined

  const recorder = {
    onStart: (listener: typeof onStart) => void (onStart = listener),
    onStop: (listener: typeof onStop) => void (onStop = listener),
    onError: (listener: typeof onError) => void (onError = listener),
    start: () =>
      void privacy.ask('RecorderManager.start').then((allowed) => {
        if (!allowed || ready.length === 0) return onError({ errMsg: 'operateRecorder:fail auth deny' })
        from = now()
        onStart(undefined)
      }),
    stop() {
      if (from === undefined) return
      const duration = now() - from
      from = undefined
      setTimeout(() => onStop({ tempFilePath: ready.shift() ?? '', duration, fileSize: 1 }), 0)
    },
  }
  return {
    wx: {
      getRecorderManager: () => recorder,
      setInnerAudioOption: (options: { success?: () => void }) => options.success?.(),
      createInnerAudioContext() {
        let ended: () => void = () => undefined
        const player = {
          src: '',
          onEnded: (listener: () => void) => void (ended = listener),
          onError: () => undefined,
          play: () => void setTimeout(() => (player.src === '' ? undefined : ended()), 0),
          destroy: () => undefined,
        }
        return player
      },
    },
    layReady: (path: string) => void ready.push(path),
  }
}
