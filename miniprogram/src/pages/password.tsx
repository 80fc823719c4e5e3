import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { passwordForm, proposePassword, setPassword } from '../../../shared/api/desk'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { pictured } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { FormFields } from '../pieces/form-fields'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { useForm } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import './password.scss'

/** Name, password, an authenticator, and ten codes on paper: shown this once. */
export default function Password() {
  const [held, setHeld] = useState<Awaited<ReturnType<typeof propose>>>()
  const [isSet, setIsSet] = useState(false)
  const state = useLoaded(async () => {
    const proposed = held ?? (await propose())
    setHeld(proposed)
    return proposed
  }, [])
  const form = useForm(passwordForm)
  const task = useTask(
    (input: InputOf<typeof setPassword>, key) => ask(setPassword, { input, key }),
    () => setIsSet(true),
  )
  const submit = (ticket: string) => {
    const values = form.check()
    if (values !== undefined) task.run({ ...(values as InputOf<typeof setPassword>), ticket })
  }
  const errors = { ...form.errors, ...task.fields }
  return (
    <Page>
      <Loaded state={state}>
        {({ secret, image, recoveryCodes, ticket }) => (
          <View className="stack">
            {isSet ? (
              <Notice tone="done">
                设好了。请把下面十个备用码抄下来或打印出来，锁好。离开这一页就看不到了。
              </Notice>
            ) : (
              <View className="not-printed stack">
                <Heading>第一步：加到验证器里</Heading>
                <Card>
                  <View className="secret">
                    <Image className="secret-image" src={image} {...pictured('给验证器扫的码')} />
                    <View className="note">
                      用“腾讯身份验证器”小程序或别的验证器扫这张码；在同一台手机上，就把下面的密钥抄进去
                    </View>
                    <Text className="secret-text" userSelect>
                      {secret.replace(/(.{4})/g, '$1 ').trim()}
                    </Text>
                  </View>
                </Card>
                <Heading>第二步：起登录名和密码</Heading>
                <FormFields form={{ ...form, errors }} />
                {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
                <View id="action-set-password">
                  <Button busy={task.busy} onTap={() => submit(ticket)}>
                    设好，看备用码
                  </Button>
                </View>
              </View>
            )}
            {isSet ? (
              <>
                <Card>
                  <Heading>备用码，每个只能用一次</Heading>
                  <View className="spare">
                    {recoveryCodes.map((code) => (
                      <Text key={code} className="spare-code" userSelect>
                        {`${code.slice(0, 5)}-${code.slice(5)}`}
                      </Text>
                    ))}
                  </View>
                  <View className="note">手机和验证器都不在身边时，登录时在“验证码”里填一个。</View>
                </Card>
                <View className="not-printed stack">
                  <PrintButton />
                  <Button onTap={() => void Taro.navigateBack()}>我已经收好</Button>
                </View>
              </>
            ) : null}
          </View>
        )}
      </Loaded>
    </Page>
  )
}

const propose = () => ask(proposePassword, {})
