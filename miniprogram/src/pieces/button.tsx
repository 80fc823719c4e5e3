import { Button as Native, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon, type IconName } from './icon'
import { press } from './press'
import './button.scss'

/** In a browser it is still a button, and says that it is off. */
const off = process.env.TARO_ENV === 'h5' ? { role: 'button', 'aria-disabled': 'true' } : {}

/** Busy keeps its width, so that nothing jumps under the finger. */
export function Button(
  props: PropsWithChildren<{
    tone?: 'primary' | 'quiet' | 'danger'
    busy?: boolean
    disabled?: boolean
    small?: boolean
    /** What it does, for whoever reads slowly; the word says it too. */
    icon?: IconName
    onTap: () => void
  }>,
) {
  const { tone = 'primary', busy = false, disabled = false, small = false, icon, children, onTap } = props
  return (
    <Native
      className={`button button-${tone}${small ? ' button-small' : ''}${busy ? ' button-busy' : ''}${disabled ? ' button-off' : ''}`}
      // An attribute "false" would count as disabled in a browser.
      {...(disabled || busy ? { disabled: true, onClick: onTap, ...off } : press(onTap))}
    >
      <View className="button-label">
        {icon ? <Icon name={icon} /> : null}
        {children}
      </View>
      {busy ? <View className="button-spinner" /> : null}
    </Native>
  )
}
