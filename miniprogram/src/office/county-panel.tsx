import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { showCountyFigures } from '../../../shared/api/figures'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { lateFirst } from '../work/late-first'
import { useLoaded } from '../hooks/use-loaded'
import { countsShown } from './counts-shown'
import { RateList } from './rate-list'
import { RateTable } from './rate-table'

const openTown = (town: string) => void Taro.navigateTo({ url: `/office/figures?town=${town}` })

/** The towns of the county side by side, for the staff of the county's congress; a row leads to its town. */
export function CountyPanel() {
  const state = useLoaded(async () => {
    const { county } = await loadMe()
    const figures = await ask(showCountyFigures, { params: { county: county?.id ?? '' }, query: {} })
    return { ...figures, county: county?.name ?? '' }
  }, [])
  return (
    <Loaded state={state}>
      {({ total, groups, county }) => (
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
        </View>
      )}
    </Loaded>
  )
}
