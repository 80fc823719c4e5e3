import { View } from '@tarojs/components'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { Card } from '../pieces/card'
import { Part } from '../pieces/part'
import { Files } from './files'
import { SuggestionMerging } from './suggestion-merging'
import { SuggestionRegistration } from './suggestion-registration'
import { SuggestionReview } from './suggestion-review'
import { Tag, type TagTone } from '../pieces/tag'

/** As the register names it: the village, and the part of it where somebody said so. */
export const placeOf = ({ village, area }: Pick<SuggestionView, 'village' | 'area'>) =>
  [village?.name, area?.name].filter(Boolean).join(' ')

const signatureTags = {
  open: ['calm', '待答复'],
  signed: ['done', '同意附议'],
  declined: ['calm', '不附议'],
  askedAgain: ['soon', '改过后待确认'],
  ended: ['calm', '未答复'],
} as const satisfies Record<SuggestionView['coSigners'][number]['answer'], readonly [TagTone, string]>

export function SuggestionText({ town, suggestion }: { town: string; suggestion: SuggestionView }) {
  return (
    <Card>
      <Part label="情况和原因">{suggestion.facts}</Part>
      <Part label="具体建议">{suggestion.proposal || '还没有写'}</Part>
      <Files town={town} label="附件和照片" files={suggestion.files} />
      {suggestion.village ? <Part label="所在的村">{placeOf(suggestion)}</Part> : null}
      {suggestion.presidiumFirst ? <Part label="交办以前">请主席团先看过</Part> : null}
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
      <SuggestionMerging town={town} suggestion={suggestion} />
      {suggestion.review ? <SuggestionReview review={suggestion.review} /> : null}
      {suggestion.conclusion ? <Part label="主席团处理意见">{suggestion.conclusion}</Part> : null}
    </Card>
  )
}
