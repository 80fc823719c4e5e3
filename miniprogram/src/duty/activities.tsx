import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listDeputies, listUnits } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { announceActivity, listActivities } from '../../../shared/matters/activity/endpoints'
import { activityKinds } from '../../../shared/matters/activity/kinds'
import { activityForm, activityTable } from '../../../shared/matters/activity/table'
import { deputyGroups } from '../../../shared/registers/deputy-groups'
import { addDays, spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
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
import { unitOption } from '../work/unit-option'
import { today } from '../work/words'

type Row = OutputOf<typeof listActivities>['items'][number]

/** A week is enough to tell everybody, also those without a phone. */
const daysAhead = 7

/** 代表活动: those that one is asked to; the office announces one for everybody, a leader one for the own group. */
export default function Activities() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const isOffice = rolesIn(await loadMe(), town).includes('congressOffice')
    const at = { params: { town } }
    const { leads } = await ask(listActivities, { ...at, query: {} })
    if (!isOffice && leads === null) return { town, lists: null, begins: {} }
    const [{ options }, { deputies }, { units }] = await Promise.all([
      isOffice ? ask(deputyGroups.endpoints.options, at) : { options: [] },
      ask(listDeputies, at),
      ask(listUnits, at),
    ])
    const group = leads === null || isOffice ? options : [{ ...leads, note: null }]
    const begins = isOffice
      ? { openTo: 'all' }
      : { activityKind: 'groupOuting', openTo: 'groups', groupIds: group.map(({ id }) => id) }
    const lists = { group, deputies: deputies.map(deputyOption), unit: units.map(unitOption) }
    return { town, lists, begins }
  }, [])
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listActivities, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <Notice>
        视察、调研、培训、外出考察都在这里：请到的代表回一声来不来，到了那天点一次名，履职档案里自己就有了。
      </Notice>
      <View className="section">
        <Loaded state={state}>
          {({ town, lists, begins }) =>
            lists === null ? (
              <></>
            ) : (
              <ActionBar
                keeps={{ about: `activities:${town}` }}
                steps={[{ name: 'announce', label: '发活动通知', tone: 'primary', input: activityForm }]}
                lists={lists}
                initial={() => ({ day: addDays(today(), daysAhead), ...begins })}
                take={(_, form, key) =>
                  ask(announceActivity, { params: { town }, input: form as never, key })
                }
                done={({ id }) => openMatter('activity', town, id)}
                stale={pages.reload}
              />
            )
          }
        </Loaded>
      </View>
      <MatterList kind="activity" pages={pages} labelOf={({ title }) => title} noteOf={noteOf}>
        还没有活动。有了通知，这里会列出来，也会发到消息里。
      </MatterList>
    </Page>
  )
}

const noteOf = ({ state, activityKind, day, place, asked, coming, waiting, came }: Row) =>
  [
    activityKinds[activityKind].word,
    activityTable.states[state].label,
    spokenDate(day, today()),
    place,
    came === null ? `请了 ${asked} 位，${coming} 位参加` : `到了 ${came} 位`,
    came === null && waiting > 0 && `${waiting} 位排队`,
  ]
    .filter(Boolean)
    .join(' · ')
