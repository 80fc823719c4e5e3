import { View } from '@tarojs/components'
import { Card } from '../pieces/card'
import './facts-card.scss'

/** What is known of a matter in short: in two columns on a desk. */
export function FactsCard({
  facts,
}: {
  facts: readonly (readonly [label: string, value: string | null | undefined | false])[]
}) {
  const known = facts.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <Card>
      <View className="facts">
        {known.map(([label, value]) => (
          <View key={label} className="fact">
            <View className="fact-label">{label}</View>
            <View className="fact-value">{value}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
