import { View } from '@tarojs/components'
import { useState } from 'react'
import { isElderOffered, useElder } from '../hooks/use-elder'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'

/** Asked once, of whoever has WeChat write a little larger. */
export function ElderOffer() {
  const [, turn] = useElder()
  const [isAsked, setAsked] = useState(isElderOffered)
  if (!isAsked) return null
  const answer = (on: boolean) => () => {
    turn(on)
    setAsked(false)
  }
  return (
    <Card>
      <View>您的微信用的是大一点的字，这里要不要也换成大字版？</View>
      <View className="stack">
        <Button onTap={answer(true)}>换成大字版</Button>
        <Button tone="quiet" onTap={answer(false)}>
          不用
        </Button>
      </View>
    </Card>
  )
}
