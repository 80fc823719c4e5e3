import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { listProgress, type ProgressRow } from '../../../shared/api/progress'
import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { spokenDay } from '../../../shared/rules/days'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { ActionBar } from '../pieces/action-bar'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Tag } from '../pieces/tag'
import { spokenDeadline, today, urgencyTones } from './words'

/** 进展汇报: all that is in hand, what is late to be reported first; a unit writes a line to each. */
export function ProgressList(props: { town: string | undefined; folder: 'office' | 'unit'; says: string }) {
  const state = useLoaded(async () => {
    const town = await currentTown(props.town)
    return { town, ...(await ask(listProgress, { params: { town } })) }
  }, [])
  return (
    <View className="stack">
      <Notice>{props.says}</Notice>
      <Loaded state={state}>
        {({ town, items }) =>
          items.length === 0 ? (
            <Empty>现在没有在办的建议。</Empty>
          ) : (
            <View className="stack">
              <View className="note">{spokenCount(items)}</View>
              {items.map((item) => (
                <ProgressCard
                  key={item.id}
                  town={town}
                  item={item}
                  folder={props.folder}
                  changed={state.reload}
                />
              ))}
            </View>
          )
        }
      </Loaded>
    </View>
  )
}

function spokenCount(items: readonly ProgressRow[]): string {
  const late = items.filter(({ progressDue }) => progressDue.urgency === 'overdue').length
  return `在办 ${items.length} 件，${late === 0 ? '都按时报告了' : `${late} 件过了时间没有报告`}`
}

function ProgressCard(props: {
  town: string
  item: ProgressRow
  folder: 'office' | 'unit'
  changed: () => void
}) {
  const { town, item, folder } = props
  const open = () => void Taro.navigateTo({ url: `/${folder}/suggestion?town=${town}&id=${item.id}` })
  return (
    <Card>
      <View className="progress-head" hoverClass="card-hover" onClick={open}>
        <View className="board-subject">{item.subject}</View>
        <View className="note">
          {[item.no, item.unit, `${spokenDay(item.deadlineOn, today())}前答复`].filter(Boolean).join(' · ')}
        </View>
        <View className="tags">
          <Tag tone={urgencyTones[item.progressDue.urgency]}>
            {`进展汇报 ${spokenDeadline(item.progressDue.on)}`}
          </Tag>
        </View>
        <View className="part-text">
          {item.last ? `${spokenDay(item.last.on, today())}报告：${item.last.note}` : '还没有报告过进展。'}
        </View>
      </View>
      {item.actions.includes('reportProgress') ? (
        <View style={{ marginTop: '12px' }}>
          <ActionBar
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
