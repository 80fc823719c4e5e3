import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import {
  bringRoster,
  checkRoster,
  type HowToRead,
  listImports,
  type RosterReport,
  showProgress,
  takeBackRoster,
  takeTemplate,
} from '../../../shared/api/roster'
import { ask } from '../client/ask'
import { type ChosenFile, chooseTable, takeTable } from '../client/tables'
import { currentTown } from '../client/town'
import { upload } from '../client/upload'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { useTask } from '../hooks/use-task'
import { ImportRecords } from './import-records'
import { RosterReportCard } from './roster-report'
import './roster-import.scss'

const asItIs: Omit<HowToRead, 'fileName'> = { withHidden: false, mends: [], leaves: [], answers: [], work: 0 }

/** A roster comes in from a spreadsheet: it is looked at, mended here where it is wrong, written, and taken back whole. */
export default function RosterImport() {
  const { params } = useRouter()
  const town = useLoaded(() => currentTown(params.town), [])
  return (
    <Page>
      {process.env.TARO_ENV === 'h5' ? (
        <Loaded state={town}>{(id) => <Desk town={id} />}</Loaded>
      ) : (
        <Notice>导入名册要选电脑上的文件，请在电脑的浏览器里打开这个系统来办。</Notice>
      )}
    </Page>
  )
}

interface Sending {
  file: ChosenFile
  how: HowToRead
  apply: boolean
}

function Desk({ town }: { town: string }) {
  const [looked, setLooked] = useState<Sending & { report: RosterReport }>()
  const [sending, setSending] = useState<string>()
  const records = usePages((cursor) => ask(listImports, { params: { town }, query: { cursor } }), [])
  const task = useTask(
    async ({ file, how, apply }: Sending, key) => {
      if (apply) setSending(key)
      const table = { name: 'table', filePath: file.path }
      const report = await upload(apply ? bringRoster : checkRoster, { town }, table, key, how)
      return { file, how, apply, report }
    },
    (result) => {
      setSending(undefined)
      setLooked(result)
      if (result.report.written) records.reload()
    },
  )
  const template = useTask(
    () => takeTable(takeTemplate, { town }, '名册模板.xlsx'),
    () => {},
  )
  const choose = () =>
    void chooseTable().then((file) => {
      if (!file) return
      setLooked(undefined)
      task.run({ file, how: { ...asItIs, fileName: file.name }, apply: false })
    })
  const again = (more: Partial<HowToRead>, apply: boolean) => {
    if (!looked) return
    const { file, how, report } = looked
    task.run({ file, how: { ...how, ...more, work: report.work }, apply })
  }
  const trouble = template.trouble ?? task.trouble
  return (
    <View className="stack">
      <Card>
        <View className="note">
          选一个电子表格：.xlsx，或 .csv。标题、合并的表头、常用的叫法都认得；选好以后先给您看会怎样，不写入。
        </View>
        <View className="import-acts">
          <Button busy={task.busy && sending === undefined} onTap={choose}>
            {looked ? '换一个文件' : '选文件'}
          </Button>
          <Button tone="quiet" busy={template.busy} onTap={() => template.run(undefined)}>
            下载空表
          </Button>
        </View>
        {looked ? <View className="note">{`选了 ${looked.file.name}`}</View> : null}
      </Card>
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
      {task.busy && sending !== undefined ? <Progress town={town} sending={sending} /> : null}
      {looked ? (
        <RosterReportCard
          key={JSON.stringify(looked.how)}
          town={town}
          report={looked.report}
          how={looked.how}
          busy={task.busy}
          again={again}
        />
      ) : null}
      <View className="section">
        <View className="section-head heading">导入过的名册</View>
        <Loaded state={records}>
          {({ items }) => (
            <>
              <ImportRecords
                records={items}
                takeBack={(id, key) => ask(takeBackRoster, { params: { town, id }, key })}
                done={() => {
                  setLooked(undefined)
                  records.reload()
                }}
              />
              {records.hasMore ? <MorePages pages={records} /> : null}
            </>
          )}
        </Loaded>
      </View>
    </View>
  )
}

const everyMs = 1000

/** How far it is, as long as somebody waits for it. */
function Progress({ town, sending }: { town: string; sending: string }) {
  const [percent, setPercent] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => {
      void ask(showProgress, { params: { town }, query: { sending } })
        .then(({ done, of }) => of > 0 && setPercent(Math.min(99, Math.floor((done * 100) / of))))
        // Whoever waits for the answer itself is told what is wrong.
        .catch(() => {})
    }, everyMs)
    return () => clearInterval(timer)
  }, [town, sending])
  return <Notice>{`正在写入，已经写了 ${percent}%。请不要关掉这一页。`}</Notice>
}
