import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { showTown } from '../../../shared/api/towns'
import { showGroupQuestion } from '../../../shared/matters/group-question/endpoints'
import { answersOfGroups } from '../../../shared/matters/group-question/paper'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PaperSheet } from '../work/paper-sheet'
import { today } from '../work/words'

/** 小组意见汇总: what all groups say to one question, in one table that is printed. */
export default function GroupAnswers() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [view, { name }] = await Promise.all([
      ask(showGroupQuestion, { params: { town, id: params.id ?? '' } }),
      ask(showTown, { params: { town } }),
    ])
    return { view, name }
  }, [])
  return (
    <Page>
      <View className="not-printed">
        <PrintButton />
      </View>
      <Loaded state={state}>
        {({ view, name }) => <PaperSheet paper={answersOfGroups(view, name, today())} />}
      </Loaded>
    </Page>
  )
}
