import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listPapers, showPaper, takePaper } from '../../../shared/matters/suggestion/paper-endpoints'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { takeWord } from '../client/word-file'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PaperSheet } from '../work/paper-sheet'
import { today } from '../work/words'

/** The papers of a suggestion, to be printed or taken as Word. */
export default function PaperPage() {
  const { params } = useRouter()
  const [chosen, choose] = useState(params.paper)
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const at = { town, id: params.id ?? '' }
    return { at, ...(await ask(listPapers, { params: at })) }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ at, papers }) => (
          <View className="stack">
            <View className="not-printed">
              {papers.length === 0 ? (
                <Empty>还没有文书。交办以后有交办单，面商、答复以后有面商记录和答复函。</Empty>
              ) : (
                <Card tight>
                  {papers.map(({ id, word, on, isSent }) => (
                    <Cell
                      key={id}
                      label={word}
                      note={isSent ? '发出时的样子' : '照现在的记录'}
                      onTap={() => choose(id)}
                    >
                      {spokenDay(on, today())}
                    </Cell>
                  ))}
                </Card>
              )}
            </View>
            {chosen ? <Shown key={chosen} at={at} paper={chosen} /> : null}
          </View>
        )}
      </Loaded>
    </Page>
  )
}

function Shown({ at, paper }: { at: { town: string; id: string }; paper: string }) {
  const state = useLoaded(() => ask(showPaper, { params: { ...at, paper } }), [])
  const task = useTask(
    (name: string) => takeWord(takePaper, { ...at, paper }, `${name}.docx`),
    () => undefined,
  )
  return (
    <Loaded state={state}>
      {(shown) => (
        <View className="stack">
          <View className="not-printed stack">
            <Button small busy={task.busy} onTap={() => task.run(`${shown.word}-${shown.subject}`)}>
              {process.env.TARO_ENV === 'h5' ? '下载 Word' : '用 Word 打开'}
            </Button>
            <PrintButton />
            {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
          </View>
          <PaperSheet paper={shown.paper} />
        </View>
      )}
    </Loaded>
  )
}
