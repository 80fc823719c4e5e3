import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { useElder } from '../hooks/use-elder'
import { PrivacySheet } from './privacy-sheet'

/** The sheet of paper that every screen is written on. */
export function Page({ title, bare, children }: PropsWithChildren<{ title?: string; bare?: boolean }>) {
  const [elder] = useElder()
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title })
  }, [title])
  return (
    <View className={`page${bare ? ' page-bare' : ''}${elder ? ' elder' : ''}`}>
      {children}
      {process.env.TARO_ENV === 'weapp' ? <PrivacySheet /> : null}
    </View>
  )
}
