import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ImportReport } from '../../../shared/grammar/register'
import { type ChosenFile, chooseTable } from '../client/tables'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Sheet } from '../pieces/sheet'
import { ImportLines } from './import-lines'

interface Sending {
  file: ChosenFile
  apply: boolean
}

/** A spreadsheet goes in after one has seen what it would do. */
export function TableImport(props: {
  /** Only looks at it, or brings it in. */
  send: (
    apply: boolean,
    file: { name: string; filePath: string },
    key: string,
    fileName: string,
  ) => Promise<ImportReport>
  label: string
  title: string
  brought?: () => void
}) {
  const { send, label, title, brought } = props
  const [looked, setLooked] = useState<{ file: ChosenFile; report: ImportReport }>()
  const sending = useTask(
    async ({ file, apply }: Sending, key) => ({
      file,
      report: await send(apply, { name: 'table', filePath: file.path }, key, file.name),
    }),
    (result) => {
      setLooked(result)
      if (result.report.written) brought?.()
    },
  )
  const choose = () => void chooseTable().then((file) => file && sending.run({ file, apply: false }))
  return (
    <>
      <Button tone="quiet" small busy={sending.busy} onTap={choose}>
        {label}
      </Button>
      {sending.trouble && !looked ? <TroubleNotice trouble={sending.trouble} /> : null}
      {looked ? (
        <Sheet title={title} onClose={() => setLooked(undefined)}>
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
    </>
  )
}

const mayBring = ({ counts, written }: ImportReport) =>
  !written && counts.wrong === 0 && counts.added + counts.changed > 0
