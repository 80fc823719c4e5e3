import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { press } from './press'
import './card.scss'

/** White on paper; the whole card is the target when it leads somewhere. */
export function Card({ onTap, children, tight }: PropsWithChildren<{ onTap?: () => void; tight?: boolean }>) {
  return (
    <View
      className={`card${onTap ? ' card-taps' : ''}${tight ? ' card-tight' : ''}`}
      hoverClass={onTap ? 'card-hover' : 'none'}
      {...press(onTap)}
    >
      {children}
    </View>
  )
}

/** A row inside a card: label at the left, value and arrow at the right. */
export function Cell(props: PropsWithChildren<{ label: string; note?: string; onTap?: () => void }>) {
  return (
    <View
      className={`cell${props.onTap ? ' cell-taps' : ''}`}
      hoverClass={props.onTap ? 'card-hover' : 'none'}
      {...press(props.onTap)}
    >
      <View className="cell-text">
        <View className="cell-label">{props.label}</View>
        {props.note ? <View className="note">{props.note}</View> : null}
      </View>
      <View className="cell-value">{props.children}</View>
      {props.onTap ? <View className="cell-arrow" /> : null}
    </View>
  )
}
