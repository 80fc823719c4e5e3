import { View } from '@tarojs/components'
import { type Lane, lanes } from '../../../shared/matters/suggestion/endpoints'
import { orderInLane } from '../../../shared/grammar/ladder'
import { parties } from '../../../shared/words/parties'
import type { Party } from '../../../shared/words/parties'
import type { OpinionRow } from '../../../shared/matters/opinion/endpoints'
import type { SuggestionRow } from '../../../shared/matters/suggestion/endpoints'
import { opinionActions, opinionTable } from '../../../shared/matters/opinion/table'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { suggestionActions, suggestionTable } from '../../../shared/matters/suggestion/table'
import type { usePages } from '../hooks/use-pages'
import { Empty } from '../pieces/empty'
import { Lanes } from '../pieces/lanes'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { spokenDeadline, urgencyTones } from './words'
import './work-list.scss'

/** One line of work, be it a suggestion or what a resident said. */
export interface WorkItem {
  id: string
  kind: 'suggestion' | 'opinion'
  title: string
  note: string
  state: string
  waitsFor: Party | null
  due: { on: string; urgency: 'inTime' | 'dueSoon' | 'overdue' } | null
  /** When the next report of the handling is due. */
  progressDue: WorkItem['due']
  /** Its place in a lane of open work. */
  order: string
  /** The word of the one next step, when it is mine. */
  next: string | undefined
}

/** The table is in the order of a suggestion's life, so the last open step is the one that leads on. */
const lastPrimary = (steps: readonly { tone: string; label: string }[]) =>
  steps.filter(({ tone }) => tone === 'primary').pop()?.label

export const ofSuggestion = (row: SuggestionRow): WorkItem => ({
  id: row.id,
  kind: 'suggestion',
  title: row.subject,
  note: [row.no, row.keyYear && `${row.keyYear} 年重点`, `${row.leadDeputy}代表`, row.unit]
    .filter(Boolean)
    .join(' · '),
  state: suggestionStates[row.state].label,
  waitsFor: row.waitsFor,
  due: row.due,
  progressDue: row.progressDue,
  order: orderInLane(row.due, suggestionTable.states[row.state]),
  next: lastPrimary(row.actions.map((name) => suggestionActions[name])),
})

export const ofOpinion = (row: OpinionRow): WorkItem => ({
  id: row.id,
  kind: 'opinion',
  title: row.summary,
  note: `群众留言 · ${row.deputy}代表`,
  state: opinionTable.states[row.state].label,
  waitsFor: row.waitsFor,
  due: row.due,
  progressDue: null,
  order: orderInLane(row.due),
  next: lastPrimary(row.actions.map((name) => opinionActions[name])),
})

/** As the server orders suggestions; what residents said is put in between. */
const byOrder = (a: WorkItem, b: WorkItem) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)

/** 等我办、等别人、已办完: who is waiting for whom, and for how long. */
export function WorkList(props: {
  lane: Lane
  onLane: (lane: Lane) => void
  pages: ReturnType<typeof usePages<WorkItem>>
  chosen?: string | undefined
  onOpen: (item: WorkItem) => void
}) {
  const { lane, onLane, pages, chosen, onOpen } = props
  return (
    <View>
      <Lanes words={lanes} open={lane} onOpen={onLane} />
      <Loaded state={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{emptyWords[lane]}</Empty>
          ) : (
            <>
              {(lane === 'ended' ? items : [...items].sort(byOrder)).map((item) => (
                <WorkRow
                  key={item.id}
                  item={item}
                  mine={lane === 'mine'}
                  chosen={item.id === chosen}
                  onOpen={onOpen}
                />
              ))}
              <MorePages pages={pages} />
            </>
          )
        }
      </Loaded>
    </View>
  )
}

const emptyWords: Readonly<Record<Lane, string>> = {
  mine: '没有等您办的事。有新的会在消息里告诉您。',
  others: '没有在等别人的事。',
  ended: '还没有办完的事。',
}

function WorkRow(props: {
  item: WorkItem
  mine: boolean
  chosen: boolean
  onOpen: (item: WorkItem) => void
}) {
  const { item, mine, chosen, onOpen } = props
  return (
    <View
      className={`work${chosen ? ' work-chosen' : ''}${item.due?.urgency === 'overdue' ? ' work-late' : ''}`}
      id={`work-${item.id}`}
      hoverClass="card-hover"
      {...press(() => onOpen(item))}
    >
      <View className="work-title">{item.title}</View>
      <View className="note">{item.note}</View>
      <View className="tags">
        <Tag tone={item.waitsFor === null ? 'done' : 'flow'}>{item.state}</Tag>
        {item.due && item.due.urgency !== 'inTime' ? (
          <Tag tone={urgencyTones[item.due.urgency]}>{spokenDeadline(item.due.on)}</Tag>
        ) : null}
        {item.progressDue && item.progressDue.urgency !== 'inTime' ? (
          <Tag tone={urgencyTones[item.progressDue.urgency]}>
            {`进展汇报 ${spokenDeadline(item.progressDue.on)}`}
          </Tag>
        ) : null}
      </View>
      <View className="work-foot">
        {mine ? (
          <View className="work-next">{item.next ?? '去办理'}</View>
        ) : (
          <View className="note">{item.waitsFor ? `等${parties[item.waitsFor]}` : ''}</View>
        )}
        {item.due?.urgency === 'inTime' ? <View className="note">{spokenDeadline(item.due.on)}</View> : null}
      </View>
    </View>
  )
}
