import { Image, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { showTown } from '../../../shared/api/towns'
import { stationKinds } from '../../../shared/words'
import { ask } from '../client/ask'
import { downloadCode } from '../client/station-code'
import { currentTown } from '../client/town'
import { Card, Cell } from '../components/card'
import { Loaded } from '../components/loaded'
import { Notice, TroubleNotice } from '../components/notice'
import { Page } from '../components/page'
import { Sheet } from '../components/sheet'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import './stations.scss'

/** The codes for the doors: opened here, pressed long or right-clicked to keep, printed and put up. */
export default function Stations() {
  const { params } = useRouter()
  const [shown, setShown] = useState<{ name: string; image: string }>()
  const state = useLoaded(async () => ask(showTown, { params: { town: await currentTown(params.town) } }), [])
  const task = useTask(
    async ({ town, id, name }: { town: string; id: string; name: string }) => ({
      name,
      image: await downloadCode(town, id),
    }),
    setShown,
  )
  return (
    <Page>
      <Notice>点开一个站点，保存它的小程序码，打印出来贴在门口。群众扫码就能打开这个站点。</Notice>
      {task.trouble ? (
        <View className="section">
          <TroubleNotice trouble={task.trouble} />
        </View>
      ) : null}
      <View className="section">
        <Loaded state={state}>
          {(home) => (
            <Card tight>
              {home.stations.map(({ id, name, kind }) => (
                <Cell key={id} label={name} onTap={() => task.run({ town: home.id, id, name })}>
                  <Text className="note">{stationKinds[kind]}</Text>
                </Cell>
              ))}
            </Card>
          )}
        </Loaded>
      </View>
      {shown ? (
        <Sheet title={shown.name} onClose={() => setShown(undefined)}>
          <View className="code">
            <Image
              className="code-image"
              src={shown.image}
              showMenuByLongpress
              onClick={() => void Taro.previewImage({ urls: [shown.image] })}
            />
            <View className="note">微信扫一扫，说给代表听</View>
          </View>
        </Sheet>
      ) : null}
    </Page>
  )
}
