import { View } from '@tarojs/components'
import { useState } from 'react'
import * as z from 'zod/mini'
import { type ImportRow, undoDays } from '../../../shared/api/imports'
import { spokenDay, spokenInstant } from '../../../shared/rules/days'
import { ActionSheet } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Tag } from '../pieces/tag'
import { today } from '../work/words'

/** What was brought in, and the way back while there is one. */
export function ImportRecords<T>(props: {
  records: readonly ImportRow[]
  takeBack: (id: string, key: string) => Promise<T>
  done: (result: T) => void
}) {
  const [asked, setAsked] = useState<ImportRow>()
  return (
    <View className="stack">
      <View className="note">
        {`每次导入改了什么，另外保留 ${undoDays} 天，供整个撤回；里面有姓名和号码，撤回或到期以后就删去。`}
      </View>
      {props.records.length === 0 ? <View className="note">还没有在这里导入过。</View> : null}
      {props.records.map((record) => (
        <Card key={record.id}>
          <View className="board-item">
            <View className="board-subject">{record.fileName}</View>
            {record.takenBackAt ? <Tag tone="calm">已撤回</Tag> : null}
          </View>
          <View className="note">
            {`${spokenInstant(new Date(record.at), today())} ${record.by} 导入，${record.says}`}
          </View>
          {record.takenBackAt ? (
            <View className="note">{`${spokenInstant(new Date(record.takenBackAt), today())} 撤回了。`}</View>
          ) : null}
          {record.undoUntil ? (
            <>
              <View className="note">{`${spokenDay(record.undoUntil, today())}以前可以整个撤回。`}</View>
              <View className="import-acts">
                <Button tone="danger" small onTap={() => setAsked(record)}>
                  撤回这次导入
                </Button>
              </View>
            </>
          ) : null}
        </Card>
      ))}
      {asked ? (
        <ActionSheet
          keeps={{ about: `import:${asked.id}`, title: asked.fileName }}
          step={{ name: 'takeBack', label: '撤回这次导入', tone: 'danger', input: z.strictObject({}) }}
          beside={() => (
            <View className="note">
              {`“${asked.fileName}”写入的都去掉，改过的改回原来的。后来已经有人用到的，会告诉您是什么，什么也不动。`}
            </View>
          )}
          take={(_, __, key) => props.takeBack(asked.id, key)}
          done={props.done}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </View>
  )
}
