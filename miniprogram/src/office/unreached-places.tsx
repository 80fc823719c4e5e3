import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { listUnreached } from '../../../shared/api/deliveries'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { Card, Cell } from '../pieces/card'
import { Notice } from '../pieces/notice'
import { registerNamed, registerRowPage } from '../work/registers'

/** Units, groups and stations in which nobody is bound: what they are given is heard by no one. */
export function UnreachedPlaces(props: { town: string; places: OutputOf<typeof listUnreached>['places'] }) {
  const { town, places } = props
  if (places.length === 0) return null
  return (
    <View className="section">
      <Notice tone="soon">
        {`这 ${places.length} 处还没有人绑定微信，交给他们的事没有人收到。请发邀请码，有人绑定以后就不再列在这里。`}
      </Notice>
      <Card tight>
        {places.map(({ register, id, name }) => (
          <Cell
            key={id}
            label={name}
            note={registerNamed(register)?.word ?? ''}
            onTap={() => void Taro.navigateTo({ url: registerRowPage(register, town, id) })}
          />
        ))}
      </Card>
    </View>
  )
}
