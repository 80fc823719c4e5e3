import { View } from '@tarojs/components'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { spokenDay } from '../../../shared/rules/days'
import { dispositions, refusalGrounds, threeChecks } from '../../../shared/words/words'
import { Notice } from '../pieces/notice'
import { Tag } from '../pieces/tag'
import { asSentence, today } from './words'

type Review = NonNullable<SuggestionView['review']>

/** 三关: how each check went and who looked; of a refusal, its ground and what becomes of the matter. */
export const SuggestionReview = ({ review }: { review: Review }) => (
  <View className="part">
    <View className="part-label">
      {['审查', review.checker, spokenDay(review.on, today())].filter(Boolean).join(' · ')}
    </View>
    {review.checks.length > 0 ? (
      <View className="tags">
        {review.checks.map(({ check, passed }) => (
          <Tag key={check} tone={passed ? 'done' : 'late'}>
            {`${threeChecks[check]}${passed ? '通过' : '没有通过'}`}
          </Tag>
        ))}
      </View>
    ) : null}
    {review.checks
      .filter(({ passed, note }) => passed && note)
      .map(({ check, note }) => (
        <View key={check} className="part-text">{`${threeChecks[check]}：${note ?? ''}`}</View>
      ))}
    {review.verdict === 'accepted' ? null : <Notice tone="late">{spokenVerdict(review)}</Notice>}
  </View>
)

function spokenVerdict(review: Review): string {
  if (review.verdict === 'revision') return `请修改：${review.reason ?? ''}`
  const then = review.disposition ? dispositions[review.disposition] : undefined
  const unit = review.letterUnit ? `（${review.letterUnit}）` : ''
  const said = [
    `不予受理：${review.ground ? refusalGrounds[review.ground] : ''}`,
    review.reason,
    then && `处理：${then}${unit}`,
  ]
  return said.map((one) => (one ? asSentence(one) : '')).join('')
}
