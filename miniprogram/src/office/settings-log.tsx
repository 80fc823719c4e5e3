import { View } from '@tarojs/components'
import { listAuditLog } from '../../../shared/api/audit-log'
import { spokenInstant } from '../../../shared/days'
import { ask } from '../client/ask'
import { Card } from '../components/card'
import { Empty } from '../components/empty'
import { Loaded } from '../components/loaded'
import { MorePages } from '../components/more-pages'
import { today } from '../components/words'
import { usePages } from '../hooks/use-pages'

/** Who changed what, when and why; nothing in it can be changed. */
export function SettingsLog({ town }: { town: string }) {
  const pages = usePages((cursor) => ask(listAuditLog, { params: { town }, query: { cursor } }), [town])
  return (
    <Loaded state={pages}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>还没有改过规则和日历。</Empty>
        ) : (
          <>
            <View className="stack settings-columns">
              {items.map(({ id, what, from, to, reason, by, at }) => (
                <Card key={id}>
                  <View className="heading">{what}</View>
                  <View className="settings-change">
                    {from ? <View className="settings-change-from">{from}</View> : null}
                    <View>{to}</View>
                  </View>
                  {reason ? <View>{`理由：${reason}`}</View> : null}
                  <View className="note">{`${by ?? '服务器管理员'} · ${spokenInstant(new Date(at), today())}`}</View>
                </Card>
              ))}
            </View>
            <MorePages pages={pages} />
          </>
        )
      }
    </Loaded>
  )
}
