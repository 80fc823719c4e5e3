import { View } from '@tarojs/components'
import { press } from './press'
import './count-line.scss'

interface CountLineProps {
  counts: Readonly<Record<string, number>>
  /** What is late shows when there is any. */
  late?: string
  /** Opens what a number counts; not where it counts nothing. */
  onOpen?: (word: string) => void
}

/** A few numbers side by side, each with its word. */
export const CountLine = ({ counts, late, onOpen }: CountLineProps) => (
  <View className={`figures${Object.keys(counts).length > 4 ? ' figures-many' : ''}`}>
    {Object.entries(counts).map(([word, count]) => {
      const open = onOpen && count > 0 ? () => onOpen(word) : undefined
      const classes = ['figure', word === late && count > 0 && 'figure-late', open && 'figure-open']
      return (
        <View
          key={word}
          className={classes.filter(Boolean).join(' ')}
          {...(open ? { ...press(open), hoverClass: 'figure-hover' } : {})}
        >
          <View className="figure-count">{String(count)}</View>
          <View className="note">{word}</View>
        </View>
      )
    })}
  </View>
)
