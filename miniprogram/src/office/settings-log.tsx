import { View } from '@tarojs/components'
import { useState } from 'react'
import { listAuditLog } from '../../../shared/api/audit-log'
import { spokenInstant } from '../../../shared/rules/days'
import { type AuditKind, auditKinds } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Lanes } from '../pieces/lanes'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'

/** Who changed what, when and why, and who saw numbers or took tables along; nothing in it can be changed. */
export function SettingsLog({ town }: { town: string }) {
  const [kind, setKind] = useState<AuditKind>('change')
  const pages = usePages(
    (cursor) => ask(listAuditLog, { params: { town }, query: { kind, cursor } }),
    [town, kind],
  )
  return (
    <>
      <Lanes words={auditKinds} open={kind} onOpen={setKind} />
      <Loaded state={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{nothingOf[kind]}</Empty>
          ) : (
            <>
              <View className="stack settings-columns">
                {items.map(({ id, what, from, to, reason, by, at }) => (
                  <Card key={id}>
                    <Heading>{what}</Heading>
                    <View className="settings-change">
                      {from ? <View className="settings-change-from">{from}</View> : null}
                      <View>{to}</View>
                    </View>
                    {reason ? <View>{kind === 'change' ? `理由：${reason}` : reason}</View> : null}
                    <View className="note">{`${by ?? '服务器管理员'} · ${spokenInstant(new Date(at), today())}`}</View>
                  </Card>
                ))}
              </View>
              <MorePages pages={pages} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

const nothingOf: Readonly<Record<AuditKind, string>> = {
  change: '还没有改过规则和日历。',
  view: '还没有人看过电话、导出过台账。',
}
