import { View } from '@tarojs/components'
import type { FiveDisclosures } from '../../../shared/api/board'
import { figureWords } from '../../../shared/rules/rates'
import { spokenTally } from '../../../shared/matters/group-ballot/appraisals'
import { Tag, type TagTone } from '../pieces/tag'
import {
  rests,
  spokenLimit,
  spokenResult,
  spokenSatisfaction,
  spokenUnit,
  standingTag,
  urgencyTones,
} from './words'
import './disclosures.scss'

/**
 * 五公开: five labelled rows in their fixed order, each with its own state; beside what the deputy says of the result
 * stands what those say whom it was to help.
 */
export function Disclosures({ of: matter }: { of: FiveDisclosures }) {
  const state = standingTag(matter)
  return (
    <View className="disclosures">
      <Row label="建议事项" tag={state}>
        {matter.item}
      </Row>
      <Row label="承办单位">{spokenUnit(matter)}</Row>
      <Row label="办结时限" {...deadlineTag(matter)}>
        {spokenLimit(matter)}
      </Row>
      <Row label="办理结果">{spokenResult(matter)}</Row>
      <Row label="代表满意度">{spokenSatisfaction(matter)}</Row>
      {matter.residents ? (
        <Row label="群众满意度">{`反映情况的群众：${spokenTally(matter.residents, '人')}`}</Row>
      ) : null}
    </View>
  )
}

function deadlineTag(matter: FiveDisclosures): { tag?: { tone: TagTone; word: string } } {
  const words = {
    met: '已答复',
    dueSoon: '快到期',
    overdue: '逾期',
    longOverdue: figureWords.longOverdue,
    awaitsDeputy: figureWords.awaitsDeputy,
  } as const
  const { deadline } = matter
  if (deadline === null || deadline.standing === 'inTime') return {}
  if (deadline.standing !== 'met' && rests(matter)) return {}
  return { tag: { tone: urgencyTones[deadline.standing], word: words[deadline.standing] } }
}

const Row = (props: { label: string; tag?: { tone: TagTone; word: string }; children: string }) => (
  <View className="disclosure">
    <View className="disclosure-label">{props.label}</View>
    <View className="disclosure-value">
      <View>{props.children}</View>
      {props.tag ? <Tag tone={props.tag.tone}>{props.tag.word}</Tag> : null}
    </View>
  </View>
)
