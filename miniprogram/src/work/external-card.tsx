import { View } from '@tarojs/components'
import type { ExternalRow } from '../../../shared/matters/external-suggestion/endpoints'
import { spokenDay } from '../../../shared/rules/days'
import { externalOutcomes, higherCongresses, satisfactions } from '../../../shared/words/words'
import { Card } from '../pieces/card'
import { Tag } from '../pieces/tag'
import { today } from './words'

/** One of the register in short: what, who, where it lies, and whether it is late. */
export const ExternalCard = ({ row, onTap }: { row: ExternalRow; onTap?: () => void }) => (
  <Card {...(onTap ? { onTap } : {})}>
    <View className="board-item">
      <View className="board-subject">{row.subject}</View>
      <StandingTag row={row} />
    </View>
    <View className="note">
      {`${row.deputy}代表，${spokenDay(row.submittedOn, today())}向${higherCongresses[row.level]}提出`}
    </View>
    <View className="note">
      {[row.externalNo, row.unit ?? '还不知道由哪个单位办', spokenLimit(row)].filter(Boolean).join('　')}
    </View>
    {row.outcome && row.repliedOn ? (
      <View className="note">
        {`${spokenDay(row.repliedOn, today())}答复：${externalOutcomes[row.outcome]}`}
        {row.satisfaction ? `，代表${satisfactions[row.satisfaction]}` : ''}
      </View>
    ) : null}
  </Card>
)

const spokenLimit = ({ deadlineOn }: ExternalRow) =>
  deadlineOn ? `${spokenDay(deadlineOn, today())}前答复` : ''

function StandingTag({ row }: { row: ExternalRow }) {
  if (row.repliedOn) return <Tag tone="done">已答复</Tag>
  return row.overdue ? <Tag tone="late">已逾期</Tag> : <Tag tone="flow">办理中</Tag>
}
