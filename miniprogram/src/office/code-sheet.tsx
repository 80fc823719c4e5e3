import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { type CodeOfTarget, recentDays, revokeCode } from '../../../shared/api/qr-codes'
import type { StationPage } from '../../../shared/api/stations'
import { spokenDate, spokenInstant } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { linkOf, receptionScreenOf, screenOf } from '../client/qr-code'
import { ActionBar } from '../pieces/action-bar'
import { pictured } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { useLargePictures } from '../pieces/large-pictures'
import { press } from '../pieces/press'
import { PrintButton } from '../pieces/print-button'
import { Sheet } from '../pieces/sheet'
import { today } from '../work/words'
import './codes.scss'

export interface ShownCode {
  town: string
  townName: string
  target: CodeOfTarget
  scene: string
  image: string
  /** Where it hangs at the door of one. */
  station: StationPage | undefined
}

const invitations = {
  board: '微信扫一扫，看每件建议办得怎么样',
  station: '微信扫一扫，说给代表听',
  village: '微信扫一扫，找本村的代表',
  deputy: '微信扫一扫，说给我听',
  matter: '微信扫一扫，看这件事办得怎么样',
} as const

/** What else is printed with it. */
const sheets = { station: '打印接访公告', deputy: '打印桌签' } as const

/** Where else the code leads: in any browser, and on a television in the room or in the hall. */
const addressesOf = ({ kind }: CodeOfTarget, scene: string): [says: string, address: string][] => [
  ['不在微信里也能打开的链接，可以做成普通二维码：', linkOf(scene)],
  ...(kind === 'station'
    ? ([
        ['站里的电视打开这个地址，就是大屏，不用登录，停用这张码就停用：', screenOf(scene)],
        ['只放接访排班的大屏，今天、这个星期、这个月谁在，字大，自己更新：', receptionScreenOf(scene)],
      ] as [string, string][])
    : []),
  ...(kind === 'board'
    ? ([
        ['大厅的电视打开这个地址，是全镇各站点的接访排班，不用登录，自己更新：', receptionScreenOf(scene)],
      ] as [string, string][])
    : []),
]

/** One code large enough to keep and print, its link for ordinary QR codes, and the way to take it back. */
export function CodeSheet(props: { shown: ShownCode; onClose: () => void; onRevoked: () => void }) {
  const { town, townName, target, scene, image, station } = props.shown
  const large = useLargePictures([image])
  return (
    <Sheet title={target.name} onClose={props.onClose}>
      <View className="code">
        <View className="code-town">{`${townName}人大`}</View>
        <Image
          className="code-image"
          src={image}
          showMenuByLongpress
          {...pictured(`${target.name}的小程序码`)}
          {...press(() => large.show(image))}
        />
        <View className="code-invitation">{invitations[target.kind]}</View>
        {station ? <Door station={station} /> : null}
        {addressesOf(target, scene).map(([says, address]) => (
          <View key={address} className="code-link not-printed">
            <View className="note">{says}</View>
            <Text className="code-address" userSelect>
              {address}
            </Text>
          </View>
        ))}
      </View>
      {target.revoked.map((code) => (
        <View key={code.scene} className="note not-printed">
          {[
            `${spokenInstant(new Date(code.at), today())}停用过一张：${code.because}${code.by ? `（${code.by}）` : ''}`,
            spokenScans(code),
          ]
            .filter(Boolean)
            .join('，')}
        </View>
      ))}
      <View className="section not-printed">
        <PrintButton />
        {target.kind in sheets ? (
          <Button
            tone="quiet"
            small
            onTap={() => void Taro.navigateTo({ url: `/office/sheet?town=${town}&scene=${scene}` })}
          >
            {sheets[target.kind as keyof typeof sheets]}
          </Button>
        ) : null}
        <ActionBar
          keeps={{ about: `code:${scene}` }}
          steps={[{ name: 'revoke', label: '停用这张码', tone: 'danger', input: revokeCode.input }]}
          take={(_, form, key) =>
            ask(revokeCode, { params: { town, scene }, input: form as InputOf<typeof revokeCode>, key })
          }
          done={props.onRevoked}
        />
      </View>
      {large.shown}
    </Sheet>
  )
}

/** How often it was scanned; by whom, nobody knows. Nothing where nobody has yet. */
export const spokenScans = ({ scans, recentScans }: { scans: number; recentScans: number }) =>
  scans === 0 ? '' : `扫过 ${scans} 次，近 ${recentDays} 天 ${recentScans} 次`

/** When the door is open, for whoever has no phone with them. */
const Door = ({ station: { openingHours, address, nextReceptionDay } }: { station: StationPage }) => (
  <View className="code-door">
    {openingHours ? <View>{`开放时间：${openingHours}`}</View> : null}
    {nextReceptionDay ? (
      <View>{`下次接访：${spokenDate(nextReceptionDay.on, today())} ${nextReceptionDay.time}`}</View>
    ) : null}
    {address ? <View>{`地址：${address}`}</View> : null}
    <View>不会用手机也行，开门时进来说。</View>
  </View>
)
