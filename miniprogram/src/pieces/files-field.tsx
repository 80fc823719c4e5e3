import { View } from '@tarojs/components'
import { useContext, useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../hooks/use-loaded'
import type { Option } from './choose'
import { TroubleNotice } from './notice'
import { press } from './press'
import { Surroundings } from './surroundings'
import './files.scss'

/**
 * Files of a form. Each is sent as soon as it is picked; until it has arrived its place is held by its path, which the
 * form does not take for a file yet.
 */
export function FilesField(props: {
  value: readonly string[]
  most: number
  /** What those are called that were there before. */
  known: readonly Option[]
  onChange: (value: string[]) => void
}) {
  const { chooseFiles, choosePhotosAsFiles, sendFile } = useContext(Surroundings)
  const latest = useRef(props.value)
  latest.current = props.value
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [trouble, setTrouble] = useState<Trouble>()

  const put = (value: string[]) => {
    latest.current = value
    props.onChange(value)
  }
  const add = async (choose: typeof chooseFiles) => {
    setTrouble(undefined)
    const chosen = (await choose(props.most - latest.current.length)) ?? []
    const fresh = chosen.filter(({ path }) => !latest.current.includes(path))
    setNames((before) => ({ ...before, ...Object.fromEntries(fresh.map(({ path, name }) => [path, name])) }))
    put([...latest.current, ...fresh.map(({ path }) => path)])
    for (const file of fresh) {
      try {
        const { id, name } = await sendFile(file)
        setNames((before) => ({ ...before, [id]: name }))
        put(latest.current.map((one) => (one === file.path ? id : one)))
      } catch (error) {
        setTrouble(troubleOf(error))
        put(latest.current.filter((one) => one !== file.path))
      }
    }
  }
  const nameOf = (one: string) =>
    names[one] ?? props.known.find(({ id }) => id === one)?.name ?? '已经传好的附件'
  const adds =
    process.env.TARO_ENV === 'h5'
      ? ([['添加附件', chooseFiles]] as const)
      : ([
          ['添加照片', choosePhotosAsFiles],
          ['从聊天里选文件', chooseFiles],
        ] as const)
  return (
    <>
      {props.value.map((one) => (
        <View key={one} className="files-one">
          <View className="files-name">{isSending(one) ? `${nameOf(one)}（正在上传…）` : nameOf(one)}</View>
          <View
            className="files-remove"
            {...press(() => put(latest.current.filter((other) => other !== one)))}
          >
            去掉
          </View>
        </View>
      ))}
      {props.value.length < props.most ? (
        <View className="files-adds">
          {adds.map(([word, choose]) => (
            <View key={word} className="files-add" hoverClass="card-hover" {...press(() => void add(choose))}>
              {word}
            </View>
          ))}
        </View>
      ) : null}
      {trouble ? (
        <TroubleNotice
          trouble={trouble}
          offline="附件太大，不能先存着等网：这个还没有传上，有网再选一次。写的字都还在。"
        />
      ) : null}
    </>
  )
}

const isSending = (entry: string) => !/^[0-9a-z]{26}$/.test(entry)
