import { View } from '@tarojs/components'
import {
  planReportMeeting,
  type ReportPlanView,
  showReportPlan,
} from '../../../shared/matters/duty-report-meeting/endpoints'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Fold } from '../pieces/fold'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'

/** 年度安排: what is proposed for this year, and who is left in the term; in the order of the register, and of nothing else. */
export function ReportPlan({ town, planned }: { town: string; planned: () => void }) {
  const state = useLoaded(() => ask(showReportPlan, { params: { town }, query: {} }), [town])
  const { reload } = state
  const task = useTask(
    ({ year, id }: { year: number; id: string }, key) =>
      ask(planReportMeeting, { params: { town }, input: { planYear: year, electoralDistrictId: id }, key }),
    () => {
      reload()
      planned()
    },
  )
  return (
    <Loaded state={state}>
      {(plan) => (
        <View className="stack">
          <Heading>{`${plan.year} 年的安排`}</Heading>
          <View className="note">{spokenPlan(plan)}</View>
          {plan.says.map((sentence) => (
            <Notice key={sentence} tone="soon">
              {sentence}
            </Notice>
          ))}
          {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
          {plan.proposed.length === 0 ? null : (
            <Card tight>
              {plan.proposed.map(({ district, deputies }) => (
                <Cell key={district.id} label={`建议：${district.name}`} note={deputies.join('、')}>
                  <Button small busy={task.busy} onTap={() => task.run({ year: plan.year, id: district.id })}>
                    排进计划
                  </Button>
                </Cell>
              ))}
            </Card>
          )}
          {plan.later.length === 0 ? null : (
            <Fold title={`本届还没有安排的 ${countOf(plan.later)} 位，最晚排到 ${plan.lastYear} 年`}>
              <Card tight>
                {plan.later.map(({ district, deputies }) => (
                  <Cell key={district.id} label={district.name} note={deputies.join('、')} />
                ))}
              </Card>
            </Fold>
          )}
        </View>
      )}
    </Loaded>
  )
}

const countOf = (those: ReportPlanView['later']) =>
  those.reduce((sum, { deputies }) => sum + deputies.length, 0)

const spokenPlan = ({ quota, planned, coverage }: ReportPlanView) =>
  `今年应安排 ${quota} 位，已经排了 ${planned} 位；本届述过职的 ${coverage}。先排没有述过的选区，再排隔得最久的，整个选区一起。`
