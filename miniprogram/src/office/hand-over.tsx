import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listMeetings, listToHandOver, type MeetingView } from '../../../shared/api/hand-over'
import { listUnits } from '../../../shared/api/people'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { unitOption } from '../work/unit-option'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { HandOverForm } from './hand-over-form'

/** 交办会: everything that waits to be handed over, on one list, each with its unit; and the meetings that were held. */
export default function HandOver() {
  const { params } = useRouter()
  const [on, setOn] = useState(today())
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [{ items }, { units }] = await Promise.all([
      ask(listToHandOver, { params: { town }, query: { on } }),
      ask(listUnits, { params: { town } }),
    ])
    return { town, waiting: items, units: units.map(unitOption) }
  }, [on])
  const meetings = usePages(
    async (cursor) =>
      ask(listMeetings, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  const open = (town: string, id: string) =>
    void Taro.navigateTo({ url: `/office/hand-over-list?town=${town}&id=${id}` })
  return (
    <Page>
      <Notice>
        会上定下来的，一次交办：代表希望由谁办的已经先选上，核对以后一起交出去。名单可以打印，签收情况随时看。
      </Notice>
      <View className="section">
        <Loaded state={state}>
          {({ town, waiting, units }) =>
            waiting.length === 0 ? (
              <Empty>没有等着交办的建议。</Empty>
            ) : (
              <HandOverForm
                town={town}
                waiting={waiting}
                units={units}
                onDay={setOn}
                done={(meeting: MeetingView) => {
                  state.reload()
                  meetings.reload()
                  open(town, meeting.id)
                }}
              />
            )
          }
        </Loaded>
      </View>
      <View className="section">
        <Heading>开过的交办会</Heading>
        <Loaded state={meetings}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>还没有登记过交办会。</Empty>
            ) : (
              <View className="stack">
                {items.map((meeting) => (
                  <Cell
                    key={meeting.id}
                    label={`${spokenDate(meeting.heldOn, today())}，${meeting.place}`}
                    note={`交办 ${meeting.count} 件，已签收 ${meeting.received} 件`}
                    onTap={() => void currentTown(params.town).then((town) => open(town, meeting.id))}
                  />
                ))}
                <MorePages pages={meetings} />
              </View>
            )
          }
        </Loaded>
      </View>
    </Page>
  )
}
