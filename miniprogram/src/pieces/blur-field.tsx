import { Image, View } from '@tarojs/components'
import { useContext, useState } from 'react'
import type { BlurArea } from '../../../shared/grammar/blur-areas'
import { mostBlurAreas } from '../../../shared/grammar/blur-areas'
import { type Trouble, troubleOf, useLoaded } from '../hooks/use-loaded'
import { pictured } from './aloud'
import { BlurAreas } from './blur-areas'
import { Button } from './button'
import { Loaded } from './loaded'
import { TroubleNotice } from './notice'
import { Surroundings } from './surroundings'
import './blur.scss'

/** Covers what nobody may recognise in a picture, and shows what becomes of it before anything is decided. */
export function BlurField(props: {
  photo: string
  value: unknown
  onChange: (value: string | undefined) => void
}) {
  const { photo, value, onChange } = props
  const { fetchPhoto, blurPhoto } = useContext(Surroundings)
  const original = useLoaded(() => fetchPhoto(photo), [photo])
  const [areas, setAreas] = useState<readonly BlurArea[]>([])
  const [made, setMade] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  const look = async () => {
    setTrouble(undefined)
    setBusy(true)
    try {
      const id = await blurPhoto(photo, areas)
      setMade(await fetchPhoto(id))
      onChange(id)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
    setBusy(false)
  }
  const again = () => {
    setMade(undefined)
    onChange(undefined)
  }
  const set = (next: readonly BlurArea[]) => {
    setTrouble(undefined)
    setAreas(next)
  }

  if (made !== undefined && value !== undefined)
    return (
      <View className="blur" id="blur-made">
        <Image className="blur-picture" src={made} mode="widthFix" {...pictured('打码后的照片')} />
        <View className="note">外面看到的是这样。还认得出人或车牌，就重新框。</View>
        <Button tone="quiet" onTap={again}>
          重新框
        </Button>
      </View>
    )
  return (
    <View className="blur">
      <View className="blur-buttons">
        <Button
          tone="quiet"
          {...(areas.length < mostBlurAreas ? {} : { disabled: true })}
          onTap={() => set([...areas, { x: 0.35, y: 0.4, width: 0.3, height: 0.2 }])}
        >
          加一个框
        </Button>
        {areas.length > 0 ? (
          <Button tone="quiet" onTap={() => set(areas.slice(0, -1))}>
            撤销上一个框
          </Button>
        ) : null}
      </View>
      <Loaded state={original}>
        {(source) => <BlurAreas source={source} areas={areas} onChange={set} />}
      </Loaded>
      <View className="note">
        {process.env.TARO_ENV === 'h5'
          ? '在照片上按住拖出一个框。用键盘：加一个框，按 Tab 到框上，方向键挪动，Shift 加方向键改大小，Delete 去掉。'
          : '在照片上按住拖出一个框，可以框好几处；按住框可以挪动。'}
      </View>
      {trouble ? (
        <TroubleNotice
          trouble={trouble}
          offline="打码要看了结果才算数，不能先存着等网。框好的还在，有网再看一次。"
        />
      ) : null}
      <View id="blur-look">
        <Button tone="quiet" busy={busy} onTap={() => void look()}>
          打码看看
        </Button>
      </View>
    </View>
  )
}
