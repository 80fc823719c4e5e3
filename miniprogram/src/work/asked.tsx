import { View } from '@tarojs/components'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { Heading } from '../pieces/heading'
import './asked.scss'

/** What was asked, before the eyes of whoever writes and signs the answer (M5). */
export const Asked = ({ suggestion }: { suggestion: SuggestionView }) => (
  <View className="asked" id="asked">
    <Heading>{`${suggestion.leadDeputy}代表问的`}</Heading>
    <View className="part-label">情况</View>
    <View className="asked-text">{suggestion.facts}</View>
    <View className="part-label">建议</View>
    <View className="asked-text">{suggestion.proposal}</View>
  </View>
)
