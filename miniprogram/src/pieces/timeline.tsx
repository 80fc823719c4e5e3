import { View } from '@tarojs/components'
import './timeline.scss'

export interface TimelineEntry {
  when: string
  line: string
  note?: string | null
}

/** What happened, newest first: one looks for the last thing. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <View className="timeline">
    {[...entries].reverse().map((entry, index) => (
      <View
        key={`${entry.when}${entry.line}${index}`}
        className={`moment${index === 0 ? ' moment-last' : ''}`}
      >
        <View className="moment-dot" />
        <View className="moment-body">
          <View className="moment-line">{entry.line}</View>
          {entry.note ? <View className="moment-note">{entry.note}</View> : null}
          <View className="note">{entry.when}</View>
        </View>
      </View>
    ))}
  </View>
)
