import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { listPersonas } from '../../../shared/api/sign-in'
import { ask } from '../client/ask'
import { becomePersona } from '../client/me'
import { recall } from '../client/store'
import { troubleOf, useLoaded } from '../hooks/use-loaded'
import { Choose } from '../pieces/choose'
import { press } from '../pieces/press'
import './persona-bar.scss'

/** In the demo town only: whose eyes one looks through. Where there is no demo, the server knows no personas. */
export function PersonaBar() {
  const [open, setOpen] = useState(false)
  const { value } = useLoaded(
    () => (process.env.TARO_ENV === 'h5' ? ask(listPersonas, {}) : Promise.resolve({ personas: [] })),
    [],
  )
  const personas = value?.personas ?? []
  const now = personas.find(({ key }) => key === (recall('persona') || 'villager'))
  if (personas.length === 0) return null
  return (
    <>
      <View className="persona" id="persona-bar" {...press(() => setOpen(true))}>
        <View className="persona-mark">演示</View>
        <View className="persona-name">{now ? `${now.name}（${now.title}）` : '自己登录的身份'}</View>
        <View className="persona-change">换个身份</View>
      </View>
      {open ? (
        <Choose
          title="以谁的身份看"
          options={personas.map(({ key, name, title }) => ({ id: key, name, note: title }))}
          chosen={now ? [now.key] : []}
          several={false}
          onChoose={([key]) => {
            if (key === undefined) return
            becomePersona(key).then(
              () => void Taro.reLaunch({ url: '/pages/home' }),
              (error: unknown) => void Taro.showToast({ title: troubleOf(error).sentence, icon: 'none' }),
            )
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
