import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { showCountyFigures } from '../../../shared/api/figures'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { listCountyAppFeedback } from '../../../shared/matters/app-feedback/endpoints'
import { figureWords, inFigureWords } from '../../../shared/rules/rates'
import { ask } from '../client/ask'
import type { Me } from '../client/me'
import { useLoaded } from '../hooks/use-loaded'
import { Bars } from '../pieces/bars'
import { Button } from '../pieces/button'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { lateFirst } from './late-first'

/** The home of whoever works for a county: its towns side by side, those with most that is late first. */
export function CountyHome({ county }: { county: NonNullable<Me['county']> }) {
  const state = useLoaded(async () => {
    const asked = { params: { county: county.id }, query: {} }
    const [figures, feedback] = await Promise.all([
      ask(showCountyFigures, asked),
      ask(listCountyAppFeedback, asked),
    ])
    return { ...figures, feedback }
  }, [county.id])
  const open = (town: string) => void Taro.navigateTo({ url: `/office/figures?town=${town}` })
  return (
    <>
      <Heading large>{`${county.name}人大`}</Heading>
      <Loaded state={state}>
        {({ total, groups, feedback }) => (
          <>
            <View className="today-said">{sayLate(groups)}</View>
            {total.counts.handedOver > 0 ? (
              <CountLine
                counts={inFigureWords(total.counts, 'handedOver', 'inHand', 'confirmed', 'overdue')}
                late={figureWords.overdue}
              />
            ) : (
              <Empty>全县还没有交办的建议。</Empty>
            )}
            <View className="section">
              <View className="section-head">
                <Heading>各镇</Heading>
              </View>
              <Bars
                rows={lateFirst(groups).map(({ key, name, counts }) => ({
                  key,
                  name,
                  whole: counts.inHand,
                  late: counts.overdue,
                  words: `${figureWords.inHand} ${counts.inHand} 件，${figureWords.overdue} ${counts.overdue} 件`,
                }))}
                onOpen={open}
              />
            </View>
            <View className="section stack">
              <Button
                tone="quiet"
                onTap={() => void Taro.navigateTo({ url: '/office/figures?panel=county' })}
              >
                全县各镇的数据
              </Button>
              <Button tone="quiet" onTap={() => void Taro.navigateTo({ url: '/office/app-feedback' })}>
                {sayWaiting(feedback)}
              </Button>
              <Button tone="quiet" onTap={() => void Taro.navigateTo({ url: '/office/open-town' })}>
                再开通一个镇
              </Button>
            </View>
          </>
        )}
      </Loaded>
    </>
  )
}

/** 对小程序的意见, which come to the county alone. */
function sayWaiting({ items, next }: OutputOf<typeof listCountyAppFeedback>): string {
  if (items.length === 0) return '对小程序的意见'
  return `对小程序的意见：${items.length}${next === null ? '' : ' 多'} 条等答复`
}

function sayLate(groups: readonly { counts: { overdue: number } }[]): string {
  const late = groups.filter(({ counts }) => counts.overdue > 0)
  const count = late.reduce((sum, { counts }) => sum + counts.overdue, 0)
  return late.length > 0
    ? `${groups.length} 个乡镇，${late.length} 个有${figureWords.overdue}，一共 ${count} 件`
    : `${groups.length} 个乡镇，没有${figureWords.overdue}的`
}
