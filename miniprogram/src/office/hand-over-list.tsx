import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { type MeetingView, showMeeting } from '../../../shared/api/hand-over'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { type Column, Table } from '../pieces/table'
import { Tag } from '../pieces/tag'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useSorted } from '../hooks/use-sorted'
import { Heading } from '../pieces/heading'
import '../work/board-list.scss'

/** The list of one hand-over meeting, to be printed and to see who has signed for what. */
export default function HandOverList() {
  const { params } = useRouter()
  const [sorted, sort] = useSorted(params.town)
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
            <Table
              said="交办清单"
              columns={columnsOf(meeting.items)}
              rows={meeting.items}
              keyOf={({ id }) => id}
              sorted={sorted}
              onSort={sort}
              onOpen={({ id }) => openMatter('suggestion', town, id)}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

type Item = MeetingView['items'][number]

/** A column in which nothing stands is not worth the paper. */
const columnsOf = (items: readonly Item[]): Column<Item>[] => [
  {
    key: 'item',
    head: '建议事项',
    order: ({ no, subject }) => no ?? subject,
    cell: ({ no, subject, receivedOn }) => (
      <View className="board-item">
        <View className="board-subject">{[no, subject].filter(Boolean).join(' ')}</View>
        <View className="not-printed">
          <Tag tone={receivedOn ? 'done' : 'soon'}>{receivedOn ? '已签收' : '待签收'}</Tag>
        </View>
      </View>
    ),
  },
  {
    key: 'deputy',
    head: '领衔代表',
    cell: ({ leadDeputy }) => leadDeputy,
    order: ({ leadDeputy }) => leadDeputy,
    tight: true,
  },
  { key: 'unit', head: '主办单位', cell: ({ unit }) => unit ?? '—', order: ({ unit }) => unit },
  ...(items.some(({ coUnits }) => coUnits.length > 0)
    ? [{ key: 'others', head: '协办单位', cell: ({ coUnits }: Item) => coUnits.join('、') || '—' }]
    : []),
  {
    key: 'deadline',
    head: '办结时限',
    order: ({ deadlineOn }) => deadlineOn,
    cell: ({ deadlineOn }) => (deadlineOn ? spokenDay(deadlineOn, today()) : '—'),
    tight: true,
  },
  {
    key: 'received',
    head: '签收',
    order: ({ receivedOn }) => receivedOn,
    cell: ({ receivedOn, handler }) =>
      receivedOn ? `${spokenDay(receivedOn, today())} ${handler ?? ''}` : '　',
    width: 18,
  },
]
