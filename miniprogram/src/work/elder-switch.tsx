import { View } from '@tarojs/components'
import { useElder } from '../hooks/use-elder'
import { press } from '../pieces/press'
import './elder-switch.scss'

/** From small letters to large ones and back, where everyone sees it. */
export function ElderSwitch() {
  const [elder, turn] = useElder()
  return (
    <View className="elder-switch" id="elder-switch" {...press(() => turn(!elder))}>
      {elder ? '常规字' : '大字'}
    </View>
  )
}
