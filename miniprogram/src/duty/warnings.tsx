import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listDeputies } from '../../../shared/api/people'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { listWarnings, proposeWarning, warningForm } from '../../../shared/matters/duty-warning/endpoints'
import { dutyWarningTable } from '../../../shared/matters/duty-warning/table'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { ActionBar } from '../pieces/action-bar'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { deputyOption } from '../work/deputy-option'
import { MatterList } from '../work/matter-list'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

type Row = OutputOf<typeof listWarnings>['items'][number]

/** 警示: facts are written down; whoever chairs asks the deputy first, or drops it. */
export default function Warnings() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const { deputies } = await ask(listDeputies, { params: { town } })
    return { town, deputy: deputies.map(deputyOption) }
  }, [])
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listWarnings, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <Notice>
        先写事实，主席看过、听过本人的说明，主席团全体成员过半数才能决定。不公开、不进档案、不算进任何数，到期自己结束。
      </Notice>
      <View className="section">
        <Loaded state={state}>
          {({ town, deputy }) => (
            <ActionBar
              keeps={{ about: `warnings:${town}` }}
              steps={[{ name: 'propose', label: '写下事实', tone: 'primary', input: warningForm }]}
              lists={{ deputy }}
              take={(_, form, key) =>
                ask(proposeWarning, { params: { town }, input: form as InputOf<typeof proposeWarning>, key })
              }
              done={({ id }) => {
                pages.reload()
                openMatter('dutyWarning', town, id)
              }}
            />
          )}
        </Loaded>
      </View>
      <MatterList kind="dutyWarning" pages={pages} labelOf={({ deputy }) => `${deputy}代表`} noteOf={noteOf}>
        没有。能当面谈的先当面谈，谈过了不用写在这里。
      </MatterList>
    </Page>
  )
}

const noteOf = ({ state, endsOn }: Row) =>
  [dutyWarningTable.states[state].label, endsOn && `到${spokenDay(endsOn, today())}`]
    .filter(Boolean)
    .join(' · ')
