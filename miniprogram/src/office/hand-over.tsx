import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listMeetings, type MeetingView } from '../../../shared/api/hand-over'
import { listUnits } from '../../../shared/api/people'
import { listWork, type WorkRow } from '../../../shared/api/work'
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
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [waiting, { units }] = await Promise.all([acceptedIn(town), ask(listUnits, { params: { town } })])
    return { town, waiting, units: units.map(unitOption) }
  }, [])
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
        会上定下来的，一次交办：给每件选好主办单位，单位当天就收到。名单可以打印，签收情况随时看。
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

/** All that waits for hand-over; a meeting has one list, however long. */
async function acceptedIn(town: string): Promise<WorkRow[]> {
  const query = { lane: 'mine', kind: 'suggestion', state: 'accepted' } as const
  const found: WorkRow[] = []
  let cursor: string | undefined
  do {
    const page = await ask(listWork, { params: { town }, query: { ...query, cursor } })
    found.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return found
}
