import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listContentChecks, type ContentCheckView } from '../../../shared/matters/content-check/endpoints'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { ContentCheckCard } from '../work/content-check-card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { usePages } from '../hooks/use-pages'

/** 待复核的公开内容: read by somebody other than the writer before everyone can. */
export default function ContentChecks() {
  const { params } = useRouter()
  const checks = usePages<ContentCheckView, { town: string }>(async (cursor) => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listContentChecks, { params: { town }, query: { cursor } })) }
  }, [])
  return (
    <Page>
      <Notice>
        公开以前由写的人以外的一位看一遍：有没有人名、电话，有没有不该公开的话。办理不受影响，代表和承办单位已经看得到。
      </Notice>
      <View className="section">
        <Loaded state={checks}>
          {({ items, town }) =>
            items.length === 0 ? (
              <Empty>没有等着复核的内容。</Empty>
            ) : (
              <View className="stack">
                {items.map((check) => (
                  <ContentCheckCard key={check.id} town={town} check={check} named done={checks.reload} />
                ))}
                <MorePages pages={checks} />
              </View>
            )
          }
        </Loaded>
      </View>
    </Page>
  )
}
