import { Image, View } from '@tarojs/components'
import { pictured } from './aloud'
import { useLargePictures } from './large-pictures'
import { press } from './press'
import './photo-pair.scss'

interface Side {
  word: string
  sources: readonly string[]
  /** So many more are not checked yet. */
  beingChecked?: number
}

/**
 * How a place looked before and after, side by side and large; a tap shows all of them one after the other.
 * @param of what is to be seen, for whoever does not see it
 */
export function PhotoPair({ of, sides }: { of: string; sides: readonly [Side, Side] }) {
  const { show, shown } = useLargePictures(sides.flatMap(({ sources }) => [...sources]))
  return (
    <View className="pair">
      {sides.map(({ word, sources, beingChecked = 0 }) => (
        <View key={word} className="pair-side">
          {sources.map((source, nth) => (
            <View key={source} className="pair-one" {...press(() => show(source))}>
              <Image
                className="pair-picture"
                src={source}
                mode="aspectFill"
                {...pictured(`${word}：${of}${sources.length > 1 ? `，第 ${nth + 1} 张` : ''}，点开看大图`)}
              />
            </View>
          ))}
          {Array.from({ length: beingChecked }, (_, place) => (
            <View key={place} className="pair-one pair-none">
              核对中
            </View>
          ))}
          {sources.length + beingChecked === 0 ? <View className="pair-one pair-none">没有照片</View> : null}
          <View className="pair-word">{word}</View>
        </View>
      ))}
      {shown}
    </View>
  )
}
