import { View } from '@tarojs/components'
import { useState } from 'react'
import { type FileView, fileKinds, spokenSize } from '../../../shared/files'
import { takeAway, takeAwayPublic } from '../client/files'
import { TroubleNotice } from '../pieces/notice'
import { press } from '../pieces/press'
import { type Trouble, troubleOf } from '../hooks/use-loaded'
import '../pieces/files.scss'

/** Files by their names; a tap brings one onto this device. */
export const Files = (props: {
  town: string
  label: string
  files: readonly FileView[]
  /** The public suggestion that they hang on; without it they are for its parties. */
  publicOf?: string
  /** How one is fetched, where it is kept elsewhere. */
  take?: typeof takeAway
}) => (props.files.length > 0 ? <Listed {...props} /> : null)

function Listed({ town, label, files, publicOf, take: fetch = takeAway }: Parameters<typeof Files>[0]) {
  const [trouble, setTrouble] = useState<Trouble>()
  const take = (file: FileView) => {
    setTrouble(undefined)
    const taking = publicOf === undefined ? fetch(town, file) : takeAwayPublic(town, publicOf, file)
    taking.catch((error: unknown) => setTrouble(troubleOf(error)))
  }
  return (
    <View className="part">
      <View className="part-label">{label}</View>
      {files.map((file) => (
        <View key={file.id} className="files-take" {...press(() => take(file))}>
          {file.bytes > 0
            ? `${file.name}（${fileKinds[file.kind].label}，${spokenSize(file.bytes)}）`
            : file.name}
        </View>
      ))}
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
    </View>
  )
}
