import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import {
  appFeedbackForm,
  listMyAppFeedback,
  writeAppFeedback,
} from '../../../shared/matters/app-feedback/endpoints'
import { appFeedbackTable } from '../../../shared/matters/app-feedback/table'
import { feedbackAbouts } from '../../../shared/matters/app-feedback/words'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { ActionBar } from '../pieces/action-bar'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { MatterList } from '../work/matter-list'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

type Row = OutputOf<typeof listMyAppFeedback>['items'][number]

/** Whoever has something against the app itself says it here, to those who keep it. */
export default function AppFeedback() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const { to } = await ask(listMyAppFeedback, { params: { town }, query: {} })
    return { town, to }
  }, [])
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listMyAppFeedback, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <Loaded state={state}>
        {({ town, to }) => (
          <View className="section stack">
            <Notice>
              {`不好用、出错了、要您填得太多，都可以说。写给${to}，他们看不到是谁写的。村里、镇里的事，请在首页“我要说”里说。`}
            </Notice>
            <ActionBar
              keeps={{ about: `app-feedback:${town}` }}
              steps={[
                { name: 'write', label: '写意见', tone: 'primary', confirm: '送出', input: appFeedbackForm },
              ]}
              take={(_, form, key) =>
                ask(writeAppFeedback, {
                  params: { town },
                  input: form as InputOf<typeof writeAppFeedback>,
                  key,
                })
              }
              done={({ id }) => {
                pages.reload()
                openMatter('appFeedback', town, id)
              }}
            />
          </View>
        )}
      </Loaded>
      <MatterList
        kind="appFeedback"
        pages={pages}
        labelOf={({ about }) => feedbackAbouts[about]}
        noteOf={({ text, state: at, writtenOn }) =>
          [appFeedbackTable.states[at].label, spokenDay(writtenOn, today()), text].join(' · ')
        }
      >
        您还没有写过。
      </MatterList>
    </Page>
  )
}
