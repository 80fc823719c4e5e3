import { View } from '@tarojs/components'
import type { FigureGroup } from '../../../shared/api/figures'
import { handlingRates, type Rate, resultRates, spokenParts } from '../../../shared/rules/rates'
import { press } from '../pieces/press'

const columns = [...Object.values(handlingRates), ...Object.values(resultRates)].map(({ label }) => label)

/** The same rates for each unit, category, session or year: cards on a phone, a wide table on a desk, from one markup. */
export function RateTable(props: {
  title: string
  groups: readonly FigureGroup[]
  /** A row leads to what it stands for. */
  onOpen?: (key: string) => void
}) {
  const { title, groups, onOpen } = props
  return (
    <View className="rate-table">
      <View className="rate-head">
        {[title, '交办', ...columns].map((label) => (
          <View key={label}>{label}</View>
        ))}
      </View>
      {groups.map(({ key, name, partOf, counts, rates }) => (
        <View
          key={key}
          className={`rate-row${onOpen ? ' rate-opens' : ''}`}
          {...(onOpen ? press(() => onOpen(key)) : {})}
        >
          <View className={partOf === null ? 'rate-name' : 'rate-name rate-part'}>{name}</View>
          <View className="rate-cell">
            <View className="rate-cell-label">交办</View>
            <View className="rate-cell-figure">{`${counts.handedOver} 件`}</View>
          </View>
          {[...Object.values(rates.handling), ...Object.values(rates.result)].map((rate, index) => (
            <RateCell key={columns[index] ?? ''} label={columns[index] ?? ''} rate={rate} />
          ))}
        </View>
      ))}
    </View>
  )
}

function RateCell({ label, rate }: { label: string; rate: Rate }) {
  const { figure, beside } = spokenParts(rate)
  return (
    <View className="rate-cell">
      <View className="rate-cell-label">{label}</View>
      <View className="rate-cell-figure">
        <View>{figure}</View>
        {beside ? <View className="rate-cell-fraction">{`（${beside}）`}</View> : null}
      </View>
    </View>
  )
}
