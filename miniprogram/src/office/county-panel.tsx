import { View } from '@tarojs/components'
import { showCountyFigures } from '../../../shared/api/figures'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { useLoaded } from '../hooks/use-loaded'
import { countsShown } from './counts-shown'
import { RateList } from './rate-list'
import { RateTable } from './rate-table'

/** The towns of the county side by side, for the staff of the county's congress. */
export function CountyPanel() {
  const state = useLoaded(async () => {
    const { county } = await loadMe()
    return ask(showCountyFigures, { params: { county: county?.id ?? '' }, query: {} })
  }, [])
  return (
    <Loaded state={state}>
      {({ total, groups }) =>
        total.counts.handedOver === 0 ? (
          <Empty>全县还没有交办的建议，还算不出比率。</Empty>
        ) : (
          <View className="stack">
            <CountLine counts={countsShown(total.counts)} late="逾期" />
            <RateList of={total} />
            <RateTable title="乡镇" groups={groups} />
          </View>
        )
      }
    </Loaded>
  )
}
