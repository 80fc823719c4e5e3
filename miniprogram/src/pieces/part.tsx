import { View } from '@tarojs/components'
import './part.scss'

/** A labelled piece of text inside a card. */
export const Part = ({ label, children }: { label: string; children: string }) => (
  <View className="part">
    <View className="part-label">{label}</View>
    <View className="part-text">{children}</View>
  </View>
)
