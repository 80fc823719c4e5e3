import { View } from '@tarojs/components'
import { aloud } from './aloud'
import { press } from './press'
import './chip.scss'
import './field.scss'

/** Words of which one is chosen. */
export function Chips<K extends string>(props: {
  words: Readonly<Record<K, string>>
  chosen: K
  onChoose: (key: K) => void
}) {
  return (
    <View className="field-chips" {...aloud('radiogroup')}>
      {(Object.keys(props.words) as K[]).map((key) => (
        <View
          key={key}
          className={`chip${key === props.chosen ? ' chip-on' : ''}`}
          {...press(() => props.onChoose(key), { as: 'radio', on: key === props.chosen })}
        >
          {props.words[key]}
        </View>
      ))}
    </View>
  )
}
