import { View } from '@tarojs/components'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import './asked.scss'

/** What was asked, before the eyes of whoever writes and signs the answer (M5). */
export const Asked = ({ suggestion }: { suggestion: SuggestionView }) => (
  <View className="asked" id="asked">
    <View className="heading">{`${suggestion.leadDeputy}代表问的`}</View>
    <View className="part-label">情况</View>
    <View className="asked-text">{suggestion.facts}</View>
    <View className="part-label">建议</View>
    <View className="asked-text">{suggestion.proposal}</View>
  </View>
)
