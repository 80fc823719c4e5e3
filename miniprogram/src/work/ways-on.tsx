import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../pieces/button'

/** Where somebody goes on who has come to a place that leads nowhere. */
export function WaysOn({ town = '' }: { town?: string }) {
  return (
    <View className="section stack">
      <Button onTap={() => void Taro.switchTab({ url: '/pages/home' })}>{`去${town || '本镇'}首页`}</Button>
      <Button tone="quiet" onTap={() => void Taro.switchTab({ url: '/pages/board' })}>
        看公开栏
      </Button>
    </View>
  )
}
