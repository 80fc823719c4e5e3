import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { Card, Cell } from '../pieces/card'

/** From a suggestion that was handed over to its papers. */
export const PapersDoor = ({ town, suggestion }: { town: string; suggestion: SuggestionView }) =>
  suggestion.rounds.length === 0 ? null : (
    <View className="not-printed">
      <Card tight>
        <Cell
          label="文书"
          note="交办单、面商记录、答复函、征询意见表，可以打印，可以下载 Word"
          onTap={() => void Taro.navigateTo({ url: `/desk/paper?town=${town}&id=${suggestion.id}` })}
        />
      </Card>
    </View>
  )
