import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { enterByPassword } from '../../../shared/api/desk'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { enteredAsOneself } from '../client/browser-entry'
import { standNowhere } from '../client/here'
import { forgetMe } from '../client/me'
import { pictured } from '../pieces/aloud'
import { ActionBar } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Heading } from '../pieces/heading'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { PersonaBar } from '../work/persona-bar'
import { useDeskCode } from '../hooks/use-desk-code'
import './desk-sign-in.scss'

/** In WeChat's own browser the code is on the very phone that would scan it. */
const agent = process.env.TARO_ENV === 'h5' ? window.navigator.userAgent : ''
const isInWechat = agent.includes('MicroMessenger')
const isOnPhone = !isInWechat && /Android|iPhone|Mobile/.test(agent)
const firstStep = isInWechat
  ? '按住这张码，选“识别图中的码”'
  : isOnPhone
    ? '按住这张码存到相册，打开微信“扫一扫”，在“相册”里选它'
    : '打开手机微信，点右上角“＋”，选“扫一扫”'

/** The way into a browser: scan and confirm, or a password where the phone is not at hand. */
export default function DeskSignIn() {
  const [miniCode, setMiniCode] = useState<boolean | undefined>(isInWechat ? true : undefined)
  const { code, stand, trouble, renew } = useDeskCode(miniCode, goOn)
  return (
    <Page>
      <PersonaBar />
      <View className="entry">
        <View className="entry-scan">
          <Heading large>{isInWechat ? '长按识别，登录' : '微信扫一扫，登录'}</Heading>
          <View className="entry-frame">
            {code ? (
              <Image
                className="entry-code"
                src={code.image}
                showMenuByLongpress
                {...pictured('登录用的小程序码')}
              />
            ) : null}
            {stand === 'waiting' ? null : (
              <View className="entry-veil">
                <View className="entry-why">
                  {stand === 'refused' ? '手机上点了“不是我”，这张码作废了' : '这张码放得太久，已经过期'}
                </View>
                <Button small onTap={renew}>
                  换一张码
                </Button>
              </View>
            )}
          </View>
          {trouble ? <TroubleNotice trouble={trouble} retry={renew} /> : null}
          {code ? (
            <View className="entry-number">
              核对数字
              <Text className="entry-digits">{code.number}</Text>
            </View>
          ) : null}
          <View className="note">码三分钟换一次，会自己换，不用刷新</View>
        </View>
        <View className="entry-words">
          <View className="entry-step">
            <View className="entry-mark">1</View>
            <View>{firstStep}</View>
          </View>
          <View className="entry-step">
            <View className="entry-mark">2</View>
            <View>看手机上的数字和这里的一样不一样</View>
          </View>
          <View className="entry-step">
            <View className="entry-mark">3</View>
            <View>一样，就在手机上点“确认登录”，这一页会自己打开</View>
          </View>
          <Notice tone="soon">别人发来的登录码不要扫，也不要替别人确认。</Notice>
          <View className="section stack">
            <ActionBar
              keeps={null}
              steps={[
                {
                  name: 'password',
                  label: '手机不在身边，用密码登录',
                  tone: 'quiet',
                  input: enterByPassword.input,
                },
              ]}
              eachAnew
              take={(_, form, key) =>
                ask(enterByPassword, { input: form as InputOf<typeof enterByPassword>, key })
              }
              done={({ recoveryCodes }) => {
                if (recoveryCodes !== null)
                  void Taro.showToast({ title: `备用码还剩 ${recoveryCodes} 个`, icon: 'none' })
                goOn()
              }}
            />
            {code ? (
              <View className="entry-other" {...press(() => setMiniCode(!code.isMiniCode))}>
                {code.isMiniCode ? '扫了没有反应？换成普通二维码' : '扫了没有打开小程序？换成小程序码'}
              </View>
            ) : null}
          </View>
        </View>
      </View>
    </Page>
  )
}

function goOn() {
  enteredAsOneself()
  forgetMe()
  standNowhere()
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.reLaunch({ url: '/pages/home' })
}
