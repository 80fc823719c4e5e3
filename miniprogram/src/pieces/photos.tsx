import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { downloadPhoto } from '../client/photos'
import { useLoaded } from '../hooks/use-loaded'
import { TroubleNotice } from './notice'
import './photos.scss'

/** Small pictures in a row; a tap shows them large. */
export const PhotoRow = ({
  label,
  sources,
  beingChecked = 0,
}: {
  label?: string
  sources: readonly string[]
  /** So many more are not checked yet. */
  beingChecked?: number
}) =>
  sources.length + beingChecked > 0 ? (
    <View className="photos">
      {label ? <View className="note">{label}</View> : null}
      <View className="photos-row">
        {sources.map((source) => (
          <View
            key={source}
            className="photos-one"
            onClick={() => void Taro.previewImage({ current: source, urls: [...sources] })}
          >
            <Image className="photos-picture" src={source} mode="aspectFill" />
          </View>
        ))}
        {Array.from({ length: beingChecked }, (_, place) => (
          <View key={place} className="photos-one photos-checked">
            核对中
          </View>
        ))}
      </View>
    </View>
  ) : null

/** The same for photos that only the parties may see. */
export const Photos = (props: { town: string; label?: string; ids: readonly string[] }) =>
  props.ids.length > 0 ? <Fetched {...props} /> : null

function Fetched({ town, label, ids }: { town: string; label?: string; ids: readonly string[] }) {
  const state = useLoaded(() => Promise.all(ids.map((id) => downloadPhoto(town, id))), [town, ...ids])
  if (state.value) return <PhotoRow sources={state.value} {...(label ? { label } : {})} />
  if (state.trouble) return <TroubleNotice trouble={state.trouble} retry={state.reload} />
  return (
    <View className="photos-row">
      {ids.map((id) => (
        <View key={id} className="photos-one" />
      ))}
    </View>
  )
}
