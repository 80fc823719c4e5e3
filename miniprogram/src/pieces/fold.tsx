import { View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { press } from './press'
import './fold.scss'

/** What one looks for only now and then: its name and how much of it there is, and all of it after a tap. On paper all of it. */
export function Fold(props: PropsWithChildren<{ title: string; note?: string | undefined; open?: boolean }>) {
  const [open, setOpen] = useState(props.open ?? false)
  return (
    <View className={`fold${open ? ' fold-open' : ''}`}>
      <View
        className="fold-head"
        {...press(() => setOpen(!open))}
        {...(process.env.TARO_ENV === 'h5' ? { 'aria-expanded': open } : {})}
      >
        <View className="fold-title">{props.title}</View>
        {props.note ? <View className="note">{props.note}</View> : null}
        <View className="fold-arrow" />
      </View>
      <View className="fold-body">{props.children}</View>
    </View>
  )
}
