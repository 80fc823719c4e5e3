import { View } from '@tarojs/components'
import { press } from './press'
import './bars.scss'

interface Bar {
  key: string
  name: string
  /** What the bar stands for; the longest of them is the width. */
  whole: number
  /** The part of it that is late, drawn dark. */
  late: number
  /** The same in words: no bar is read alone. */
  words: string
}

/** What people compare, as bars under one another with the late part dark; each may lead to what it counts. */
export function Bars({ rows, onOpen }: { rows: readonly Bar[]; onOpen?: (key: string) => void }) {
  const most = Math.max(1, ...rows.map(({ whole }) => whole))
  return (
    <View className="bars">
      {rows.map(({ key, name, whole, late, words }) => (
        <View
          key={key}
          className={`bars-row${onOpen ? ' bars-opens' : ''}`}
          {...press(onOpen && (() => onOpen(key)))}
        >
          <View className="bars-head">
            <View className="bars-name">{name}</View>
            <View className="note">{words}</View>
          </View>
          <View className="bars-track">
            <View className="bars-late" style={{ width: `${(100 * late) / most}%` }} />
            <View className="bars-rest" style={{ width: `${(100 * Math.max(whole - late, 0)) / most}%` }} />
          </View>
        </View>
      ))}
    </View>
  )
}
