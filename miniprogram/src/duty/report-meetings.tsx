import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import {
  listReportMeetings,
  planForm,
  planReportMeeting,
} from '../../../shared/matters/duty-report-meeting/endpoints'
import { reportMeetingTable } from '../../../shared/matters/duty-report-meeting/table'
import { mayDo } from '../../../shared/permissions'
import { electoralDistricts } from '../../../shared/registers/electoral-districts'
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
import { ReportPlan } from '../work/report-plan'
import { MatterList } from '../work/matter-list'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

type Row = OutputOf<typeof listReportMeetings>['items'][number]

/** 述职: which districts report in which year; for a deputy, the own report. */
export default function ReportMeetings() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const plans = mayDo('planReports', rolesIn(await loadMe(), town))
    const { options } = plans
      ? await ask(electoralDistricts.endpoints.options, { params: { town } })
      : { options: [] }
    return { town, plans, options }
  }, [])
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listReportMeetings, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <Notice>每位代表一届至少向选民述职一次，一年大约四分之一，整个选区一起。选民在会场评，不记名。</Notice>
      <View className="section">
        <Loaded state={state}>
          {({ town, plans, options }) =>
            plans ? (
              <View className="stack">
                <ReportPlan town={town} planned={pages.reload} />
                <ActionBar
                  keeps={{ about: `reportMeetings:${town}` }}
                  steps={[{ name: 'plan', label: '把别的选区排进计划', tone: 'quiet', input: planForm }]}
                  lists={{ district: options }}
                  initial={() => ({ planYear: today().slice(0, 4) })}
                  take={(_, form, key) =>
                    ask(planReportMeeting, { params: { town }, input: form as never, key })
                  }
                  done={({ id }) => openMatter('dutyReportMeeting', town, id)}
                  stale={pages.reload}
                />
              </View>
            ) : (
              <></>
            )
          }
        </Loaded>
      </View>
      <MatterList kind="dutyReportMeeting" pages={pages} labelOf={({ title }) => title} noteOf={noteOf}>
        还没有排述职。排进计划以后，这里会列出来，述职的代表会收到消息。
      </MatterList>
    </Page>
  )
}

const noteOf = ({ state, planYear, heldOn, place, deputies }: Row) =>
  [
    `${planYear} 年`,
    reportMeetingTable.states[state].label,
    heldOn && spokenDate(heldOn, today()),
    place,
    deputies.join('、'),
  ]
    .filter(Boolean)
    .join(' · ')
