import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './sheet.scss'

/** Comes up from below and covers what one was doing without losing it; beside it on a desk. */
export function Sheet({
  title,
  onClose,
  children,
}: PropsWithChildren<{ title: string; onClose: () => void }>) {
  return (
    <View className="sheet" catchMove>
      <View className="sheet-shade" onClick={onClose} />
      <View className="sheet-paper">
        <View className="sheet-head">
          <View className="heading">{title}</View>
          <View className="sheet-close" hoverClass="card-hover" onClick={onClose}>
            关闭
          </View>
        </View>
        <View className="sheet-body">{children}</View>
      </View>
    </View>
  )
}
