import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useWhereabouts } from '../hooks/use-whereabouts'
import { Button } from '../pieces/button'
import { press } from '../pieces/press'
import { ElderSwitch } from './elder-switch'
import type { TownHome } from './own-village'
import './town-hero.scss'

/** The door of the house for whoever comes to say something. */
export function TownHero({ town, village }: { town: TownHome; village: string | undefined }) {
  const where = useWhereabouts()
  return (
    <View className="hero">
      <ElderSwitch />
      <View className="hero-town">{village ? `${village} · ${town.name}` : town.name}</View>
      {where && where.own.length < 2 && !where.county ? (
        <View
          className="hero-other"
          id="other-town"
          {...press(() => void Taro.navigateTo({ url: '/pages/towns' }))}
        >
          换一个镇
        </View>
      ) : null}
      <View className="hero-rule" />
      <View className="hero-line">
        {`${town.figures.deputies} 位代表、${town.figures.stations} 个站点，听您说，帮您办`}
      </View>
      <View className="hero-act">
        <Button
          tone="quiet"
          icon="say"
          onTap={() => void Taro.navigateTo({ url: `/pages/write?town=${town.id}` })}
        >
          说给代表听
        </Button>
      </View>
    </View>
  )
}
