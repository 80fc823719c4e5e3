import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { showContactFigures } from '../../../shared/api/contacts'
import { halfYearBefore, halfYearOf, spokenHalfYear } from '../../../shared/rules/half-years'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { useWide } from '../hooks/use-wide'
import { Chips } from '../pieces/chips'
import { FigureCards } from '../pieces/figure-cards'
import { Fold } from '../pieces/fold'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { PrintButton } from '../pieces/print-button'
import { type Column, Table } from '../pieces/table'
import { today } from '../work/words'

/** 半年统计: received, visited, done, by group and by village and never by person, with the sentence for the report. */
export function ContactsPanel({ town }: { town: string | undefined }) {
  const now = halfYearOf(today())
  const halves = [now, halfYearBefore(now), halfYearBefore(halfYearBefore(now))]
  const [half, choose] = useState(now)
  const state = useLoaded(
    async () => ask(showContactFigures, { params: { town: await currentTown(town) }, query: { half } }),
    [town, half],
  )
  return (
    <>
      <View className="section not-printed">
        <Chips
          words={Object.fromEntries(halves.map((one) => [one, spokenHalfYear(one)]))}
          chosen={half}
          onChoose={choose}
        />
      </View>
      <Loaded state={state}>
        {({ total, groups, places, unconfirmed, sentence }) => (
          <View className="section stack">
            <FigureCards
              cards={[
                { word: '接待选民', figure: `${total.received}`, note: '人' },
                { word: '走访选民', figure: `${total.visited}`, note: '户' },
                { word: '帮办实事', figure: `${total.deeds}`, note: '件，核实过的' },
              ]}
            />
            <Notice>{sentence}</Notice>
            {unconfirmed > 0 ? (
              <Notice tone="soon">{`还有 ${unconfirmed} 件实事没有核实，没有算进去。在“办实事”里核实。`}</Notice>
            ) : null}
            <Table said="各代表小组" columns={columns} rows={groups} keyOf={({ name }) => name} />
            {places ? <Places rows={places} /> : null}
            <View className="not-printed">
              <PrintButton />
            </View>
          </View>
        )}
      </Loaded>
    </>
  )
}

/** Twenty villages are twenty cards on a phone, and wait there until somebody wants them. */
function Places({ rows }: { rows: readonly Place[] }) {
  const wide = useWide()
  const table = <Table said="各村" columns={placeColumns} rows={rows} keyOf={({ name }) => name} />
  return wide ? table : <Fold title="按村、自然村看">{table}</Fold>
}

type Figures = OutputOf<typeof showContactFigures>
type Group = Figures['groups'][number]
type Place = NonNullable<Figures['places']>[number]
type Counts = Figures['total']

const counted = ({ received, visited, deeds }: Counts) =>
  [
    received > 0 && `接待 ${received} 人`,
    visited > 0 && `走访 ${visited} 户`,
    deeds > 0 && `实事 ${deeds} 件`,
  ]
    .filter(Boolean)
    .join('、')

const spokenPart = ({ name, below, ...counts }: Place['parts'][number]) => {
  const groups = below.flatMap((group) => (counted(group) === '' ? [] : `${group.name}${counted(group)}`))
  return `${name}${counted(counts)}${groups.length > 0 ? `（${groups.join('，')}）` : ''}`
}

const countColumns: readonly Column<Counts>[] = [
  { key: 'received', head: '接待选民', cell: ({ received }) => `${received} 人`, tight: true },
  { key: 'visited', head: '走访选民', cell: ({ visited }) => `${visited} 户`, tight: true },
  { key: 'deeds', head: '帮办实事', cell: ({ deeds }) => `${deeds} 件`, tight: true },
]

const columns: readonly Column<Group>[] = [
  { key: 'name', head: '代表小组', cell: ({ name }) => name },
  ...countColumns,
  {
    key: 'voters',
    head: '联系选民够数的代表',
    cell: ({ withVoters, deputies }) => `${deputies} 位里 ${withVoters} 位`,
    tight: true,
  },
]

/** In the order of the register, with the parts of a village that somebody named. */
const placeColumns: readonly Column<Place>[] = [
  {
    key: 'name',
    head: '村',
    cell: ({ name, parts }) => {
      const named = parts.filter((part) => counted(part) !== '')
      return (
        <>
          {name}
          {named.length > 0 ? <View className="note">{named.map(spokenPart).join('；')}</View> : null}
        </>
      )
    },
  },
  ...countColumns,
]
