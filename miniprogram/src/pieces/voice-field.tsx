import { type BaseEventOrig, type ITouchEvent, View } from '@tarojs/components'
import { useContext, useEffect, useRef, useState } from 'react'
import type { FieldForm } from '../../../shared/grammar/fields'
import { type Recording, type Running, startRecording } from '../client/recorder'
import { type Trouble, troubleOf } from '../hooks/use-loaded'
import { TroubleNotice } from './notice'
import { press } from './press'
import { nothingBeside, Surroundings } from './surroundings'
import { Icon } from './icon'
import { Voice } from './voice'
import './voice.scss'

/** A finger that stays so long holds the button; one that is gone sooner has tapped it. */
const holdMs = 250

/**
 * Somebody speaks: with the finger on the button, or from one tap to the next for whoever cannot hold it or has a
 * keyboard. It is sent as soon as it is spoken; without a network it waits on the phone and goes with its form.
 */
export function VoiceField({
  value,
  of: { max: most = 60, unheard },
  onChange,
}: {
  value: string
  of: Pick<FieldForm, 'max' | 'unheard'>
  onChange: (value: string | undefined) => void
}) {
  const { beside = nothingBeside, isPhotoWaiting } = useContext(Surroundings)
  const [spoken, setSpoken] = useState<Recording>()
  const [hasFailed, setFailed] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [isHeard, setHeard] = useState(false)
  useEffect(() => {
    // Where nothing can be asked, nothing is handed on either.
    beside.isHeard().then(setHeard, () => setHeard(false))
  }, [beside])
  const send = async (recording: Recording) => {
    setSpoken(recording)
    setFailed(false)
    onChange(recording.path)
    try {
      onChange(await beside.send(recording))
    } catch (error) {
      const why = troubleOf(error)
      const kept = why.kind === 'offline' ? await beside.keep(recording) : undefined
      if (kept !== undefined) return onChange(kept)
      setTrouble(why)
      if (why.kind === 'offline') setFailed(true)
      else onChange(undefined)
    }
  }
  const isSent = /^[0-9a-z]{26}$/.test(value)
  const again = () => {
    setTrouble(undefined)
    onChange(undefined)
  }
  return (
    <>
      {value === '' ? (
        <Recorder most={most} onSpoken={(recording) => void send(recording)} onTrouble={setTrouble} />
      ) : (
        <View className="voice-spoken">
          <Voice
            seconds={spoken?.seconds}
            fetch={() => (spoken === undefined ? beside.fetch(value) : Promise.resolve(spoken.path))}
          />
          {isPhotoWaiting?.(value) ? (
            <View className="note">有网再传</View>
          ) : isSent ? null : hasFailed && spoken ? (
            <View className="voice-again" {...press(() => void send(spoken))}>
              没传上，重传
            </View>
          ) : (
            <View className="note">正在上传…</View>
          )}
          <View className="voice-again" {...press(again)}>
            重新说
          </View>
        </View>
      )}
      {isHeard && !unheard ? (
        <View className="note">录音会交给微信听写成文字，写在旁边；以录音为准。</View>
      ) : null}
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
    </>
  )
}

const placeOf = (event: BaseEventOrig) => (event as Partial<ITouchEvent>).touches?.[0]?.clientY ?? 0
/** Farther than this, in px, a finger turns the page and means no button. */
const shakes = 10

function Recorder(props: {
  most: number
  onSpoken: (recording: Recording) => void
  onTrouble: (trouble: Trouble | undefined) => void
}) {
  const { most, onSpoken, onTrouble } = props
  const [since, setSince] = useState<number>()
  const [seconds, setSeconds] = useState(0)
  const running = useRef<Running>(undefined)
  const isWanted = useRef(false)
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isHeld = useRef(false)
  const from = useRef(0)

  const start = async () => {
    if (isWanted.current) return
    isWanted.current = true
    onTrouble(undefined)
    try {
      const begun = await startRecording(most)
      running.current = begun
      // The finger may be gone while WeChat still asked whether it may listen.
      if (!isWanted.current) begun.stop()
      setSince(Date.now())
      onSpoken(await begun.done)
    } catch (error) {
      onTrouble(troubleOf(error))
    } finally {
      isWanted.current = false
      running.current = undefined
      setSince(undefined)
    }
  }
  const stop = () => {
    isWanted.current = false
    running.current?.stop()
  }
  useEffect(() => () => running.current?.stop(), [])
  useEffect(() => {
    setSeconds(0)
    if (since === undefined) return undefined
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - since) / 1000)), 500)
    return () => clearInterval(timer)
  }, [since])

  const touch = (event: BaseEventOrig) => {
    isHeld.current = false
    from.current = placeOf(event)
    if (since !== undefined) return
    holding.current = setTimeout(() => {
      isHeld.current = true
      void start()
    }, holdMs)
  }
  const leave = () => {
    clearTimeout(holding.current)
    if (isHeld.current) stop()
  }
  const tap = () => {
    // What ends a holding is no tap.
    if (isHeld.current) isHeld.current = false
    else if (since === undefined) void start()
    else stop()
  }
  return (
    <View
      id="voice"
      className={`voice-hold${since === undefined ? '' : ' voice-on'}`}
      {...press(tap)}
      onTouchStart={touch}
      onTouchMove={(event) => {
        if (Math.abs(placeOf(event) - from.current) > shakes) clearTimeout(holding.current)
      }}
      onTouchEnd={leave}
      onTouchCancel={leave}
    >
      {since === undefined ? <Icon name="say" /> : null}
      {since === undefined
        ? '按住说话'
        : isHeld.current
          ? `${seconds} 秒，松开就说完`
          : `${seconds} 秒，点一下说完`}
    </View>
  )
}
