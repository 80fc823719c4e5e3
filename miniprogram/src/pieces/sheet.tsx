import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aloud } from './aloud'
import { InSheet } from './error-list'
import { Heading } from './heading'
import { useHeldFocus } from './held-focus'
import { press } from './press'
import './sheet.scss'

/**
 * Comes up from below and covers what one was doing without losing it; beside it on a desk.
 * @param tall on a phone it takes the whole height, like a page
 */
export function Sheet({
  title,
  tall = false,
  onClose,
  children,
}: PropsWithChildren<{ title: string; tall?: boolean; onClose: () => void }>) {
  const sheet = useHeldFocus(onClose)
  return (
    <View className={`sheet${tall ? ' sheet-tall' : ''}`} catchMove ref={sheet} {...modal(title)}>
      <View className="sheet-shade" onClick={onClose} />
      <View className="sheet-paper">
        <View className="sheet-head">
          <Heading>{title}</Heading>
          <View className="sheet-close" hoverClass="card-hover" {...press(onClose)}>
            关闭
          </View>
        </View>
        <View className="sheet-body">
          <InSheet.Provider value>{children}</InSheet.Provider>
        </View>
      </View>
    </View>
  )
}

/** The sheet itself takes the focus when it comes; the first Tab leads to what stands in it. */
const modal = (label: string): object =>
  process.env.TARO_ENV === 'h5' ? { ...aloud('dialog', { label }), 'aria-modal': 'true', tabIndex: -1 } : {}
