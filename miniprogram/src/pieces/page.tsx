import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, useContext, useEffect } from 'react'
import { elderSizes, useElder } from '../hooks/use-elder'
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
  useEffect(() => {
    // Taro draws its two bars beside the page.
    if (process.env.TARO_ENV === 'h5') document.body.classList.toggle('elder-bars', elder)
  }, [elder])
  const sizes = elder ? elderSizes() : undefined
  return (
    <View
      className={`page${bare ? ' page-bare' : ''}${elder ? ' elder' : ''}`}
      {...(sizes === undefined ? {} : { style: sizes })}
      {...aloud('main')}
    >
      {head}
      <Guarded>{children}</Guarded>
      {over}
    </View>
  )
}
