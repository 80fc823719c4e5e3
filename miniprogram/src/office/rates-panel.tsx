import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Grouping, groupings, showFigures } from '../../../shared/api/figures'
import { beyondReach } from '../../../shared/rules/day-reach'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Chips } from '../pieces/chips'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Field } from '../pieces/field'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { InHandBars } from '../work/in-hand-bars'
import { lateFirst } from '../work/late-first'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { countsShown } from './counts-shown'
import { RateList } from './rate-list'
import { RateTable } from './rate-table'

const periods = { ever: '全部', thisYear: '今年', lastYear: '去年', chosen: '自己选' } as const
type PeriodName = keyof typeof periods
interface Period {
  from?: string | undefined
  to?: string | undefined
}

const yearOf = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })

function daysOf(name: PeriodName, chosen: Period): Period {
  const year = Number(today().slice(0, 4))
  return { ever: {}, thisYear: yearOf(year), lastYear: yearOf(year - 1), chosen }[name]
}

/** Those that answer for what they have in hand now; a session or a year does not. */
const comparedNow: ReadonlySet<Grouping> = new Set(['unit', 'village'])

const endWords = { from: '从哪天', to: '到哪天' } as const
const unlikely = (end: keyof typeof endWords, day: string | undefined) =>
  day === undefined ? undefined : beyondReach('counted', endWords[end], day, today())

/** Rates for a time of hand-over, in all and told apart. */
export function RatesPanel({ town }: { town: string | undefined }) {
  const [by, setBy] = useState<Grouping>('unit')
  const [name, setName] = useState<PeriodName>('ever')
  const [chosen, setChosen] = useState<Period>({})
  const period = daysOf(name, chosen)
  const turned = period.from !== undefined && period.to !== undefined && period.from > period.to
  const state = useLoaded(
    async () =>
      ask(showFigures, { params: { town: await currentTown(town) }, query: { by, ...period } }).then(
        (figures) => ({ ...figures, title: groupings[by].slice(1) }),
      ),
    [by, period],
  )
  return (
    <View>
      <View className="rates-ask not-printed">
        <View className="rates-asked">
          <View className="note">哪段时间交办的</View>
          <Chips words={periods} chosen={name} onChoose={setName} />
        </View>
        <View className="rates-asked">
          <View className="note">怎么分开看</View>
          <Chips words={groupings} chosen={by} onChoose={setBy} />
        </View>
        {name === 'chosen' ? (
          <View className="rates-days">
            {(['from', 'to'] as const).map((end) => (
              <Field
                key={end}
                field={{
                  name: end,
                  label: endWords[end],
                  kind: 'day',
                  reach: 'counted',
                  optional: true,
                }}
                value={chosen[end]}
                error={unlikely(end, chosen[end])}
                onChange={(day) => setChosen({ ...chosen, [end]: String(day) })}
              />
            ))}
          </View>
        ) : null}
        {turned ? <Notice tone="soon">开始的日子比结束的晚，请调过来。</Notice> : null}
      </View>
      <Loaded state={state}>
        {({ total, groups, title }) =>
          total.counts.handedOver === 0 ? (
            <Empty>这段时间没有交办的建议，还算不出比率。</Empty>
          ) : (
            <View className="stack">
              <CountLine counts={countsShown(total.counts)} late="逾期" />
              <RateList of={total} />
              {comparedNow.has(by) ? <InHandBars title={`各${title}`} groups={groups} /> : null}
              <RateTable title={title} town={town} groups={by === 'village' ? lateFirst(groups) : groups} />
            </View>
          )
        }
      </Loaded>
    </View>
  )
}
