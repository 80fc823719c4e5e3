import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aloud } from './aloud'

/** The name of what follows. Below the name of the page, which the bar above it says. */
export const Heading = ({ large = false, children }: PropsWithChildren<{ large?: boolean }>) => (
  <View className={large ? 'title' : 'heading'} {...aloud('heading', { level: 2 })}>
    {children}
  </View>
)
