import { Image, View } from '@tarojs/components'
import { pictured } from './aloud'
import { useLargePictures } from './large-pictures'
import { press } from './press'
import './photos.scss'

/** Small pictures in a row; a tap shows them large. */
export function PhotoRow(props: {
  label?: string
  sources: readonly string[]
  /** So many more are not checked yet. */
  beingChecked?: number
}) {
  const { label, sources, beingChecked = 0 } = props
  const { show, shown } = useLargePictures(sources)
  if (sources.length + beingChecked === 0) return null
  return (
    <View className="photos">
      {label ? <View className="note">{label}</View> : null}
      <View className="photos-row">
        {sources.map((source) => (
          <View key={source} className="photos-one" {...press(() => show(source))}>
            <Image
              className="photos-picture"
              src={source}
              mode="aspectFill"
              {...pictured('照片，点开看大图')}
            />
          </View>
        ))}
        {Array.from({ length: beingChecked }, (_, place) => (
          <View key={place} className="photos-one photos-checked">
            核对中
          </View>
        ))}
      </View>
      {shown}
    </View>
  )
}
