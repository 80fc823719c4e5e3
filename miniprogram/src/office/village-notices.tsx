import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listVillageNotices, noteTold } from '../../../shared/api/deliveries'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDay } from '../../../shared/rules/days'
import { secondsToRead, spokenNotice } from '../../../shared/words/aloud'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import '../work/small-ways.scss'

interface Told {
  ids: string[]
  how: 'notice' | 'loudspeaker'
}
type Village = OutputOf<typeof listVillageNotices>['villages'][number]

/** For the wall of each village: the numbers of matters with news, and where to ask. No name and no word of a matter. */
export default function VillageNotices() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listVillageNotices, { params: { town } })) }
  }, [])
  return (
    <Page>
      <View className="not-printed">
        <Notice>
          打印出来贴在村里的公开栏。只有编号，没有姓名和内容；编号在对方“我的事”里看得到。贴好以后点“已张贴”。
        </Notice>
      </View>
      <View className="section">
        <Loaded state={state}>
          {({ town, villages }) =>
            villages.length === 0 ? (
              <Empty>没有要张贴的。</Empty>
            ) : (
              <View className="stack">
                <View className="not-printed">
                  <PrintButton />
                </View>
                {villages.map((village) => (
                  <VillageNotice
                    key={village.village ?? ''}
                    town={town}
                    village={village}
                    done={state.reload}
                  />
                ))}
              </View>
            )
          }
        </Loaded>
      </View>
    </Page>
  )
}

function VillageNotice({ town, village, done }: { town: string; village: Village; done: () => void }) {
  const posted = useTask(
    ({ ids, how }: Told, key) => ask(noteTold, { params: { town }, input: { ids, how }, key }),
    done,
  )
  const spoken = spokenNotice(
    village.village,
    village.lines.map(({ number }) => number),
    village.stations[0]?.name ?? null,
  )
  const ids = village.lines.flatMap((line) => line.ids).slice(0, 200)
  return (
    <View className="stack own-page upright">
      <Heading>{`${village.village ?? '没有写哪个村'}：请下列留言的群众来看结果`}</Heading>
      <Card tight>
        {village.lines.map(({ number, words, on }) => (
          <Cell key={number} label={`编号 ${number}`} note={words}>
            {spokenDay(on, today())}
          </Cell>
        ))}
      </Card>
      {village.stations.map(({ name, address, hours }) => (
        <View key={name} className="note">
          {['请打开小程序“我的事”，或到', name, address, hours].filter(Boolean).join(' ')}
        </View>
      ))}
      <View className="section not-printed">
        <Card>
          <Heading>大喇叭这样念</Heading>
          <View>{spoken}</View>
          <View className="note">{`念一遍大约 ${secondsToRead(spoken)} 秒。没有姓名和内容。`}</View>
        </Card>
        <View className="small-ways">
          <Button small tone="quiet" busy={posted.busy} onTap={() => posted.run({ ids, how: 'notice' })}>
            已张贴
          </Button>
          <Button small tone="quiet" busy={posted.busy} onTap={() => posted.run({ ids, how: 'loudspeaker' })}>
            已广播
          </Button>
        </View>
      </View>
      {posted.trouble ? <TroubleNotice trouble={posted.trouble} /> : null}
    </View>
  )
}
