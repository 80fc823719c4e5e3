import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listDeputies } from '../../../shared/api/people'
import { showTown } from '../../../shared/api/towns'
import { Refusal } from '../../../shared/words/refusals'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { useWindowTitle } from '../hooks/use-window-title'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { deputiesOf } from '../work/deputies-by-village'
import { DeputiesToTell } from '../work/deputies-to-tell'

/** Where the code of a village leads: its deputies, its stations, and what is being done there; for whoever scans. */
export default function VillagePage() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [home, { deputies }] = await Promise.all([
      ask(showTown, { params: { town } }),
      ask(listDeputies, { params: { town } }),
    ])
    const village = home.villages.find(({ id }) => id === params.id)
    if (!village) throw new Refusal('not_found')
    return {
      town,
      village,
      stations: home.stations.filter(({ villageId }) => villageId === village.id),
      deputies: deputiesOf(village.id, deputies),
    }
  }, [params.id])
  useWindowTitle(state.value?.village.name, state.value && '本村的代表')
  return (
    <Page>
      <Loaded state={state}>
        {({ town, village, stations, deputies }) => (
          <>
            <View className="lead">
              <Heading large>{`${village.name}的代表`}</Heading>
              <View className="note">点一位代表，就能把话说给他。</View>
            </View>
            <View className="section stack">
              {deputies.length === 0 ? (
                <Empty>名册里还没有写明本村的代表，请从全镇的代表里找一位。</Empty>
              ) : null}
              <DeputiesToTell town={town} deputies={deputies} />
            </View>
            {stations.length > 0 ? (
              <View className="section">
                <View className="section-head">
                  <Heading>本村的站点</Heading>
                </View>
                <Card tight>
                  {stations.map(({ id, name }) => (
                    <Cell
                      key={id}
                      label={name}
                      note="开放时间、接访日、值守的代表"
                      onTap={() => void Taro.navigateTo({ url: `/pages/station?town=${town}&id=${id}` })}
                    />
                  ))}
                </Card>
              </View>
            ) : null}
            <View className="section stack">
              <Button
                tone="quiet"
                onTap={() => void Taro.navigateTo({ url: `/pages/deputies?town=${town}` })}
              >
                看全镇的代表
              </Button>
              <Button tone="quiet" onTap={() => void Taro.switchTab({ url: '/pages/board' })}>
                看公开栏
              </Button>
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
}
