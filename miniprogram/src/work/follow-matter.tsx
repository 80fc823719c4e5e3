import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  type FollowHow,
  followSuggestion,
  showFollow,
  unfollowSuggestion,
} from '../../../shared/matters/suggestion/follow'
import { ask } from '../client/ask'
import { askConsent } from '../client/consent'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Notice, TroubleNotice } from '../pieces/notice'

/** Whoever meets with it too, or only wants to know, is told what becomes of it, and may leave at any time. */
export function FollowMatter({ town, id }: { town: string; id: string }) {
  const me = useMe()
  const params = { town, id }
  const { value } = useLoaded(
    async () => (me ? (await ask(showFollow, { params })).how : 'none'),
    [town, id, me?.account],
  )
  const [changed, setChanged] = useState<FollowHow>()
  const how = changed ?? value ?? 'none'
  const task = useTask(
    (wanted: FollowHow, key) =>
      wanted === 'none'
        ? ask(unfollowSuggestion, { params, key })
        : ask(followSuggestion, { params, input: { how: wanted }, key }),
    ({ how: now }) => setChanged(now),
  )
  const turn = (wanted: FollowHow) => {
    if (wanted !== 'none') void askConsent()
    task.run(wanted)
  }
  return (
    <Card>
      {how === 'none' ? (
        <View className="stack">
          <Button busy={task.busy} onTap={() => turn('alsoMine')}>
            我也遇到
          </Button>
          <Button tone="quiet" busy={task.busy} onTap={() => turn('follows')}>
            关注，办到哪一步告诉我
          </Button>
        </View>
      ) : (
        <View className="stack">
          <Notice tone="done">
            {how === 'alsoMine' ? '记下了：您也遇到。办到哪一步都告诉您。' : '已关注。办到哪一步都告诉您。'}
          </Notice>
          <Button tone="quiet" busy={task.busy} onTap={() => turn('none')}>
            不再关注
          </Button>
        </View>
      )}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
    </Card>
  )
}
