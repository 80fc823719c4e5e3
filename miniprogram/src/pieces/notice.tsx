import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Trouble } from '../hooks/use-loaded'
import { Button } from './button'
import './notice.scss'

/** A sentence in its place, with the next thing to do. */
export function Notice(props: {
  tone?: 'late' | 'soon' | 'flow' | 'done'
  children: string
  next?: { label: string; onTap: () => void }
  see?: (() => void) | undefined
}) {
  return (
    <View className={`notice notice-${props.tone ?? 'flow'}`}>
      <View className="notice-text">{props.children}</View>
      {props.see ? (
        <Button tone="quiet" small onTap={props.see}>
          看最新情况
        </Button>
      ) : null}
      {props.next ? (
        <Button tone="quiet" small onTap={props.next.onTap}>
          {props.next.label}
        </Button>
      ) : null}
    </View>
  )
}

const goToSignIn = () => void Taro.navigateTo({ url: '/pages/desk-sign-in' })

/** Refused and offline look different: one is about the matter, the other about the network. */
export const TroubleNotice = ({ trouble, retry }: { trouble: Trouble; retry?: () => void }) => (
  <Notice
    see={trouble.see}
    tone={trouble.kind === 'offline' ? 'soon' : 'late'}
    {...(trouble.kind === 'signedOut'
      ? { next: { label: '登录', onTap: goToSignIn } }
      : retry
        ? { next: { label: '再试一次', onTap: retry } }
        : {})}
  >
    {trouble.sentence}
  </Notice>
)
