import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { FiveDisclosures } from '../../../shared/api/board'
import { listBulletin, showBulletin } from '../../../shared/api/bulletin'
import { showTown } from '../../../shared/api/towns'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { daysOf, halfYearBefore, halfYearOf, spokenHalfYear } from '../../../shared/rules/half-years'
import { inFigureWords } from '../../../shared/rules/rates'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { BoardList } from '../work/board-list'
import { Button } from '../pieces/button'
import { Chips } from '../pieces/chips'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { PrintAll } from '../pieces/print-all'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'
import './bulletin.scss'

interface Head {
  town: { id: string; name: string }
  counts: OutputOf<typeof showBulletin>
  half: string
}

/** This half-year and the three before it. */
function lastHalves(): Record<string, string> {
  const halves: Record<string, string> = {}
  for (let half = halfYearOf(today()), left = 4; left > 0; left -= 1, half = halfYearBefore(half))
    halves[half] = spokenHalfYear(half)
  return halves
}

/** 每半年在公开栏通报一次: how much came and went, and the five disclosures of each matter. For the wall, too. */
export default function Bulletin() {
  const { params } = useRouter()
  const [half, setHalf] = useState(() => halfYearOf(today()))
  const pages = usePages<FiveDisclosures, Head>(
    async (cursor) => {
      const town = await currentTown(params.town)
      const [home, counts, items] = await Promise.all([
        ask(showTown, { params: { town } }),
        ask(showBulletin, { params: { town }, query: { half } }),
        ask(listBulletin, { params: { town }, query: { half, cursor } }),
      ])
      return { ...items, town: home, counts, half }
    },
    [half],
  )
  return (
    <Page>
      <View className="bulletin-ask not-printed">
        <Chips words={lastHalves()} chosen={half} onChoose={setHalf} />
        <PrintAll pages={pages} />
      </View>
      <Loaded state={pages}>
        {({ items, town, counts, half: shown }) => (
          <>
            <View className="bulletin-title">
              <Heading large>{`${town.name}代表建议办理情况公开通报`}</Heading>
              <View className="note">
                {`${spokenHalfYear(shown)}，办理情况截至 ${spokenDay(today(), 'always with the year')}`}
              </View>
            </View>
            <CountLine counts={countsOf(counts, shown)} late="逾期" />
            {items.length === 0 ? (
              <Empty>这半年没有公开的建议。</Empty>
            ) : (
              <>
                <BoardList townId={town.id} items={items} />
                <MorePages pages={pages} />
              </>
            )}
            <View className="section not-printed">
              <Button tone="quiet" onTap={() => openReport(town.id, shown)}>
                看全年的办理情况报告
              </Button>
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
}

const openReport = (town: string, half: string) =>
  void Taro.navigateTo({ url: `/pages/report?town=${town}&year=${half.slice(0, 4)}` })

/** What is in hand today says nothing of a half-year that is over. */
const countsOf = (counts: Head['counts'], half: string): Record<string, number> => ({
  受理: counts.accepted,
  答复: counts.replied,
  ...inFigureWords(counts, 'closed', 'solved', 'confirmed'),
  ...(daysOf(half).to >= today() ? inFigureWords(counts, 'inHand', 'overdue') : {}),
})
