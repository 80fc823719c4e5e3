import { Image, View } from '@tarojs/components'
import type { PublicDeputy } from '../../../shared/api/stations'
import { congressLevels } from '../../../shared/words'
import './deputy-card.scss'

/** A deputy as everyone may know them: face or first character, name, level, district. */
export const DeputyCard = ({ deputy, light = false }: { deputy: PublicDeputy; light?: boolean }) => (
  <View className={`deputy${light ? ' deputy-light' : ''}`}>
    {deputy.portrait ? (
      <Image className="deputy-face" src={`${API_BASE}/api${deputy.portrait}`} mode="aspectFill" />
    ) : (
      <View className="deputy-face">{deputy.name.slice(0, 1)}</View>
    )}
    <View className="deputy-words">
      <View className="deputy-name">{`${deputy.name} 代表`}</View>
      <View className="deputy-note">
        {[...deputy.levels.map((level) => congressLevels[level]), deputy.district, deputy.occupation]
          .filter(Boolean)
          .join(' · ')}
      </View>
    </View>
  </View>
)
