import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { askGroups } from '../../../shared/matters/group-question/endpoints'
import { listMeetingMatters, planBodyMeeting, planMeeting } from '../../../shared/matters/meeting/endpoints'
import { meetingTable } from '../../../shared/matters/meeting/table'
import { spokenTally } from '../../../shared/matters/meeting/words'
import { deputyGroups } from '../../../shared/registers/deputy-groups'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { ActionBar } from '../pieces/action-bar'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { MatterList } from '../work/matter-list'
import { MeetingLamps } from '../work/meeting-lamps'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

type Row = OutputOf<typeof listMeetingMatters>['items'][number]

/** 会议: of the groups, each quarter one, and of the congress and its presidium; for office and presidium all of them. */
export default function Meetings() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const roles = rolesIn(await loadMe(), town)
    const isOffice = roles.includes('congressOffice')
    const { options } = isOffice
      ? await ask(deputyGroups.endpoints.options, { params: { town } })
      : { options: [] }
    const { leads, plansBodies, items } = await ask(listMeetingMatters, { params: { town }, query: {} })
    // Of a quarter a group has one: there is nothing left to plan for it.
    const planned = new Set(
      items.filter(({ heldBy }) => heldBy >= today()).flatMap((each) => each.group?.id ?? []),
    )
    const group = options.filter(({ id }) => !planned.has(id))
    return { town, group, plansBodies, mayPlan: isOffice ? group.length > 0 : leads && planned.size === 0 }
  }, [])
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listMeetingMatters, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <Notice>
        小组每个季度一次，把收到、还没办完的意见逐条议一遍，说过话的群众都有回音；人代会和主席团会议先点名，人数够了才开会、表决。
      </Notice>
      <MeetingLamps town={params.town} />
      <View className="section">
        <Loaded state={state}>
          {({ town, group, mayPlan, plansBodies }) =>
            mayPlan || plansBodies ? (
              <ActionBar
                keeps={{ about: `meetings:${town}` }}
                steps={[
                  ...(mayPlan
                    ? [
                        {
                          name: 'plan',
                          label: '开这个季度的会',
                          tone: 'primary' as const,
                          input: planMeeting.input,
                        },
                      ]
                    : []),
                  ...(plansBodies
                    ? [
                        {
                          ...{ name: 'planBody', label: '安排人代会、主席团会议、别的会' },
                          ...{ tone: mayPlan ? ('quiet' as const) : ('primary' as const) },
                          input: planBodyMeeting.input,
                        },
                        {
                          ...{ name: 'askGroups', label: '请各组讨论一个题目', tone: 'quiet' as const },
                          input: askGroups.input,
                        },
                      ]
                    : []),
                ]}
                lists={{ group }}
                take={async (step, form, key) =>
                  step === 'askGroups'
                    ? {
                        kind: 'groupQuestion' as const,
                        ...(await ask(askGroups, {
                          params: { town },
                          input: form as InputOf<typeof askGroups>,
                          key,
                        })),
                      }
                    : step === 'planBody'
                      ? ask(planBodyMeeting, {
                          params: { town },
                          input: form as InputOf<typeof planBodyMeeting>,
                          key,
                        })
                      : ask(planMeeting, { params: { town }, input: form, key })
                }
                done={(made) => openMatter('kind' in made ? made.kind : 'meeting', town, made.id)}
                stale={pages.reload}
              />
            ) : (
              <></>
            )
          }
        </Loaded>
      </View>
      <MatterList kind="meeting" pages={pages} labelOf={({ title }) => title} noteOf={noteOf}>
        还没有开过会。组长点“开这个季度的会”，意见会自己列好。
      </MatterList>
    </Page>
  )
}

const noteOf = ({ state, day, place, expected, present, decided }: Row) =>
  [
    meetingTable.states[state].label,
    day && spokenDate(day, today()),
    place,
    present > 0 && `应到 ${expected}，到会 ${present}`,
    Object.keys(decided).length > 0 && spokenTally(decided),
  ]
    .filter(Boolean)
    .join(' · ')
