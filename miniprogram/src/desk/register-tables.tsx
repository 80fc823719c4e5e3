import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ImportReport, Register } from '../../../shared/grammar/register'
import { chooseTable, takeTable } from '../client/tables'
import { upload } from '../client/upload'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Sheet } from '../pieces/sheet'
import { today } from '../work/words'
import { ImportLines } from './import-lines'

interface Sending {
  file: string
  apply: boolean
}

/** The register as a spreadsheet: out, and in again after one has seen what it would do. */
export function RegisterTables(props: {
  register: Register
  town: string
  mayKeep: boolean
  brought: () => void
}) {
  const { register, town, mayKeep, brought } = props
  const { takeTable: out, checkTable, bringTable } = register.endpoints
  const [looked, setLooked] = useState<{ file: string; report: ImportReport }>()
  const taking = useTask(
    () => takeTable(out, { town }, `${register.word}-${today()}.xlsx`),
    () => {},
  )
  const sending = useTask(
    async ({ file, apply }: Sending, key) => ({
      file,
      report: await upload(apply ? bringTable : checkTable, { town }, { name: 'table', filePath: file }, key),
    }),
    (result) => {
      setLooked(result)
      if (result.report.written) brought()
    },
  )
  const choose = () =>
    void chooseTable().then((file) => file && sending.run({ file: file.path, apply: false }))
  const trouble = taking.trouble ?? (looked ? undefined : sending.trouble)
  return (
    <View>
      <View className="register-acts not-printed">
        <Button tone="quiet" small busy={taking.busy} onTap={() => taking.run(undefined)}>
          导出电子表格
        </Button>
        {mayKeep ? (
          <Button tone="quiet" small busy={sending.busy} onTap={choose}>
            导入电子表格
          </Button>
        ) : null}
        {mayKeep ? (
          <View className="note">先导出一张，照它的样子改好再导入；写入以前会先给您看。</View>
        ) : null}
      </View>
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
      {looked ? (
        <Sheet title={`导入${register.word}`} onClose={() => setLooked(undefined)}>
          <ImportLines report={looked.report} />
          {sending.trouble ? <TroubleNotice trouble={sending.trouble} /> : null}
          {mayBring(looked.report) ? (
            <View id="bring-table">
              <Button busy={sending.busy} onTap={() => sending.run({ file: looked.file, apply: true })}>
                写入这些
              </Button>
            </View>
          ) : null}
          {looked.report.written ? <Notice tone="done">都写好了。</Notice> : null}
        </Sheet>
      ) : null}
    </View>
  )
}

const mayBring = ({ counts, written }: ImportReport) =>
  !written && counts.wrong === 0 && counts.added + counts.changed > 0
