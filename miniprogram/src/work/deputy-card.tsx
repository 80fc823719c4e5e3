import { Image, View } from '@tarojs/components'
import type { PublicDeputy } from '../../../shared/api/stations'
import { congressLevels } from '../../../shared/words/words'
import { pictured } from '../pieces/aloud'
import './deputy-card.scss'

/** A deputy as everyone may know them: face or first character, name, level, district. */
export const DeputyCard = ({ deputy, light = false }: { deputy: PublicDeputy; light?: boolean }) => (
  <View className={`deputy${light ? ' deputy-light' : ''}`}>
    <Face name={deputy.name} {...(deputy.portrait ? { portrait: deputy.portrait } : {})} />
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

/** A portrait, or the first character of the name. */
export const Face = ({ name, portrait }: { name: string; portrait?: string }) =>
  portrait ? (
    <Image
      className="deputy-face"
      src={`${API_BASE}/api${portrait}`}
      mode="aspectFill"
      lazyLoad
      {...pictured(`${name}的照片`)}
    />
  ) : (
    <View className="deputy-face">{name.slice(0, 1)}</View>
  )
