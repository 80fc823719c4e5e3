import { View } from '@tarojs/components'
import {
  bringPastSuggestions,
  checkPastSuggestions,
  listPastImports,
  takeBackPastSuggestions,
  takePastTemplate,
} from '../../../shared/api/past-suggestions'
import { ask } from '../client/ask'
import { takeTable } from '../client/tables'
import { upload } from '../client/upload'
import { usePages } from '../hooks/use-pages'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { TroubleNotice } from '../pieces/notice'
import { Part } from '../pieces/part'
import { TableImport } from '../work/table-import'
import { ImportRecords } from './import-records'

/** Suggestions from before the town worked here, as a spreadsheet. */
export function PastSuggestions({ town }: { town: string }) {
  const records = usePages((cursor) => ask(listPastImports, { params: { town }, query: { cursor } }), [])
  const taking = useTask(
    () => takeTable(takePastTemplate, { town }, '补录以前的建议.xlsx'),
    () => {},
  )
  return (
    <Card>
      <Part label="补录本届以前的建议">
        一次录一张电子表格：编号、交办和答复的日期、结果、评价都照原来的写。不发消息；没有办完的从今天起照常提醒。写入以前会先给您看。
      </Part>
      <View id="past-suggestions" className="stack">
        <Button tone="quiet" small busy={taking.busy} onTap={() => taking.run(undefined)}>
          取空表
        </Button>
        <TableImport
          send={(apply, file, key, fileName) =>
            upload(apply ? bringPastSuggestions : checkPastSuggestions, { town }, file, key, { fileName })
          }
          label="导入填好的表"
          title="补录以前的建议"
          brought={records.reload}
        />
      </View>
      <Loaded state={records}>
        {({ items }) =>
          items.length === 0 ? null : (
            <View className="section">
              <View className="section-head heading">补录过的表</View>
              <ImportRecords
                records={items}
                takeBack={(id, key) => ask(takeBackPastSuggestions, { params: { town, id }, key })}
                done={records.reload}
              />
              {records.hasMore ? <MorePages pages={records} /> : null}
            </View>
          )
        }
      </Loaded>
      {taking.trouble ? <TroubleNotice trouble={taking.trouble} /> : null}
    </Card>
  )
}
