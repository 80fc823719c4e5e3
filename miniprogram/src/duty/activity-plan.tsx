import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { listActivityPlans, planYear } from '../../../shared/matters/activity-plan/endpoints'
import { activityPlanTable } from '../../../shared/matters/activity-plan/table'
import { planTitle } from '../../../shared/matters/activity-plan/words'
import { mayDo } from '../../../shared/permissions'
import { ask } from '../client/ask'
import { rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { ActionBar } from '../pieces/action-bar'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

/** 年度活动计划: one a year. */
export default function ActivityPlans() {
  const { params } = useRouter()
  const me = useMe()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const { plans } = await ask(listActivityPlans, { params: { town } })
    return { town, plans }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, plans }) => (
          <View className="section stack">
            {mayDo('planYear', rolesIn(me, town)) ? (
              <ActionBar
                keeps={{ about: `plan-year:${town}` }}
                steps={[
                  {
                    name: 'plan',
                    label: '排一年的计划',
                    tone: 'primary',
                    confirm: '开始排',
                    input: planYear.input,
                  },
                ]}
                initial={() => ({ year: today().slice(0, 4) })}
                take={(_, form, key) =>
                  ask(planYear, { params: { town }, input: form as InputOf<typeof planYear>, key })
                }
                done={({ id }) => {
                  state.reload()
                  openMatter('activityPlan', town, id)
                }}
              />
            ) : null}
            {plans.length === 0 ? (
              <Empty>还没有计划。排好了、主席团定了，代表都看得到。</Empty>
            ) : (
              <Card tight>
                {plans.map(({ id, year, state: at }) => (
                  <Cell
                    key={id}
                    label={planTitle(year)}
                    note={activityPlanTable.states[at].label}
                    onTap={() => openMatter('activityPlan', town, id)}
                  />
                ))}
              </Card>
            )}
          </View>
        )}
      </Loaded>
    </Page>
  )
}
