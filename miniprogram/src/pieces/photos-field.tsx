import { Image, View } from '@tarojs/components'
import { useContext, useRef, useState } from 'react'
import { choosePictures } from '../client/upload'
import { type Trouble, troubleOf, useLoaded } from '../hooks/use-loaded'
import { pictured } from './aloud'
import { Button } from './button'
import { Icon } from './icon'
import { TroubleNotice } from './notice'
import { BlurField } from './blur-field'
import { press } from './press'
import { Sheet } from './sheet'
import { nothingBeside, Surroundings } from './surroundings'
import './photos.scss'

/**
 * Photos of a form. Each is sent as soon as it is picked; until it has arrived its place is held by its path on the
 * phone, which the form does not take for a photo yet. Where there is no network it stays, to be sent again.
 */
export function PhotosField(props: {
  value: readonly string[]
  most: number
  /** They go beside a message: whoever reads it sees them as they are. */
  beside?: 'message' | undefined
  onChange: (value: string[]) => void
}) {
  const { isPhotoWaiting, beside = nothingBeside, ...around } = useContext(Surroundings)
  const { fetchPhoto } = around
  const sendPhoto = props.beside ? (path: string) => beside.send({ path }) : around.sendPhoto
  const keepPhoto = props.beside ? (path: string) => beside.keep({ path }) : around.keepPhoto
  const latest = useRef(props.value)
  latest.current = props.value
  const [paths, setPaths] = useState<Readonly<Record<string, string>>>({})
  const [covering, setCovering] = useState<string>()
  const [blurred, setBlurred] = useState<string>()
  const [failed, setFailed] = useState<readonly string[]>([])
  const [trouble, setTrouble] = useState<Trouble>()

  const put = (value: string[]) => {
    latest.current = value
    props.onChange(value)
  }
  const send = async (path: string) => {
    setFailed((before) => before.filter((one) => one !== path))
    try {
      const id = await sendPhoto(path)
      setPaths((before) => ({ ...before, [id]: path }))
      put(latest.current.map((one) => (one === path ? id : one)))
    } catch (error) {
      const why = troubleOf(error)
      const kept = why.kind === 'offline' ? await keepPhoto?.(path) : undefined
      if (kept !== undefined) {
        setPaths((before) => ({ ...before, [kept]: path }))
        put(latest.current.map((one) => (one === path ? kept : one)))
        return
      }
      setTrouble(why)
      if (why.kind === 'offline') setFailed((before) => [...before, path])
      else put(latest.current.filter((one) => one !== path))
    }
  }
  const add = async () => {
    setTrouble(undefined)
    const chosen = await choosePictures(props.most - latest.current.length)
    if (chosen?.length === 0) setTrouble({ kind: 'refused', sentence: cannotOpen })
    const fresh = (chosen ?? []).filter((path) => !latest.current.includes(path))
    put([...latest.current, ...fresh])
    for (const path of fresh) await send(path)
  }
  const again = (path: string) => {
    setTrouble(undefined)
    void send(path)
  }
  const cover = (id: string | undefined) => {
    setBlurred(undefined)
    setCovering(id)
  }
  /** What was made of it is sent in its place from now on. */
  const covered = async (id: string, made: string) => {
    const path = await fetchPhoto(made)
    setPaths((before) => ({ ...before, [id]: path }))
  }
  return (
    <>
      <View className="photos-row">
        {props.value.map((one) => (
          <View key={one} className="photos-one">
            <Thumb id={one} path={isSending(one) ? one : paths[one]} beside={props.beside !== undefined} />
            {!isSending(one) ? null : failed.includes(one) ? (
              <View className="photos-sending photos-again" {...press(() => again(one))}>
                没传上，重传
              </View>
            ) : (
              <View className="photos-sending">正在上传…</View>
            )}
            <View
              className="photos-remove"
              {...press(() => put(latest.current.filter((other) => other !== one)))}
            >
              去掉
            </View>
            {isPhotoWaiting?.(one) ? <View className="photos-sending">有网再传</View> : null}
            {props.beside || isSending(one) || isPhotoWaiting?.(one) ? null : (
              <View className="photos-cover" {...press(() => cover(one))}>
                打码
              </View>
            )}
          </View>
        ))}
        {props.value.length < props.most ? (
          <View className="photos-one photos-add" hoverClass="card-hover" {...press(() => void add())}>
            <Icon name="photo" />
            添加照片
          </View>
        ) : null}
      </View>
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
      {covering === undefined ? null : (
        <Sheet title="打码" onClose={() => cover(undefined)}>
          <BlurField
            photo={covering}
            value={blurred}
            onChange={(made) => {
              setBlurred(made)
              if (made !== undefined) void covered(covering, made)
            }}
          />
          {blurred === undefined ? null : (
            <View id="cover-done" className="photos-done">
              <Button onTap={() => cover(undefined)}>就用打码后的</Button>
            </View>
          )}
        </Sheet>
      )}
    </>
  )
}

const cannotOpen = '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。'
const isSending = (entry: string) => !/^[0-9a-z]{26}$/.test(entry)

/** What was picked here is on the phone; what the form had before is fetched. */
const Thumb = ({ path, ...kept }: { id: string; path: string | undefined; beside: boolean }) =>
  path ? (
    <Image className="photos-picture" src={path} mode="aspectFill" {...pictured('要附上的照片')} />
  ) : (
    <FetchedThumb {...kept} />
  )

function FetchedThumb({ id, beside }: { id: string; beside: boolean }) {
  const around = useContext(Surroundings)
  const fetch = beside ? (around.beside ?? nothingBeside).fetch : around.fetchPhoto
  const state = useLoaded(() => fetch(id), [id])
  return state.value ? (
    <Image className="photos-picture" src={state.value} mode="aspectFill" {...pictured('要附上的照片')} />
  ) : null
}
