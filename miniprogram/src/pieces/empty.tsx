import { View } from '@tarojs/components'
import { Button } from './button'
import './empty.scss'

/** Nothing here, said kindly, and what one could do next. */
export const Empty = (props: { children: string; next?: string; onNext?: () => void }) => (
  <View className="empty">
    <View className="empty-mark">
      <View className="empty-roof" />
    </View>
    <View className="empty-text">{props.children}</View>
    {props.next && props.onNext ? (
      <Button tone="quiet" small onTap={props.onNext}>
        {props.next}
      </Button>
    ) : null}
  </View>
)
