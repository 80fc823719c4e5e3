import { View } from '@tarojs/components'
import type { FigureGroup } from '../../../shared/api/figures'
import { handlingRates, type Rate, resultRates, spokenParts } from '../../../shared/rules/rates'
import { type Column, Table } from '../pieces/table'

const labels = [...Object.values(handlingRates), ...Object.values(resultRates)].map(({ label }) => label)
const ratesOf = ({ rates }: FigureGroup): Rate[] => [
  ...Object.values(rates.handling),
  ...Object.values(rates.result),
]

const columnsOf = (title: string): Column<FigureGroup>[] => [
  {
    key: 'name',
    head: title,
    cell: ({ name, partOf }) => (partOf === null ? name : `└ ${name}`),
    width: 17,
  },
  { key: 'handedOver', head: '交办', cell: ({ counts }) => `${counts.handedOver} 件`, tight: true },
  ...labels.map((label, index) => ({
    key: label,
    head: label,
    cell: (group: FigureGroup) => {
      const rate = ratesOf(group)[index]
      return rate ? <RateCell rate={rate} /> : '—'
    },
  })),
]

/** The same rates for each unit, category, session or year: cards on a phone, a wide table on a desk, from one markup. */
export const RateTable = (props: {
  title: string
  groups: readonly FigureGroup[]
  /** A row leads to what it stands for. */
  onOpen?: (key: string) => void
}) => {
  const { title, groups, onOpen } = props
  return (
    <View className="rate-table">
      <Table
        said={`各项比率，按${title}`}
        columns={columnsOf(title)}
        rows={groups}
        keyOf={({ key }) => key}
        {...(onOpen ? { onOpen: ({ key }: FigureGroup) => onOpen(key) } : {})}
      />
    </View>
  )
}

function RateCell({ rate }: { rate: Rate }) {
  const { figure, beside } = spokenParts(rate)
  return (
    <View className="rate-cell">
      <View>{figure}</View>
      {beside ? <View className="rate-cell-fraction">{`（${beside}）`}</View> : null}
    </View>
  )
}
