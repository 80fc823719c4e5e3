import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Heading } from '../../miniprogram/src/pieces/heading'

export const nothing = () => undefined

/** One piece, in each state that it has, below its name. */
export const Piece = ({ name, children }: PropsWithChildren<{ name: string }>) => (
  <View className="section">
    <Heading>{name}</Heading>
    <View className="stack">{children}</View>
  </View>
)
