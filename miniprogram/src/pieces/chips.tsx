import { View } from '@tarojs/components'

/** Words of which one is chosen. */
export function Chips<K extends string>(props: {
  words: Readonly<Record<K, string>>
  chosen: K
  onChoose: (key: K) => void
}) {
  return (
    <View className="field-chips">
      {(Object.keys(props.words) as K[]).map((key) => (
        <View
          key={key}
          className={`chip${key === props.chosen ? ' chip-on' : ''}`}
          onClick={() => props.onChoose(key)}
        >
          {props.words[key]}
        </View>
      ))}
    </View>
  )
}
