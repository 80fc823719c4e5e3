import { View } from '@tarojs/components'
import { useContext } from 'react'
import type { Trouble } from '../hooks/use-loaded'
import { aloud } from './aloud'
import { Button } from './button'
import { Surroundings } from './surroundings'
import './notice.scss'

/** A sentence in its place, with the next thing to do. */
export function Notice(props: {
  tone?: 'late' | 'soon' | 'flow' | 'done'
  children: string
  next?: { label: string; onTap: () => void }
  see?: (() => void) | undefined
}) {
  return (
    <View
      className={`notice notice-${props.tone ?? 'flow'}`}
      {...(props.tone === 'done' ? aloud('status') : {})}
    >
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

/**
 * Refused and offline look different: one is about the matter, the other about the network.
 * @param offline why it cannot wait on the device for a line, and what to do
 */
export function TroubleNotice(props: { trouble: Trouble; retry?: () => void; offline?: string }) {
  const { trouble, retry, offline } = props
  const { signIn } = useContext(Surroundings)
  return (
    <Notice
      see={trouble.see}
      tone={
        trouble.kind === 'offline' || trouble.kind === 'unsettled' || trouble.kind === 'waits'
          ? 'soon'
          : 'late'
      }
      {...(trouble.kind === 'signedOut'
        ? { next: { label: '登录', onTap: signIn } }
        : retry
          ? { next: { label: '再试一次', onTap: retry } }
          : {})}
    >
      {trouble.kind === 'offline' && offline ? offline : trouble.sentence}
    </Notice>
  )
}
