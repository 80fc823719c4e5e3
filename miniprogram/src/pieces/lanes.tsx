import { Text, View } from '@tarojs/components'
import { aloud } from './aloud'
import { press } from './press'
import './lanes.scss'

/** A few views of one place, side by side; one of them is open. */
export function Lanes<K extends string>(props: {
  words: Readonly<Record<K, string>>
  /** How much is in each. */
  counts?: Readonly<Partial<Record<K, string>>>
  open: K
  onOpen: (lane: K) => void
}) {
  return (
    <View className="lanes" {...aloud('tablist')}>
      {(Object.keys(props.words) as K[]).map((lane) => (
        <View
          key={lane}
          className={`lane${lane === props.open ? ' lane-on' : ''}`}
          {...press(() => props.onOpen(lane), { as: 'tab', on: lane === props.open })}
        >
          <Text>{props.words[lane]}</Text>
          {props.counts?.[lane] ? <Text className="lane-count">{props.counts[lane]}</Text> : null}
        </View>
      ))}
    </View>
  )
}
