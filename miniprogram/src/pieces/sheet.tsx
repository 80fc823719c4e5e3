import { View } from '@tarojs/components'
import { type PropsWithChildren, useEffect, useRef } from 'react'
import { press } from './press'
import './sheet.scss'

/** Comes up from below and covers what one was doing without losing it; beside it on a desk. */
export function Sheet({
  title,
  onClose,
  children,
}: PropsWithChildren<{ title: string; onClose: () => void }>) {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && close.current()
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [])
  return (
    <View className="sheet" catchMove {...(process.env.TARO_ENV === 'h5' ? { role: 'dialog' } : {})}>
      <View className="sheet-shade" onClick={onClose} />
      <View className="sheet-paper">
        <View className="sheet-head">
          <View className="heading">{title}</View>
          <View className="sheet-close" hoverClass="card-hover" {...press(onClose)}>
            关闭
          </View>
        </View>
        <View className="sheet-body">{children}</View>
      </View>
    </View>
  )
}
