import { View } from '@tarojs/components'
import { forWhom, opinionKinds, unnamedResident } from '../../../shared/words/words'
import type { Values } from '../hooks/use-form'
import { Fold } from '../pieces/fold'
import { Heading } from '../pieces/heading'

const words = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** Before somebody sends it: who will see what of it. */
export function SeenByOthers({ values, village }: { values: Values; village: string | undefined }) {
  const isNamed = values.unnamed !== true
  const photos = Array.isArray(values.photos) ? values.photos.length : 0
  const seen = [
    opinionKinds[values.kind as keyof typeof opinionKinds] ?? '',
    `${(isNamed && words(values.name)) || unnamedResident}${isNamed && words(values.phone) ? `，电话 ${words(values.phone)}` : ''}`,
    values.forWhom === 'another' ? forWhom.another : '',
    [village, words(values.place)].filter(Boolean).join('，'),
    words(values.text),
    [words(values.voice) ? '一段语音' : '', photos > 0 ? `${photos} 张照片` : ''].filter(Boolean).join('，'),
  ].filter(Boolean)
  return (
    <Fold title="送出以后，谁看到什么">
      <Heading>这位代表和镇人大办看到</Heading>
      {seen.map((line) => (
        <View key={line}>{line}</View>
      ))}
      <Heading>别的人看到</Heading>
      <View>
        什么也看不到。代表要是把这件事写成建议，公开的只有代表自己写的话，没有您的姓名、电话、原话、语音、照片和地点。
      </View>
    </Fold>
  )
}
