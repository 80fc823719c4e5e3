import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { showTown } from '../../../shared/api/towns'
import { showDutyReport } from '../../../shared/matters/duty-report/endpoints'
import {
  answersPaper,
  type FeedbackPaper,
  feedbackPapers,
  letterPaper,
} from '../../../shared/matters/duty-report/papers'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Chips } from '../pieces/chips'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PaperSheet } from '../work/paper-sheet'
import { today } from '../work/words'

/** What is printed after a report: the letter to the deputy, and the answers for the wall of the village. */
export default function FeedbackPapers() {
  const { params } = useRouter()
  const [paper, choose] = useState<FeedbackPaper>('letter')
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [view, { name }] = await Promise.all([
      ask(showDutyReport, { params: { town, id: params.id ?? '' } }),
      ask(showTown, { params: { town } }),
    ])
    return { view, name }
  }, [])
  return (
    <Page>
      <View className="not-printed stack">
        <Chips words={feedbackPapers} chosen={paper} onChoose={choose} />
        <PrintButton />
      </View>
      <Loaded state={state}>
        {({ view, name }) =>
          paper === 'letter' ? (
            view.letterOn === null ? (
              <Empty>反馈函还没有送。写好意见、送出以后，这里就可以打印。</Empty>
            ) : (
              <PaperSheet paper={letterPaper(view, name, today())} />
            )
          ) : view.state === 'closed' ? (
            <PaperSheet paper={answersPaper(view, name, today())} />
          ) : (
            <Empty>公布以后，这里就可以打印，贴到村里。</Empty>
          )
        }
      </Loaded>
    </Page>
  )
}
