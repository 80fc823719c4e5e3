import { View } from '@tarojs/components'
import type { FiveDisclosures } from '../../../shared/api/board'
import { Tag, type TagTone } from './tag'
import { spokenDeadline, spokenResult, spokenSatisfaction, standingTag, urgencyTones } from './words'
import { spokenDay } from '../../../shared/days'
import { today } from './words'
import './disclosures.scss'

/** 五公开: five labelled rows in their fixed order, each with its own state. */
export function Disclosures({ of: matter }: { of: FiveDisclosures }) {
  const state = standingTag(matter)
  return (
    <View className="disclosures">
      <Row label="建议事项" tag={state}>
        {matter.item}
      </Row>
      <Row label="承办单位">{matter.unit ?? '正在确定'}</Row>
      <Row label="办结时限" {...deadlineTag(matter)}>
        {deadlineWords(matter)}
      </Row>
      <Row label="办理结果">{spokenResult(matter)}</Row>
      <Row label="代表满意度">{spokenSatisfaction(matter)}</Row>
    </View>
  )
}

function deadlineWords({ deadline, result }: FiveDisclosures): string {
  if (deadline === null) return '交办后算起'
  if (deadline.standing === 'met' || result.state === 'withdrawn') return spokenDay(deadline.on, today())
  return spokenDeadline(deadline.on) + (deadline.tentative ? '，暂定' : '')
}

function deadlineTag({ deadline }: FiveDisclosures): { tag?: { tone: TagTone; word: string } } {
  const words = { met: '已答复', dueSoon: '快到期', overdue: '已逾期' } as const
  if (deadline === null || deadline.standing === 'inTime') return {}
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
