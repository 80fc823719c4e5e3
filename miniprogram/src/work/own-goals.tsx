import { View } from '@tarojs/components'
import { showOwnGoals } from '../../../shared/api/duty-goals'
import { dutyKinds } from '../../../shared/duty/kinds'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Tag } from '../pieces/tag'
import { today } from './words'

type Goals = OutputOf<typeof showOwnGoals>
type Goal = Goals['goals'][number]

/** What is still open of this year and this term; what takes a moment to reckon keeps nobody waiting. */
export function OwnGoals({ town }: { town: string }) {
  const { value } = useLoaded(() => ask(showOwnGoals, { params: { town } }), [town])
  if (value === undefined || (value.goals.length === 0 && value.notCounted === null)) return null
  const { goals, medians, notCounted } = value
  return (
    <View className="not-printed stack">
      <View className="section-head">
        <Heading>今年的目标</Heading>
        <View className="note">{[notCounted, '只有您自己看得到，不排名。'].filter(Boolean).join('')}</View>
      </View>
      {goals.length === 0 ? null : (
        <Card tight>
          {[...goals.filter(isOpen), ...goals.filter((goal) => !isOpen(goal))].map((goal) => (
            <Cell key={goal.label} label={goal.label} note={`${goal.sets.join('、')} · ${whenOf(goal)}`}>
              <Tag tone={isOpen(goal) ? 'soon' : 'done'}>{isOpen(goal) ? '还没有' : '做到了'}</Tag>
            </Cell>
          ))}
        </Card>
      )}
      {medians.length === 0 ? null : <View className="note">{medians.map(besideGroup).join('；')}。</View>}
    </View>
  )
}

const isOpen = ({ doneOn }: Goal) => doneOn === null

/** A day does not fit into a tag in large type. */
function whenOf({ doneOn, until, isOfTerm }: Goal) {
  if (doneOn !== null) return spokenDay(doneOn, today())
  return isOfTerm || until === null ? '本届一次' : `${spokenDay(until, today())}前`
}

/** `学习培训 4 次（本组中位数 3 次）`. */
function besideGroup({ kind, own, median }: Goals['medians'][number]) {
  const { word, unit = '次' } = dutyKinds[kind] as { word: string; unit?: string }
  return `${word} ${own} ${unit}（本组中位数 ${median} ${unit}）`
}
