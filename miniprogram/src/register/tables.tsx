import { View } from '@tarojs/components'
import type { Register } from '../../../shared/grammar/register'
import { takeTable } from '../client/tables'
import { upload } from '../client/upload'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { TroubleNotice } from '../pieces/notice'
import { TableImport } from '../work/table-import'
import { today } from '../work/words'

/** The register as a spreadsheet: out, and in again after one has seen what it would do. */
export function RegisterTables(props: {
  register: Register
  town: string
  mayKeep: boolean
  brought: () => void
}) {
  const { register, town, mayKeep, brought } = props
  const { takeTable: out, checkTable, bringTable } = register.endpoints
  const taking = useTask(
    () => takeTable(out, { town }, `${register.word}-${today()}.xlsx`),
    () => {},
  )
  return (
    <View>
      <View className="register-acts not-printed">
        <Button tone="quiet" small busy={taking.busy} onTap={() => taking.run(undefined)}>
          导出电子表格
        </Button>
        {mayKeep ? (
          <TableImport
            send={(apply, file, key) => upload(apply ? bringTable : checkTable, { town }, file, key)}
            brought={brought}
            label="导入电子表格"
            title={`导入${register.word}`}
          />
        ) : null}
        {mayKeep ? (
          <View className="note">先导出一张，照它的样子改好再导入；写入以前会先给您看。</View>
        ) : null}
      </View>
      {taking.trouble ? <TroubleNotice trouble={taking.trouble} /> : null}
    </View>
  )
}
