import { View } from '@tarojs/components'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { Heading } from '../pieces/heading'
import { press } from '../pieces/press'
import { openMatter } from './open-matter'
import './behind.scss'

/** The residents' words that this came of; only the lead deputy is sent them. */
export const Behind = ({ town, suggestion }: { town: string; suggestion: SuggestionView }) =>
  suggestion.opinions.length === 0 ? null : (
    <View>
      <Heading>反映这件事的群众</Heading>
      <View className="note">原话只有您看得到。写进建议的，请用自己的话，不写姓名和号码。</View>
      {suggestion.opinions.map(({ id, text }) => (
        <View
          key={id}
          className="behind"
          hoverClass="card-hover"
          {...press(() => openMatter('opinion', town, id))}
        >
          {text}
        </View>
      ))}
    </View>
  )
