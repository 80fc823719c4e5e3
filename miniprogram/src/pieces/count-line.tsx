import { View } from '@tarojs/components'
import './count-line.scss'

/** A few numbers side by side, each with its word; what is late shows when there is any. */
export const CountLine = ({ counts, late }: { counts: Readonly<Record<string, number>>; late?: string }) => (
  <View className={`figures${Object.keys(counts).length > 4 ? ' figures-many' : ''}`}>
    {Object.entries(counts).map(([word, count]) => (
      <View key={word} className={`figure${word === late && count > 0 ? ' figure-late' : ''}`}>
        <View className="figure-count">{String(count)}</View>
        <View className="note">{word}</View>
      </View>
    ))}
  </View>
)
