import { Text, View } from '@tarojs/components'
import type { ContentCheckView } from '../../../shared/matters/content-check/endpoints'
import './content-check-card.scss'

/** A text in which what was found stands out: by its ground and by a line under it, not by colour alone. */
export function MarkedText({ text, found }: Pick<ContentCheckView, 'found'> & { text: string }) {
  const places = [...found, { from: text.length, to: text.length }]
  return (
    <View className="content-check-text">
      {places.map(({ from, to }, index) => (
        <Text key={from}>
          {text.slice(places[index - 1]?.to ?? 0, from)}
          <Text className="content-check-found">{text.slice(from, to)}</Text>
        </Text>
      ))}
    </View>
  )
}
