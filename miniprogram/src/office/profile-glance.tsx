import { View } from '@tarojs/components'
import { profileBasis } from '../../../shared/rules/profile-basis'
import { type ProfileName, profiles } from '../../../shared/rules/profiles'
import { type RuleField, ruleFields } from '../../../shared/rules/rule-fields'
import { spokenRule, writeRule } from '../../../shared/rules/rules'
import { Card, Cell } from '../pieces/card'

/** In what the profiles differ most. */
const shown: readonly RuleField[] = [
  'replyMonths',
  'hardReplyMonths',
  'handOverWorkingDays',
  'returnSpan',
  'coUnitDays',
  'evaluationWorkingDays',
  'rehandleMonths',
]

/** What a profile says, and where that is written. */
export function ProfileGlance({ name }: { name: ProfileName }) {
  const rules = profiles[name]
  return (
    <Card>
      <View className="heading">{`“${rules.name}”规定`}</View>
      {shown.map((field) => (
        <Cell key={field} label={ruleFields[field].label}>
          {spokenRule(field, writeRule(rules[field]))}
        </Cell>
      ))}
      <View className="note">{`出处：${profileBasis[name].join('；')}。没有写到的，照河南的办法。`}</View>
      <View className="note">以后可以在“规则与日历”里换一套，或者单独改一项。</View>
    </Card>
  )
}
