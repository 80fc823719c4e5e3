import { Text, View } from '@tarojs/components'
import './tag.scss'

export type TagTone = 'done' | 'soon' | 'late' | 'grave' | 'flow' | 'calm'

/** State is word, shape and colour together, never colour alone. */
export const Tag = ({ tone, children }: { tone: TagTone; children: string }) => (
  <View className={`tag tag-${tone}`}>
    <View className="tag-shape" />
    <Text>{children}</Text>
  </View>
)
