import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { pictured } from './aloud'
import { press } from './press'
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
            {...press(() => void Taro.previewImage({ current: source, urls: [...sources] }))}
          >
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
    </View>
  ) : null
