import { Button as Native, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './button.scss'

/** A button whose tap WeChat itself answers: with a code for the number, a picture, or an agreement. */
export function WechatButton(
  props: PropsWithChildren<{
    asks: 'getPhoneNumber' | 'chooseAvatar' | 'agreePrivacyAuthorization'
    id?: string
    tone?: 'primary' | 'quiet'
    small?: boolean
    busy?: boolean
    onAnswer: (detail: Readonly<Record<string, unknown>>) => void
  }>,
) {
  const { asks, id, tone = 'quiet', small = false, busy = false, children, onAnswer } = props
  const answer = (event: { detail: unknown }) => onAnswer(event.detail as Readonly<Record<string, unknown>>)
  return (
    <Native
      className={`button button-${tone}${small ? ' button-small' : ''}${busy ? ' button-busy' : ''}`}
      {...(id ? { id } : {})}
      {...(busy ? { disabled: true } : {})}
      openType={asks}
      {...(asks === 'getPhoneNumber' ? { onGetPhoneNumber: answer } : {})}
      {...(asks === 'chooseAvatar' ? { onChooseAvatar: answer } : {})}
      {...(asks === 'agreePrivacyAuthorization' ? { onAgreePrivacyAuthorization: answer } : {})}
    >
      <View className="button-label">{children}</View>
    </Native>
  )
}
