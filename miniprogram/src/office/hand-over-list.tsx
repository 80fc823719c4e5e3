import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type MeetingView, showMeeting } from '../../../shared/api/hand-over'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Fact } from '../work/board-list'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { PrintButton } from '../pieces/print-button'
import { Tag } from '../pieces/tag'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { Heading } from '../pieces/heading'

/** The list of one hand-over meeting, to be printed and to see who has signed for what. */
export default function HandOverList() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, meeting: await ask(showMeeting, { params: { town, id: params.id ?? '' } }) }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, meeting }) => (
          <>
            <Heading large>{`${spokenDay(meeting.heldOn, '')}交办清单`}</Heading>
            <View className="note">
              {`${meeting.place}，共 ${meeting.count} 件，已签收 ${meeting.received} 件`}
            </View>
            <View className="section not-printed">
              <PrintButton />
            </View>
            <View className="board">
              <View className="board-head">
                {['建议事项', '主办单位', '办结时限', '协办单位', '签收'].map((label) => (
                  <View key={label}>{label}</View>
                ))}
              </View>
              {meeting.items.map((item) => (
                <Row key={item.id} town={town} item={item} />
              ))}
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
}

const Row = ({ town, item }: { town: string; item: MeetingView['items'][number] }) => (
  <View
    className="board-row"
    hoverClass="board-row-hover"
    {...press(() => openMatter('suggestion', town, item.id))}
  >
    <View className="board-item">
      <View className="board-subject">{[item.no, item.subject].filter(Boolean).join(' ')}</View>
      <Tag tone={item.receivedOn ? 'done' : 'soon'}>{item.receivedOn ? '已签收' : '待签收'}</Tag>
    </View>
    <Fact label="主办单位">{item.unit ?? '—'}</Fact>
    <Fact label="办结时限" day>
      {item.deadlineOn ? spokenDay(item.deadlineOn, today()) : '—'}
    </Fact>
    <Fact label="协办单位">{item.coUnits.join('、') || '—'}</Fact>
    <Fact label="签收">
      {item.receivedOn ? `${spokenDay(item.receivedOn, today())} ${item.handler ?? ''}` : '　'}
    </Fact>
  </View>
)
