import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { showToldFigures } from '../../../shared/api/figures'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { CountLine } from '../pieces/count-line'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { today } from '../work/words'

/** 告诉到人: of what residents said and that ended, how much they have heard of. */
export function ToldCard({ town: named }: { town: string | undefined }) {
  const state = useLoaded(async () => {
    const town = await currentTown(named)
    return { town, ...(await ask(showToldFigures, { params: { town }, query: {} })) }
  }, [named])
  return (
    <Loaded state={state}>
      {({ town, since, ended, told, unreachable, open }) => (
        <View className="stack">
          <Heading>群众的事，告诉到人</Heading>
          <CountLine
            counts={{ 办结: ended, 告诉了: told, 告诉不到: unreachable, 还没告诉: open }}
            late="还没告诉"
            onOpen={(word) =>
              word === '还没告诉' ? void Taro.navigateTo({ url: `/voice/call-list?town=${town}` }) : undefined
            }
          />
          <View className="note">{`从${spokenDay(since, today())}起办结的；消息送到手机没有打开，不算告诉了。`}</View>
        </View>
      )}
    </Loaded>
  )
}
