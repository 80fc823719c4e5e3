import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { createInvite, listRoster } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { sendPortrait } from '../client/portrait'
import { currentTown } from '../client/town'
import { choosePictures } from '../client/upload'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'
import { useTask } from '../hooks/use-task'
import './roster.scss'

type Entry = OutputOf<typeof listRoster>['items'][number]
type Invite = OutputOf<typeof createInvite>

/** Who is in the register, who has bound WeChat, and the codes for those who have not. */
export default function Roster() {
  const { params } = useRouter()
  const [bound, setBound] = useState<'yes' | 'no' | undefined>('no')
  const pages = usePages(
    async (cursor) =>
      ask(listRoster, { params: { town: await currentTown(params.town) }, query: { bound, cursor } }),
    [bound],
  )
  const filters = [
    ['no', '还没绑定'],
    ['yes', '已绑定'],
    [undefined, '全部'],
  ] as const
  return (
    <Page>
      <View className="field-chips roster-filters">
        {filters.map(([value, word]) => (
          <View
            key={word}
            className={`chip${bound === value ? ' chip-on' : ''}`}
            {...press(() => setBound(value))}
          >
            {word}
          </View>
        ))}
      </View>
      <Loaded state={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>这里没有人。</Empty>
          ) : (
            <>
              <View className="roster">
                {items.map((entry) => (
                  <Person key={entry.id} entry={entry} town={params.town} />
                ))}
              </View>
              <MorePages pages={pages} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Person({ entry, town }: { entry: Entry; town: string | undefined }) {
  const [invite, setInvite] = useState<Invite>()
  const [portrait, setPortrait] = useState(false)
  const inviting = useTask(
    async (id: string, key) => ask(createInvite, { params: { town: await currentTown(town), id }, key }),
    setInvite,
  )
  const picturing = useTask(
    async (picture: string, key) => sendPortrait(await currentTown(town), entry.id, picture, key),
    () => setPortrait(true),
  )
  const choose = () => {
    void choosePictures(1).then((chosen) => chosen?.[0] && picturing.run(chosen[0]))
  }
  const trouble = inviting.trouble ?? picturing.trouble
  return (
    <Card>
      <View className="board-item">
        <View className="board-subject">{entry.name}</View>
        <Tag tone={entry.bound ? 'done' : 'calm'}>{entry.bound ? '已绑定' : '未绑定'}</Tag>
      </View>
      <View className="note">{entry.titles.join('，')}</View>
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
      {portrait ? <Notice tone="done">照片换好了。</Notice> : null}
      {invite ? (
        <Notice tone="done">
          {`邀请码 ${invite.code}，${spokenDay(invite.validUntil, today())}前有效，只能用一次。请${invite.name}打开小程序，在“我”里填写。`}
        </Notice>
      ) : null}
      <View className="roster-act">
        {entry.bound || invite ? null : (
          <Button tone="quiet" small busy={inviting.busy} onTap={() => inviting.run(entry.id)}>
            {entry.invitedUntil ? '重新发邀请码' : '发邀请码'}
          </Button>
        )}
        {entry.isDeputy ? (
          <Button tone="quiet" small busy={picturing.busy} onTap={choose}>
            换照片
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
