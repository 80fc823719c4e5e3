import { View } from '@tarojs/components'
import './skeleton.scss'

/** The shape of what is coming; it does not blink. */
export const Skeleton = ({ lines = 3, cards = 2 }: { lines?: number; cards?: number }) => (
  <View className="stack">
    {Array.from({ length: cards }, (_, card) => (
      <View key={card} className="skeleton">
        {Array.from({ length: lines }, (_line, line) => (
          <View key={line} className="skeleton-line" />
        ))}
      </View>
    ))}
  </View>
)
