import { View } from '@tarojs/components'
import type { FigureGroup } from '../../../shared/api/figures'
import { handlingRates, type Rate, resultRates, spokenParts } from '../../../shared/rules/rates'
import { useSorted } from '../hooks/use-sorted'
import { type Column, Table } from '../pieces/table'

const named = Object.entries({ ...handlingRates, ...resultRates })
const rateOf = ({ rates }: FigureGroup, name: string): Rate | undefined =>
  ({ ...rates.handling, ...rates.result })[name]

const columnsOf = (title: string): Column<FigureGroup>[] => [
  {
    key: 'name',
    head: title,
    cell: ({ name, partOf }) => (partOf === null ? name : `└ ${name}`),
    order: ({ name }) => name,
    width: 17,
  },
  {
    key: 'handedOver',
    head: '交办',
    cell: ({ counts }) => `${counts.handedOver} 件`,
    order: ({ counts }) => counts.handedOver,
    tight: true,
  },
  ...named.map(([key, { label }]) => ({
    key,
    head: label,
    cell: (group: FigureGroup) => {
      const rate = rateOf(group, key)
      return rate ? <RateCell rate={rate} /> : '—'
    },
    order: (group: FigureGroup) => shareOf(rateOf(group, key)),
  })),
]

/** Where there is nothing to be a share of, there is none. */
const shareOf = (rate: Rate | undefined) => (rate && rate.among > 0 ? rate.of / rate.among : null)

/** The same rates for each unit, category, session or year: cards on a phone, a wide table on a desk, from one markup. */
export const RateTable = (props: {
  title: string
  town?: string | undefined
  groups: readonly FigureGroup[]
  /** A row leads to what it stands for. */
  onOpen?: (key: string) => void
}) => {
  const { title, town, groups, onOpen } = props
  const [sorted, sort] = useSorted(town)
  return (
    <View className="rate-table">
      <Table
        said={`各项比率，按${title}`}
        columns={columnsOf(title)}
        rows={groups}
        keyOf={({ key }) => key}
        sorted={sorted}
        onSort={sort}
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
