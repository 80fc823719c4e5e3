import { View } from '@tarojs/components'
import type { PublicDeputy } from '../../../shared/api/stations'
import { congressLevels } from '../../../shared/words/words'
import { CodeImage } from '../work/code-image'
import './desk-card.scss'

/** 流动桌签 (catalogue 168): one sheet that is folded and stands on a table, with the same on both of its sides. */
export const DeskCard = (of: { townName: string; deputy: PublicDeputy; scene: string }) => (
  <View className="desk-card">
    <View className="desk-card-back">
      <Side {...of} />
    </View>
    <View className="desk-card-fold">沿这条线对折</View>
    <Side {...of} />
  </View>
)

const Side = ({ townName, deputy, scene }: { townName: string; deputy: PublicDeputy; scene: string }) => {
  const { name, levels, group, district, occupation } = deputy
  return (
    <View className="desk-card-side">
      <View className="desk-card-town">{`${townName}人大`}</View>
      <View className="desk-card-row">
        <View className="desk-card-who">
          <View className={`desk-card-name${[...name].length > mostLarge ? ' desk-card-long' : ''}`}>
            {name}
          </View>
          <View className="desk-card-word">{levels.map((level) => congressLevels[level]).join('、')}</View>
          <View className="desk-card-note">{[group, district, occupation].filter(Boolean).join(' · ')}</View>
        </View>
        <View className="desk-card-code">
          <CodeImage scene={scene} of={`${name}代表`} />
          <View>扫一扫，说给我听</View>
        </View>
      </View>
    </View>
  )
}

/** Longer names stand in smaller letters, so that they stay on one line. */
const mostLarge = 3
