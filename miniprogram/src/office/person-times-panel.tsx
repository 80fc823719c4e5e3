import { View } from '@tarojs/components'
import { useState } from 'react'
import { type PersonTimes, showPersonTimes } from '../../../shared/api/person-times'
import { type CountsAs, countsAs } from '../../../shared/matters/activity/kinds'
import { yearOf } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Chips } from '../pieces/chips'
import { FigureCards } from '../pieces/figure-cards'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { PrintButton } from '../pieces/print-button'
import { type Column, Table } from '../pieces/table'
import { today } from '../work/words'

const lastYears = 3
const kinds = Object.keys(countsAs) as CountsAs[]

/** 人次: how many came to what was held in a year, by group and never by person, with the sentence for the report. */
export function PersonTimesPanel({ town }: { town: string | undefined }) {
  const thisYear = yearOf(today())
  const [year, choose] = useState(String(thisYear))
  const years = Array.from({ length: lastYears }, (_, ago) => String(thisYear - ago))
  const state = useLoaded(
    async () => ask(showPersonTimes, { params: { town: await currentTown(town) }, query: { year } }),
    [town, year],
  )
  return (
    <>
      <View className="section not-printed">
        <Chips
          words={Object.fromEntries(years.map((one) => [`y${one}`, `${one}年`]))}
          chosen={`y${year}`}
          onChoose={(chosen) => choose(chosen.slice(1))}
        />
      </View>
      <Loaded state={state}>
        {({ total, groups, elsewhere, sentence }) => (
          <View className="section stack">
            <FigureCards
              cards={kinds.map((kind) => ({
                word: countsAs[kind],
                figure: `${total[kind].personTimes}`,
                note: `人次，${total[kind].events} 次`,
              }))}
            />
            <Notice>{sentence}</Notice>
            {elsewhere > 0 ? (
              <View className="note">{`上级组织或自行参加 ${elsewhere} 人次，没有算进上面的数。`}</View>
            ) : null}
            <Table said="各代表小组" columns={columns} rows={groups} keyOf={({ name }) => name} />
            <View className="note">
              一次活动一位代表只算一次，照点名册或签到纸；小组按代表现在在哪个小组算。
            </View>
            <View className="not-printed">
              <PrintButton />
            </View>
          </View>
        )}
      </Loaded>
    </>
  )
}

const columns: readonly Column<PersonTimes['groups'][number]>[] = [
  { key: 'name', head: '代表小组', cell: ({ name }) => name },
  ...kinds.map((kind) => ({
    key: kind,
    head: countsAs[kind],
    cell: (row: PersonTimes['groups'][number]) => `${row[kind]} 人次`,
    tight: true,
  })),
]
