import { View } from '@tarojs/components'
import type { Trouble } from '../hooks/use-loaded'
import { Button } from './button'
import './notice.scss'

/** A sentence in its place, with the next thing to do. */
export function Notice(props: {
  tone?: 'late' | 'soon' | 'flow' | 'done'
  children: string
  retry?: () => void
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
      {props.retry ? (
        <Button tone="quiet" small onTap={props.retry}>
          再试一次
        </Button>
      ) : null}
    </View>
  )
}

/** Refused and offline look different: one is about the matter, the other about the network. */
export const TroubleNotice = ({ trouble, retry }: { trouble: Trouble; retry?: () => void }) => (
  <Notice tone={trouble.kind === 'offline' ? 'soon' : 'late'} see={trouble.see} {...(retry ? { retry } : {})}>
    {trouble.sentence}
  </Notice>
)
