import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listProgress, type ProgressRow } from '../../../shared/api/progress'
import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { spokenDay } from '../../../shared/rules/days'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { useSorted } from '../hooks/use-sorted'
import { ActionBar } from '../pieces/action-bar'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { PrintButton } from '../pieces/print-button'
import { type Column, Table } from '../pieces/table'
import { Tag } from '../pieces/tag'
import { openMatter } from '../work/open-matter'
import { spokenDeadline, today, urgencyTones } from '../work/words'

/**
 * 进展汇报: all that is in hand, what is late to be reported first. A unit writes a line to each; printed, it is the list
 * for the hearing of the presidium.
 */
export default function Progress() {
  const { params } = useRouter()
  const [sorted, sort] = useSorted(params.town)
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listProgress, { params: { town } })) }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, items, supervises }) => (
          <View className="stack">
            <View className="not-printed">
              <Notice>{supervises ? saysToOffice : saysToUnit}</Notice>
            </View>
            {items.length === 0 ? (
              <Empty>现在没有在办的建议。</Empty>
            ) : (
              <View className="stack">
                <View className="only-printed">
                  <Heading large>各单位进展汇报</Heading>
                </View>
                <View className="note">{spokenCount(items)}</View>
                {supervises ? (
                  <Table
                    said="各单位进展汇报"
                    columns={columns}
                    rows={items}
                    keyOf={({ id }) => id}
                    sorted={sorted}
                    onSort={sort}
                    onOpen={({ id }) => openMatter('suggestion', town, id)}
                  />
                ) : (
                  items.map((item) => (
                    <ProgressCard key={item.id} town={town} item={item} changed={state.reload} />
                  ))
                )}
              </View>
            )}
            {supervises ? (
              <View className="section not-printed">
                <PrintButton />
              </View>
            ) : null}
          </View>
        )}
      </Loaded>
    </Page>
  )
}

const saysToOffice = '各单位每两个月报告一次进展，逾期没有报告的排在前面。主席团听取汇报时可以打印。'
const saysToUnit = '每两个月向镇人大报告一次进展：办到哪一步写一句，领衔代表和镇人大办马上看到。'

function spokenCount(items: readonly ProgressRow[]): string {
  const late = items.filter(({ progressDue }) => progressDue.urgency === 'overdue').length
  return `在办 ${items.length} 件，${late === 0 ? '都按时报告了' : `${late} 件逾期没有报告`}`
}

const columns: readonly Column<ProgressRow>[] = [
  {
    key: 'subject',
    head: '事由',
    cell: ({ subject }) => subject,
    order: ({ subject }) => subject,
    width: 20,
  },
  { key: 'no', head: '编号', cell: ({ no }) => no ?? '—', order: ({ no }) => no, tight: true },
  { key: 'unit', head: '主办单位', cell: ({ unit }) => unit, order: ({ unit }) => unit, width: 15 },
  {
    key: 'deadline',
    head: '答复限期',
    cell: ({ deadlineOn }) => spokenDay(deadlineOn, today()),
    order: ({ deadlineOn }) => deadlineOn,
    tight: true,
  },
  {
    key: 'due',
    head: '进展汇报',
    cell: ({ progressDue }) => (
      <Tag tone={urgencyTones[progressDue.urgency]}>{spokenDeadline(progressDue.on)}</Tag>
    ),
    order: ({ progressDue }) => progressDue.on,
    tight: true,
  },
  { key: 'last', head: '最近的报告', cell: spokenReport, order: ({ last }) => last?.on ?? null, width: 25 },
]

function spokenReport({ last }: ProgressRow): string {
  return last ? `${spokenDay(last.on, today())}报告：${last.note}` : '还没有报告过进展。'
}

function ProgressCard(props: { town: string; item: ProgressRow; changed: () => void }) {
  const { town, item } = props
  const open = () => openMatter('suggestion', town, item.id)
  return (
    <Card>
      <View className="progress-head" hoverClass="card-hover" {...press(open)}>
        <View className="board-subject">{item.subject}</View>
        <View className="note">
          {[item.no, item.unit, `${spokenDay(item.deadlineOn, today())}前答复`].filter(Boolean).join(' · ')}
        </View>
        <View className="tags">
          <Tag tone={urgencyTones[item.progressDue.urgency]}>
            {`进展汇报 ${spokenDeadline(item.progressDue.on)}`}
          </Tag>
        </View>
        <View className="part-text">{spokenReport(item)}</View>
      </View>
      {item.actions.includes('reportProgress') ? (
        <View style={{ marginTop: '12px' }}>
          <ActionBar
            keeps={{ about: `progress:${item.id}`, title: item.subject }}
            steps={[{ name: `progress-${item.id}`, ...suggestionActions.reportProgress }]}
            take={(_, form, key) =>
              ask(suggestionSteps.reportProgress, {
                params: { town, id: item.id },
                input: { version: item.version, form: form as { note: string } },
                key,
              })
            }
            done={props.changed}
          />
        </View>
      ) : null}
    </Card>
  )
}
