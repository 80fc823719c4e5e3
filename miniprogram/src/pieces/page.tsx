import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, useContext, useEffect } from 'react'
import { useElder } from '../hooks/use-elder'
import { aloud } from './aloud'
import { Guarded } from './guarded'
import { Surroundings } from './surroundings'

/** The sheet of paper that every screen is written on. */
export function Page({ title, bare, children }: PropsWithChildren<{ title?: string; bare?: boolean }>) {
  const [elder] = useElder()
  const { head, over } = useContext(Surroundings)
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title })
  }, [title])
  return (
    <View className={`page${bare ? ' page-bare' : ''}${elder ? ' elder' : ''}`} {...aloud('main')}>
      {head}
      <Guarded>{children}</Guarded>
      {over}
    </View>
  )
}
