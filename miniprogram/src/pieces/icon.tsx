import { View } from '@tarojs/components'
import './icon.scss'

/** Of the one set that `scripts/icons.mjs` draws. */
export type IconName = 'say' | 'call' | 'photo' | 'hear' | 'find' | 'print' | 'said' | 'house'

/** A sign beside its word and in its colour. Whoever has the screen read aloud hears the word alone. */
export const Icon = ({ name }: { name: IconName }) => <View className={`icon icon-${name}`} />
