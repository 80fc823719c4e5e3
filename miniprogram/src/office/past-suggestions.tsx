import { View } from '@tarojs/components'
import {
  bringPastSuggestions,
  checkPastSuggestions,
  takePastTemplate,
} from '../../../shared/api/past-suggestions'
import { takeTable } from '../client/tables'
import { upload } from '../client/upload'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { TroubleNotice } from '../pieces/notice'
import { Part } from '../pieces/part'
import { TableImport } from '../work/table-import'

/** Suggestions from before the town worked here, as a spreadsheet. */
export function PastSuggestions({ town }: { town: string }) {
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
          send={(apply, file, key) =>
            upload(apply ? bringPastSuggestions : checkPastSuggestions, { town }, file, key)
          }
          label="导入填好的表"
          title="补录以前的建议"
        />
      </View>
      {taking.trouble ? <TroubleNotice trouble={taking.trouble} /> : null}
    </Card>
  )
}
