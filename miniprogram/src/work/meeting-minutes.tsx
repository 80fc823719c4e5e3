import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { matterPage } from '../../../shared/words/pages'
import type { Values } from '../hooks/use-form'
import { ActionSheet } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import type { Shown } from './matter-parts'
import { type MeetingShown, stepOfItem } from './review-steps'
import './small-ways.scss'

const openMinutes = (town: string, id: string) =>
  void Taro.navigateTo({ url: `/duty/minutes?town=${town}&id=${id}` })

/** To the minutes, once there are some. */
export function MinutesDoor({ town, view: { id, state, minutes, checkCode } }: Shown<MeetingShown>) {
  if (minutes === null) return null
  return (
    <Card tight>
      <Cell
        label="会议纪要"
        note={
          checkCode
            ? `已经通过，校验码 ${checkCode}`
            : state === 'drafted'
              ? '等下次会通过，通过以前随记录改'
              : '按记录写好的，通过以前随记录改'
        }
        onTap={() => openMinutes(town, id)}
      />
    </Card>
  )
}

type Take = (step: 'approveMinutes', form: Values, key: string) => Promise<unknown>

/** What the last meeting has left: read and approved before anything else is talked about. */
export function LastMinutes({ take, ...shown }: Shown<MeetingShown> & { take: Take }) {
  const { lastMinutes } = shown.view
  if (lastMinutes.length === 0) return null
  return (
    <>
      <Heading>上次的纪要</Heading>
      {lastMinutes.map((one) => (
        <OneOfLast key={one.id} {...shown} one={one} take={take} />
      ))}
    </>
  )
}

function OneOfLast({
  town,
  view,
  one,
  take,
  reload,
}: Shown<MeetingShown> & { one: MeetingShown['lastMinutes'][number]; take: Take }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Card>
      <View className="heading">{`${one.title}的纪要`}</View>
      <View className="note">
        {one.objections > 0
          ? `有 ${one.objections} 条异议，写在纪要后面；通过以后不再改。`
          : '没有人提异议；通过以后不再改。'}
      </View>
      <View className="small-ways not-printed">
        {view.approves ? (
          <Button small onTap={() => setOpen(true)}>
            {stepOfItem('approveMinutes').label}
          </Button>
        ) : null}
        <Button small tone="quiet" onTap={() => openMinutes(town, one.id)}>
          看纪要
        </Button>
      </View>
      {isOpen ? (
        <ActionSheet
          step={stepOfItem('approveMinutes')}
          keeps={{
            about: `meeting:${town}:${view.id}:minutes`,
            title: view.title,
            page: matterPage('meeting', town, view.id),
          }}
          lists={{}}
          initial={() => ({ meetingId: one.id })}
          take={(_, form, key) => take('approveMinutes', form, key)}
          done={reload}
          stale={reload}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Card>
  )
}
