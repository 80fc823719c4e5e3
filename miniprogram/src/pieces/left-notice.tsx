import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenInstant } from '../../../shared/rules/days'
import { today } from '../client/today'
import { Notice } from './notice'

/** A form goes on with what was left in it; to begin anew one is asked first. */
export function LeftNotice({ at, onAnew }: { at: number; onAnew: () => void }) {
  const [sure, setSure] = useState(false)
  const when = at > 0 ? `（${spokenInstant(new Date(at), today())}）` : ''
  return (
    <View className="left-notice" id="left-notice">
      {sure ? (
        <Notice tone="late" next={{ label: '真的不要了', onTap: onAnew }}>
          上次写的就没有了，找不回来。
        </Notice>
      ) : (
        <Notice next={{ label: '不要了，重新写', onTap: () => setSure(true) }}>
          {`这是您上次没写完的${when}，接着写就行。`}
        </Notice>
      )}
    </View>
  )
}
