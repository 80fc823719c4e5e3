import { View } from '@tarojs/components'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import type { ReminderView } from '../../../shared/matters/suggestion/supervision-views'
import { spokenDate, spokenInstant } from '../../../shared/rules/days'
import { rungs } from '../../../shared/grammar/ladder'
import { reminderChannels } from '../../../shared/words/words'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Tag } from '../pieces/tag'
import { Timeline } from '../pieces/timeline'
import { today } from './words'

/** 督办: what was found on the spot, and the log of reminders for those who may read it. */
export const SuggestionSupervision = ({ suggestion }: { suggestion: SuggestionView }) => (
  <>
    {suggestion.siteFindings.length > 0 ? (
      <Card>
        <Heading>现场评议</Heading>
        {suggestion.siteFindings.map(({ heldOn, place, finding }) => (
          <View key={heldOn + place} className="part">
            <View className="part-label">{`${spokenDate(heldOn, today())}，${place}`}</View>
            {finding ? (
              <View className="part-text">{finding}</View>
            ) : (
              <Tag tone="soon">{heldOn > today() ? '已安排' : '还没有登记结果'}</Tag>
            )}
          </View>
        ))}
      </Card>
    ) : null}
    {suggestion.reminders.length > 0 ? (
      <Card>
        <Heading>催办记录</Heading>
        <View className="note">代表和群众看不到这里的名字和回话。</View>
        <Timeline
          entries={[...suggestion.reminders].reverse().map((reminder) => ({
            when: [spokenInstant(new Date(reminder.at), today()), reminder.by ?? '到期提醒'].join(' · '),
            line: spokenReminder(reminder),
            note: spokenAnswer(reminder),
          }))}
        />
      </Card>
    ) : null}
  </>
)

function spokenReminder({ channel, whom, rung }: ReminderView): string {
  if (whom === null) return '这一级没有提醒到人'
  return `${reminderChannels[channel]}催办 ${rung ? `${rungs[rung]} ` : ''}${whom}`
}

function spokenAnswer({ said, answer, passed }: ReminderView): string | null {
  const skipped = passed.map((rung) => rungs[rung]).join('、')
  const parts = [said, answer && `回话：${answer}`, skipped && `${skipped}没有绑定微信，跳过了`].filter(
    Boolean,
  )
  return parts.length > 0 ? parts.join('　') : null
}
