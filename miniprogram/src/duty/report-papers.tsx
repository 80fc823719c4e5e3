import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { showTown } from '../../../shared/api/towns'
import {
  type ReportMeetingView,
  showReportMeeting,
} from '../../../shared/matters/duty-report-meeting/endpoints'
import {
  countSheetPaper,
  noticePaper,
  type ReportPaper,
  reportPapers,
  resultPaper,
} from '../../../shared/matters/duty-report-meeting/papers'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Chips } from '../pieces/chips'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PaperSheet } from '../work/paper-sheet'
import { ReportSlips } from '../work/report-slips'
import { today } from '../work/words'

/** What is printed before, at and after a meeting at which deputies report. */
export default function ReportPapers() {
  const { params } = useRouter()
  const [paper, choose] = useState<ReportPaper>('notice')
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [view, { name }] = await Promise.all([
      ask(showReportMeeting, { params: { town, id: params.id ?? '' } }),
      ask(showTown, { params: { town } }),
    ])
    return { view, town: name }
  }, [])
  return (
    <Page>
      <View className="not-printed stack">
        <Chips words={reportPapers} chosen={paper} onChoose={choose} />
        <PrintButton />
        {paper === 'slips' ? (
          <Notice>
            一张 A4 是六张票，三项的次序六种各一张。要几张票，印够份数，剪开就行；票上没有编号。
          </Notice>
        ) : null}
      </View>
      <Loaded state={state}>{({ view, town }) => <Sheet paper={paper} view={view} town={town} />}</Loaded>
    </Page>
  )
}

function Sheet({ paper, view, town }: { paper: ReportPaper; view: ReportMeetingView; town: string }) {
  if (paper === 'slips') return <ReportSlips view={view} />
  if (paper === 'notice')
    return view.heldOn === null ? (
      <Empty>还没有定日子。发了公告，这里就可以打印。</Empty>
    ) : (
      <PaperSheet paper={noticePaper(view, town, today())} />
    )
  if (paper === 'countSheet')
    return (
      <>
        {(view.tellers.length === 2 ? view.tellers : ['', '']).map((teller, at) => (
          <PaperSheet key={at} paper={countSheetPaper(view, teller)} />
        ))}
      </>
    )
  return view.reports.some(({ result }) => result !== null) ? (
    <PaperSheet paper={resultPaper(view, town, today())} />
  ) : (
    <Empty>宣布结果以后，这里就可以打印。</Empty>
  )
}
