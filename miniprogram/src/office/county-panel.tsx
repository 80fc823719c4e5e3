import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { showCountyStaff, type TownStaff } from '../../../shared/api/congress'
import { showCountyFigures } from '../../../shared/api/figures'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { Card } from '../pieces/card'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { PrintButton } from '../pieces/print-button'
import { type Column, Table } from '../pieces/table'
import { lateFirst } from '../work/late-first'
import { useLoaded } from '../hooks/use-loaded'
import { countsShown } from './counts-shown'
import { RateList } from './rate-list'
import { RateTable } from './rate-table'
import { MadeUp } from './structure-panel'

const openTown = (town: string) => void Taro.navigateTo({ url: `/office/figures?town=${town}` })

/** Nobody is named, and nothing is added up over persons. */
const staffColumns: readonly Column<TownStaff>[] = [
  { key: 'town', head: '乡镇', cell: ({ name }) => name },
  {
    key: 'chairs',
    head: '主席',
    cell: ({ chairs }) => (chairs === 0 ? '出缺' : String(chairs)),
    tight: true,
  },
  { key: 'vice', head: '副主席', cell: ({ viceChairs }) => String(viceChairs), tight: true },
  { key: 'full', head: '专职', cell: ({ fullTime }) => String(fullTime), tight: true },
  { key: 'part', head: '兼职', cell: ({ concurrent }) => String(concurrent), tight: true },
  {
    key: 'most',
    head: '最多兼几项',
    cell: ({ mostDuties }) => (mostDuties === null ? '没有登记' : String(mostDuties)),
    tight: true,
  },
]

type Silence = OutputOf<typeof showCountyFigures>['silence'][number]

/** 静的村: numbers, and never which; where the visits go is for the town. */
const silenceColumns: readonly Column<Silence>[] = [
  { key: 'town', head: '乡镇', cell: ({ name }) => name },
  {
    key: 'silent',
    head: '静的村',
    cell: ({ counted }) => (counted === null ? '来的太少，看不出' : `${counted.silent}/${counted.villages}`),
    tight: true,
  },
]

/** The towns of the county side by side, for the staff of the county's congress; a row leads to its town. */
export function CountyPanel() {
  const state = useLoaded(async () => {
    const { county } = await loadMe()
    const params = { county: county?.id ?? '' }
    const [figures, { towns, madeUp }] = await Promise.all([
      ask(showCountyFigures, { params, query: {} }),
      ask(showCountyStaff, { params }),
    ])
    return { ...figures, staff: towns, madeUp, county: county?.name ?? '' }
  }, [])
  return (
    <Loaded state={state}>
      {({ total, groups, silence, staff, madeUp, county }) => (
        <View className="stack">
          <Heading large>{`${county}各镇`}</Heading>
          {total.counts.handedOver === 0 ? (
            <Empty>全县还没有交办的建议，还算不出比率。</Empty>
          ) : (
            <>
              <CountLine counts={countsShown(total.counts)} late="逾期" />
              <RateList of={total} />
            </>
          )}
          <RateTable title="乡镇" groups={lateFirst(groups)} onOpen={openTown} />
          <Card>
            <Heading>静的村</Heading>
            <View className="note">
              半年没有人留言、按人口不像是碰巧的村有几个。只有数，没有村名，不排名；去哪里走访由镇里定。
            </View>
            <Table said="各镇静的村" columns={silenceColumns} rows={silence} keyOf={({ id }) => id} />
          </Card>
          <Card>
            <Heading>人大干部队伍</Heading>
            <Table said="各镇人大干部队伍" columns={staffColumns} rows={staff} keyOf={({ id }) => id} />
          </Card>
          {madeUp ? (
            <>
              <Heading>{`全县主席、副主席 ${madeUp.total} 名`}</Heading>
              <MadeUp of={madeUp} />
            </>
          ) : null}
          <View className="not-printed">
            <PrintButton />
          </View>
        </View>
      )}
    </Loaded>
  )
}
