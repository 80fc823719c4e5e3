import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { givePhone, removeAvatar, removePhone } from '../../../shared/api/own-details'
import { ask } from '../client/ask'
import { loadOwnDetails, sendAvatar } from '../client/own-details'
import { useLoaded } from '../hooks/use-loaded'
import { isStale, useTask } from '../hooks/use-task'
import { pictured } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Notice, TroubleNotice } from '../pieces/notice'
import { WechatButton } from '../pieces/wechat-button'

type Wish = { version: number } & ({ phone: string } | { avatar: string } | { drop: 'phone' | 'avatar' })

/** The client's own code where the account's calls are used up. */
const usedUp = 1_400_001
const inWechat = process.env.TARO_ENV === 'weapp'

/** What one may add out of WeChat, and take back. Nothing waits for it; in a browser there is only the taking back. */
export function OwnDetails({ town }: { town: string }) {
  const state = useLoaded(() => loadOwnDetails(town), [town])
  const take = (wish: Wish, key: string): Promise<unknown> => {
    const { version } = wish
    const asked = { params: { town }, input: { version }, key }
    if ('drop' in wish) return wish.drop === 'phone' ? ask(removePhone, asked) : ask(removeAvatar, asked)
    return 'phone' in wish
      ? ask(givePhone, { ...asked, input: { code: wish.phone, version } })
      : sendAvatar(town, wish.avatar, version, key)
  }
  const [told, setTold] = useState<string>()
  const task = useTask(
    (wish: Wish, key): Promise<unknown> => {
      return take(wish, key).catch((error: unknown) => {
        // It was changed on another phone: what is there now is seen before it is decided again.
        if (isStale(error)) state.reload()
        throw error
      })
    },
    () => {
      setTold(undefined)
      state.reload()
    },
  )
  if (state.value === undefined) return null
  const { phone, hasAvatar, avatar, version } = state.value
  if (!inWechat && phone === null && !hasAvatar) return null

  const answered = ({ code, errno }: Readonly<Record<string, unknown>>) => {
    if (typeof code === 'string' && code !== '') return task.run({ phone: code, version })
    setTold(
      errno === usedUp
        ? '微信手机号暂时用不了，可以点“我的称呼和电话”自己填。'
        : '没有留手机号，没关系，什么都照样能办。',
    )
  }
  return (
    <>
      {told ? <Notice>{told}</Notice> : null}
      {task.trouble ? (
        <TroubleNotice
          trouble={task.trouble}
          offline="微信给的手机号和头像只在当时有效，不能先存着等网。什么都没有改，有网再点一次。"
        />
      ) : null}
      <Card tight>
        {inWechat || phone !== null ? (
          <Cell
            label={phone === null ? '微信手机号' : `微信手机号 ${phone}`}
            note="可以不留。只有镇人大办看得到，微信提醒送不到时打电话、发短信告诉您。"
          >
            {phone === null ? (
              <WechatButton asks="getPhoneNumber" small busy={task.busy} onAnswer={answered}>
                留手机号
              </WechatButton>
            ) : (
              <Button tone="quiet" small busy={task.busy} onTap={() => task.run({ drop: 'phone', version })}>
                收回
              </Button>
            )}
          </Cell>
        ) : null}
        {inWechat || hasAvatar ? (
          <Cell label="头像" note="可以不设，只有您自己看得到。">
            {avatar ? (
              <Image className="deputy-face" src={avatar} mode="aspectFill" {...pictured('您的头像')} />
            ) : null}
            <View>
              {inWechat ? (
                <WechatButton
                  asks="chooseAvatar"
                  small
                  busy={task.busy}
                  onAnswer={({ avatarUrl }) => {
                    if (typeof avatarUrl === 'string' && avatarUrl !== '')
                      task.run({ avatar: avatarUrl, version })
                  }}
                >
                  {hasAvatar ? '换头像' : '选头像'}
                </WechatButton>
              ) : null}
              {hasAvatar ? (
                <Button
                  tone="quiet"
                  small
                  busy={task.busy}
                  onTap={() => task.run({ drop: 'avatar', version })}
                >
                  去掉头像
                </Button>
              ) : null}
            </View>
          </Cell>
        ) : null}
      </Card>
    </>
  )
}
