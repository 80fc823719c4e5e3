import { View } from '@tarojs/components'
import { useState } from 'react'
import { showTown } from '../../../shared/api/towns'
import { ask } from '../client/ask'
import { takeLedger } from '../client/ledger'
import { currentTown } from '../client/town'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'

/** The ledger as a spreadsheet, for the shelf and for the county. */
export function LedgerPanel({ town }: { town: string | undefined }) {
  const [taken, setTaken] = useState(false)
  const state = useLoaded(async () => ask(showTown, { params: { town: await currentTown(town) } }), [])
  const task = useTask(
    ({ id, name }: { id: string; name: string }) => takeLedger(id, `${name}代表建议台账-${today()}.xlsx`),
    () => setTaken(true),
  )
  return (
    <Loaded state={state}>
      {(home) => (
        <View className="stack">
          <Card>
            <View className="heading">{`${home.name}代表建议台账`}</View>
            <View>
              一件建议一行：编号、事由、代表、单位、交办和答复的日期、结果、评价。提交过的都在里面，草稿不在。
            </View>
            <View className="note">台账里没有群众的姓名、电话和留言。里面有还没公开的事，请不要外传。</View>
            <View className="ledger-act">
              <Button busy={task.busy} onTap={() => task.run(home)}>
                下载电子表格
              </Button>
            </View>
          </Card>
          {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
          {taken && process.env.TARO_ENV === 'h5' ? (
            <Notice tone="done">已经下载，请在“下载”文件夹里找。</Notice>
          ) : null}
        </View>
      )}
    </Loaded>
  )
}
