import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { answerDeskRequest, showDeskRequest } from '../../../shared/api/desk'
import { spokenInstant } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import './desk-confirm.scss'

/** After a scan: which computer wants to be let in, and yes or no. */
export default function DeskConfirm() {
  const scene = useRouter().params.scene ?? ''
  const [answered, setAnswered] = useState<boolean>()
  const state = useLoaded(
    () =>
      answered === undefined ? ask(showDeskRequest, { params: { scene } }) : Promise.reject(new Error()),
    [scene],
  )
  const task = useTask(
    (confirm: boolean, key) =>
      ask(answerDeskRequest, { params: { scene }, input: { confirm }, key }).then(() => confirm),
    setAnswered,
  )
  if (answered !== undefined)
    return (
      <Page>
        <Empty next="回首页" onNext={() => void Taro.switchTab({ url: '/pages/home' })}>
          {answered
            ? '电脑已经登录，请看电脑。用完记得在电脑上点“退出登录”，半小时不用也会自己退出。'
            : '已经拒绝，那台电脑进不来。如果有人叫您扫码，请不要再扫，并告诉镇人大办。'}
        </Empty>
      </Page>
    )
  return (
    <Page>
      <Loaded state={state}>
        {({ device, place, number, at, seenBefore }) => (
          <View className="stack">
            <View className="letting">
              <Heading large>有一台电脑要用您的身份登录</Heading>
              <View className="letting-digits">{number}</View>
              <View className="note">请看电脑上的数字，是这个才点“确认登录”</View>
            </View>
            <Card tight>
              <Cell label="电脑">{device}</Cell>
              <Cell label="网络地址">{place}</Cell>
              <Cell label="扫码登录的时间">{spokenInstant(new Date(at), today())}</Cell>
            </Card>
            <Notice tone={seenBefore ? 'done' : 'soon'}>
              {seenBefore
                ? '您最近在这样的电脑上登录过。'
                : '您最近没有在这样的电脑上登录过。是您自己正坐在这台电脑前吗？'}
            </Notice>
            {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
            <View id="action-confirm-desk">
              <Button busy={task.busy} onTap={() => task.run(true)}>
                确认登录
              </Button>
            </View>
            <View id="action-refuse-desk">
              <Button tone="quiet" disabled={task.busy} onTap={() => task.run(false)}>
                不是我
              </Button>
            </View>
          </View>
        )}
      </Loaded>
    </Page>
  )
}
