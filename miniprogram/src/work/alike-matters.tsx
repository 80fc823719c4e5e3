import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { whyAlike } from '../../../shared/matters/suggestion/alike-matters'
import { findAlike } from '../../../shared/matters/suggestion/follow'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'

/** So long nothing is typed before it is looked for. */
const settledMs = 800
const fewestLetters = 6

/** What goes on in the village already and is about the like, before somebody writes it once more. */
export function AlikeMatters({
  town,
  villageId,
  text,
  place = '',
}: {
  town: string
  villageId: string
  text: string
  place?: string
}) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text.trim()), settledMs)
    return () => clearTimeout(timer)
  }, [text])
  const { value = [] } = useLoaded(
    async () =>
      villageId !== '' && said.length >= fewestLetters
        ? (await ask(findAlike, { params: { town }, input: { villageId, text: said, place } })).items
        : [],
    [town, villageId, said, place],
  )
  if (value.length === 0) return null
  return (
    <View className="section">
      <Heading>本村正在办的，和您说的差不多</Heading>
      <View className="note">
        要是同一件事，点开选“我也遇到”，办到哪一步都告诉您。您写的话还在，也可以照样送出。
      </View>
      <Card tight>
        {value.map(({ id, item, ...why }) => (
          <Cell
            key={id}
            label={item}
            note={whyAlike(why)}
            onTap={() => void Taro.navigateTo({ url: `/pages/suggestion?town=${town}&id=${id}` })}
          />
        ))}
      </Card>
    </View>
  )
}
