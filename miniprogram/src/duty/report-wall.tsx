import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { type ReportWall, showReportWall } from '../../../shared/matters/duty-report-meeting/endpoints'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { pictured } from '../pieces/aloud'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { ResultBars } from '../work/report-results'
import { today } from '../work/words'
import './report-wall.scss'

/** How often the wall looks anew: the hall does not wait for the result. */
const lookMs = 2000

/** 会场大屏, read from the last row: who reports, then the code, then the result. Nothing on it counts up. */
export default function ReportWallPage() {
  const { params } = useRouter()
  const { town = '', id = '' } = params
  const state = useLoaded(() => ask(showReportWall, { params: { town, id } }), [town, id])
  const { reload } = state
  useEffect(() => {
    const timer = setInterval(reload, lookMs)
    return () => clearInterval(timer)
  }, [reload])
  useEffect(() => {
    // Beside the pages of a desk there is nothing for a hall to read.
    if (process.env.TARO_ENV !== 'h5') return undefined
    document.body.classList.add('on-wall')
    return () => document.body.classList.remove('on-wall')
  }, [])
  return (
    <Page bare>
      <Loaded state={state}>{(wall) => <Wall wall={wall} />}</Loaded>
    </Page>
  )
}

function Wall({ wall }: { wall: ReportWall }) {
  const { townName, title, heldOn, startsAt, place, code, state, reports, presentVoters, tooFewVoters } = wall
  const isCounted = presentVoters !== null
  return (
    <View className="wall">
      <View className="wall-head">
        <View className="wall-town">{`${townName}人大`}</View>
        <View className="wall-title">{title}</View>
        <View className="wall-when">
          {[heldOn && spokenDate(heldOn, today()), startsAt, place].filter(Boolean).join(' ')}
        </View>
      </View>
      {code === null ? null : (
        <View className="wall-code">
          <Image className="wall-picture" src={code.image} {...pictured('表决用的二维码')} />
          <View className="wall-how">
            <View>微信扫一扫，或者在“述职评议”里填</View>
            <View className="wall-digits">{`${code.digits.slice(0, 3)} ${code.digits.slice(3)}`}</View>
            <View>不记名，不登录。也可以向监票人领纸质票，一样算。</View>
          </View>
        </View>
      )}
      {state === 'counting' ? <View className="wall-says">表决结束了，两位监票人正在计票。</View> : null}
      {isCounted ? <View className="wall-says">{tooFewVoters ?? `到会选民 ${presentVoters} 人`}</View> : null}
      <View className={isCounted ? 'wall-results' : 'wall-names'}>
        {reports.map(({ deputy, result }) => (
          <View key={deputy} className="wall-report">
            <View className="wall-deputy">{`${deputy}代表`}</View>
            {result === null ? null : <ResultBars large result={result} />}
          </View>
        ))}
      </View>
    </View>
  )
}
