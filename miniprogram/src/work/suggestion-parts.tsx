import { View } from '@tarojs/components'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { spokenInstant } from '../../../shared/rules/days'
import { parties } from '../../../shared/words/parties'
import { closedStates } from '../../../shared/matters/suggestion/state-lists'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { walkOfSuggestion } from '../../../shared/matters/suggestion/steps-walked'
import { periods, suggestionKinds } from '../../../shared/words/words'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { Card } from '../pieces/card'
import { Part } from '../pieces/part'
import { SuggestionMerging } from './suggestion-merging'
import { SuggestionRegistration } from './suggestion-registration'
import { SuggestionReview } from './suggestion-review'
import { Steps } from './steps'
import { Tag, type TagTone } from '../pieces/tag'
import { Timeline } from '../pieces/timeline'
import { spokenDeadline, today, urgencyTones } from './words'
import './suggestion-parts.scss'

/** What it is, where it stands, whose turn it is and how long there is. */
export function SuggestionHead({ suggestion }: { suggestion: SuggestionView }) {
  const { due, waitsFor } = suggestion
  return (
    <Card>
      <View className="note">
        {[
          suggestionKinds[suggestion.kind],
          suggestion.no,
          suggestion.category?.name,
          suggestion.period && periods[suggestion.period],
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className="title">{suggestion.subject}</View>
      <View className="tags">
        <Tag tone={stateTone(suggestion)}>{suggestionStates[suggestion.state].label}</Tag>
        {due ? <Tag tone={urgencyTones[due.urgency]}>{spokenDeadline(due.on)}</Tag> : null}
        {suggestion.key ? <Tag tone="flow">{`${suggestion.key.year} 年重点建议`}</Tag> : null}
        {suggestion.confidential ? <Tag tone="calm">保密</Tag> : null}
      </View>
      <View className="note">
        {[
          `领衔：${suggestion.leadDeputy}代表`,
          suggestion.unit ? `主办：${suggestion.unit}` : undefined,
          waitsFor && waitsFor !== 'system'
            ? `现在等：${waitsFor === 'leadUnit' ? (suggestion.unit ?? parties[waitsFor]) : parties[waitsFor]}`
            : undefined,
        ]
          .filter(Boolean)
          .join('　')}
      </View>
      <View className="head-steps">
        <Steps walk={walkOfSuggestion(suggestion.state)} />
      </View>
    </Card>
  )
}

/** What was handled to the end is done; what ended before that only rests. */
const stateTone = ({ waitsFor, state }: SuggestionView): TagTone =>
  waitsFor !== null ? 'flow' : closedStates.includes(state) ? 'done' : 'calm'

const signatureTags = {
  open: ['calm', '待答复'],
  signed: ['done', '同意附议'],
  declined: ['calm', '不附议'],
  askedAgain: ['soon', '改过后待确认'],
  ended: ['calm', '未答复'],
} as const satisfies Record<SuggestionView['coSigners'][number]['answer'], readonly [TagTone, string]>

export function SuggestionText({ suggestion }: { suggestion: SuggestionView }) {
  return (
    <Card>
      <Part label="情况和原因">{suggestion.facts}</Part>
      <Part label="具体建议">{suggestion.proposal || '还没有写'}</Part>
      {suggestion.village ? <Part label="所在的村">{suggestion.village.name}</Part> : null}
      <SuggestionRegistration suggestion={suggestion} />
      {suggestion.coSigners.length > 0 ? (
        <View className="part">
          <View className="part-label">附议代表</View>
          <View className="tags">
            {suggestion.coSigners.map(({ id, name, answer }) => (
              <Tag key={id} tone={signatureTags[answer][0]}>{`${name} ${signatureTags[answer][1]}`}</Tag>
            ))}
          </View>
        </View>
      ) : null}
      <SuggestionMerging suggestion={suggestion} />
      {suggestion.review ? <SuggestionReview review={suggestion.review} /> : null}
      {suggestion.conclusion ? <Part label="主席团处理意见">{suggestion.conclusion}</Part> : null}
    </Card>
  )
}

export const SuggestionHistory = ({ suggestion }: { suggestion: SuggestionView }) => (
  <Card>
    <View className="heading">经过</View>
    <Timeline
      entries={suggestion.timeline.map(({ action, by, note, at }) => ({
        when: `${spokenInstant(new Date(at), today())} · ${by}`,
        line: action === 'start' ? (note ? '分办' : '起草') : suggestionActions[action].label,
        note,
      }))}
    />
  </Card>
)
