import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listDeputies } from '../../../shared/api/people'
import { showTown } from '../../../shared/api/towns'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Fold } from '../pieces/fold'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { byVillage, deputiesFound, type TownDeputy } from '../work/deputies-by-village'
import { DeputiesToTell } from '../work/deputies-to-tell'
import { type TownHome, useOwnVillage } from '../work/own-village'
import { WorkSearch } from '../work/work-search'

/** Who the deputies of a village are: one's own first, the others folded, each found by name or village. */
export default function Deputies() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [home, { deputies }] = await Promise.all([
      ask(showTown, { params: { town } }),
      ask(listDeputies, { params: { town } }),
    ])
    return { home, deputies }
  }, [params.town])
  return (
    <Page>
      <View className="lead">
        <Heading large>各村的代表</Heading>
        <View className="note">点一位代表，就能把话说给他。</View>
      </View>
      <Loaded state={state}>{(loaded) => <ByVillage {...loaded} />}</Loaded>
    </Page>
  )
}

function ByVillage({ home, deputies }: { home: TownHome; deputies: readonly TownDeputy[] }) {
  const own = useOwnVillage(home)
  const [words, setWords] = useState('')
  const cards = (those: readonly TownDeputy[]) => (
    <View className="stack">
      <DeputiesToTell town={home.id} deputies={those} />
    </View>
  )
  const found = words === '' ? undefined : deputiesFound(words, deputies, home.villages)
  return (
    <>
      <View className="section">
        <WorkSearch words={words} onFind={setWords} of="代表的名字或者村" />
      </View>
      <View className="section">
        {found === undefined ? (
          byVillage(deputies, home.villages, own?.id).map(({ village, deputies: those }) => (
            // Whose village it is may become known after the first look.
            <Fold
              key={`${village?.id ?? ''} ${own?.id ?? ''}`}
              title={village?.name ?? '没有写明哪个村的代表'}
              note={`${those.length} 位`}
              open={village !== null && village.id === own?.id}
            >
              {cards(those)}
            </Fold>
          ))
        ) : found.length > 0 ? (
          cards(found)
        ) : (
          <Empty>{`没有找到“${words}”。换一个字再找，或者清空再看全部。`}</Empty>
        )}
      </View>
      <View className="section">
        <Card tight>
          <Cell
            label="代表公示"
            note="每位代表今年和本届做了什么"
            onTap={() => void Taro.navigateTo({ url: `/duty/public-duties?town=${home.id}` })}
          />
        </Card>
      </View>
    </>
  )
}
