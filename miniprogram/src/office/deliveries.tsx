import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type Delivery, listDeliveries, listUnreached } from '../../../shared/api/deliveries'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenInstant } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'
import { byPerson } from './by-person'
import { DeliveryCard } from './delivery-card'
import { UnreachedPlaces } from './unreached-places'

interface Head {
  town: string
  rests: OutputOf<typeof listDeliveries>['rests']
  places: OutputOf<typeof listUnreached>['places']
}

/** Pushes that did not reach WeChat, with the reason: the list for picking up the phone. */
export default function Deliveries() {
  const { params } = useRouter()
  const pages = usePages<Delivery, Head>(async (cursor) => {
    const town = await currentTown(params.town)
    const [page, { places }] = await Promise.all([
      ask(listDeliveries, { params: { town }, query: { cursor } }),
      cursor === undefined ? ask(listUnreached, { params: { town } }) : { places: [] },
    ])
    return { town, places, ...page }
  }, [])
  return (
    <Page>
      <Notice>
        这些提醒没有送到微信，但都在对方的“消息”里。要紧的事，请打电话告诉一声；电话也没有的，打印村里的告知单。
      </Notice>
      <View className="section">
        <Loaded state={pages}>
          {({ items, town, rests, places }) => (
            <View className="stack">
              {rests ? (
                <Notice tone="late">
                  {`微信提醒暂停到${spokenInstant(new Date(rests.until), today())}：${rests.reason}。暂停期间一条也不会丢。`}
                </Notice>
              ) : null}
              {items.length === 0 ? (
                <Empty>提醒都送到了。</Empty>
              ) : (
                <>
                  <Card tight>
                    <Cell
                      label="村里的告知单"
                      note="微信和电话都联系不上的群众，打印出来张贴"
                      onTap={() => void Taro.navigateTo({ url: `/office/village-notices?town=${town}` })}
                    />
                  </Card>
                  {byPerson(items).map((those) => (
                    <DeliveryCard key={those[0].id} town={town} those={those} done={pages.reload} />
                  ))}
                  <MorePages pages={pages} />
                </>
              )}
              <UnreachedPlaces town={town} places={places} />
            </View>
          )}
        </Loaded>
      </View>
    </Page>
  )
}
