import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { play } from '../client/player'
import { type Trouble, troubleOf } from '../hooks/use-loaded'
import { Icon } from './icon'
import { TroubleNotice } from './notice'
import { press } from './press'
import './voice.scss'

/** A recording to listen to. It is fetched when somebody wants to hear it. */
export function Voice({ seconds, fetch }: { seconds: number | undefined; fetch: () => Promise<string> }) {
  const [isPlaying, setPlaying] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const end = (isPlayed: boolean) => {
    stop.current = undefined
    setPlaying(false)
    if (!isPlayed) setTrouble({ kind: 'refused', sentence: cannotPlay })
  }
  const turn = async () => {
    if (isPlaying) {
      stop.current?.()
      return end(true)
    }
    setTrouble(undefined)
    try {
      const path = await fetch()
      setPlaying(true)
      stop.current = play(path, end)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }
  const length = seconds === undefined ? '' : ` ${seconds} 秒`
  return (
    <>
      <View className="voice-play" hoverClass="card-hover" {...press(() => void turn())}>
        <Icon name="hear" />
        {isPlaying ? `正在放${length}，点一下停` : `听语音${length}`}
      </View>
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
    </>
  )
}

const cannotPlay = '这段语音在这台设备上放不出来，请换一台手机，或在电脑上听。'
