import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import {
  type Device,
  endDevice,
  endOtherDevices,
  listDevices,
  removePassword,
  showPassword,
} from '../../../shared/api/desk'
import { endOwnBinding } from '../../../shared/api/people'
import { showMe } from '../../../shared/api/sign-in'
import { spokenInstant } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { ActionBar } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { Tag } from '../pieces/tag'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'

/** Where I am signed in, ended from here; and the password for when the phone is not at hand. */
export default function Devices() {
  const [told, setTold] = useState<string>()
  const state = useLoaded(async () => {
    const [{ devices }, password, { standings }] = await Promise.all([
      ask(listDevices, {}),
      ask(showPassword, {}),
      ask(showMe, {}),
    ])
    const bound = standings.filter(({ roles }) => roles.some((role) => role !== 'resident'))
    return { devices, password, bound }
  }, [])
  const ending = useTask(
    (id: string, key) => ask(endDevice, { params: { id }, key }),
    () => {
      setTold('那一处已经退出。')
      state.reload()
    },
  )
  return (
    <Page>
      <Loaded state={state}>
        {({ devices, password, bound }) => (
          <View className="stack">
            {told ? <Notice tone="done">{told}</Notice> : null}
            {ending.trouble ? <TroubleNotice trouble={ending.trouble} /> : null}
            <Heading>登录着的手机和电脑</Heading>
            <Card tight>
              {devices.map((device) => (
                <Cell key={device.id} label={device.device} note={noteOf(device)}>
                  {device.isThis ? (
                    <Tag tone="done">现在用的</Tag>
                  ) : (
                    <Button tone="quiet" small busy={ending.busy} onTap={() => ending.run(device.id)}>
                      退出
                    </Button>
                  )}
                </Cell>
              ))}
            </Card>
            <ActionBar
              keeps={null}
              steps={[
                ...(devices.length > 1
                  ? [
                      {
                        name: 'end-others',
                        label: '在别处全部退出',
                        tone: 'quiet' as const,
                        input: endOtherDevices.input,
                      },
                    ]
                  : []),
              ]}
              take={(_, __, key) => ask(endOtherDevices, { key })}
              done={() => {
                setTold('别处已经全部退出。')
                state.reload()
              }}
            />
            <Heading>不带手机时用的密码</Heading>
            <Card tight>
              <Cell
                label={password.name === null ? '还没有设置' : `登录名：${password.name}`}
                note={
                  password.name === null
                    ? '设了以后，手机不在身边也能在电脑上登录'
                    : `备用码还剩 ${password.recoveryCodes} 个`
                }
              />
            </Card>
            <Button tone="quiet" onTap={() => void Taro.navigateTo({ url: '/pages/password' })}>
              {password.name === null ? '设置密码和验证码' : '重新设置'}
            </Button>
            {password.name === null ? null : (
              <ActionBar
                keeps={null}
                steps={[
                  { name: 'remove', label: '不再用密码登录', tone: 'danger', input: removePassword.input },
                ]}
                take={(_, __, key) => ask(removePassword, { key })}
                done={() => {
                  setTold('密码、验证码和备用码都作废了。')
                  state.reload()
                }}
              />
            )}
            {bound.length > 0 ? <Heading>这个微信的身份</Heading> : null}
            {bound.length > 0 ? (
              <View className="note">
                换手机、换微信以前，在这里解除；再向镇人大办要邀请码，用新的微信填写。
              </View>
            ) : null}
            <ActionBar
              keeps={null}
              steps={bound.map(({ town }) => ({
                name: town.id,
                label: `解除在${town.name}的绑定`,
                tone: 'danger' as const,
                input: endOwnBinding.input,
              }))}
              take={(town, _, key) => ask(endOwnBinding, { params: { town }, key })}
              done={() => {
                setTold('绑定解除了，这个微信不能再用原来的身份。')
                state.reload()
              }}
            />
          </View>
        )}
      </Loaded>
    </Page>
  )
}

const noteOf = ({ place, startedAt, lastUsedAt }: Device) => {
  const at = today()
  const said = (instant: string) => spokenInstant(new Date(instant), at)
  return [place ?? '', `${said(startedAt)}登录`, `最近用：${said(lastUsedAt)}`].filter(Boolean).join(' · ')
}
