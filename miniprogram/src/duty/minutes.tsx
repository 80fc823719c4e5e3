import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { showMeetingMatter, takeMinutes } from '../../../shared/matters/meeting/endpoints'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { takeWord } from '../client/word-file'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PaperSheet } from '../work/paper-sheet'
import '../work/small-ways.scss'

/** The minutes of a meeting, to be printed or taken as Word. */
export default function Minutes() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const at = { town: await currentTown(params.town), id: params.id ?? '' }
    return { at, ...(await ask(showMeetingMatter, { params: at })) }
  }, [])
  const taking = useTask(
    ({ at, title }: { at: { town: string; id: string }; title: string }) =>
      takeWord(takeMinutes, at, `${title}纪要.docx`),
    () => undefined,
  )
  return (
    <Page>
      <Loaded state={state}>
        {({ at, title, minutes, checkCode }) =>
          minutes === null ? (
            <Empty>散会以后才有纪要，内容会按会上的记录写好。</Empty>
          ) : (
            <View className="stack">
              <View className="not-printed small-ways">
                <Button small busy={taking.busy} onTap={() => taking.run({ at, title })}>
                  {process.env.TARO_ENV === 'h5' ? '下载 Word' : '用 Word 打开'}
                </Button>
                <PrintButton />
                {taking.trouble ? <TroubleNotice trouble={taking.trouble} /> : null}
              </View>
              <PaperSheet paper={minutes} />
              {checkCode ? <View className="note">{`定稿校验码 ${checkCode}`}</View> : null}
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}
