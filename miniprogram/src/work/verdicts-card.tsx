import { View } from '@tarojs/components'
import type { Verdicts } from '../../../shared/matters/group-ballot/endpoints'
import { spokenTally } from '../../../shared/matters/group-ballot/appraisals'
import { spokenDay } from '../../../shared/rules/days'
import { satisfactions } from '../../../shared/words/words'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import { today } from './words'

/** What the deputy, the residents and the group say of the result, beside each other; they are never added up. */
export function VerdictsCard({ of: { deputy, residents, group } }: { of: Verdicts }) {
  if (deputy === null && residents === null && group === null) return null
  return (
    <Card>
      <Heading>三方评价</Heading>
      <Part label="领衔代表">
        {deputy ? `态度${satisfactions[deputy.attitude]}，结果${satisfactions[deputy.result]}` : '没有评价'}
      </Part>
      <Part label="反映情况的群众">{residents ? spokenTally(residents, '人') : '没有评价'}</Part>
      <Part label={group ? `${group.name}（不记名）` : '代表小组'}>
        {group ? spokenGroup(group) : '没有评议'}
      </Part>
      <View className="note">三方各评各的，不合成一个数，满意率只按领衔代表的评价算。</View>
    </Card>
  )
}

function spokenGroup({ voters, closedOn, tally }: NonNullable<Verdicts['group']>): string {
  if (closedOn === null) return `正在投票，已投 ${voters} 票，结束以后公布结果`
  return `${spokenTally(tally)}（${spokenDay(closedOn, today())}结束）`
}
