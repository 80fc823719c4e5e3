import { View } from '@tarojs/components'
import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  activityPlanSteps,
  type ActivityPlanView,
  showActivityPlan,
} from '../../../shared/matters/activity-plan/endpoints'
import { activityPlanTable } from '../../../shared/matters/activity-plan/table'
import { plannedKinds, planTitle, spokenMonths } from '../../../shared/matters/activity-plan/words'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { Heading } from '../pieces/heading'
import { PrintButton } from '../pieces/print-button'
import { type Column, Table } from '../pieces/table'
import type { MatterParts } from './matter-parts'
import { today } from './words'

type Item = ActivityPlanView['items'][number]

/** 年度活动计划: each line with what was done of it, which nobody typed. */
export const activityPlanMatter: MatterParts<ActivityPlanView> = {
  table: activityPlanTable,
  word: activityPlanTable.word,
  load: (town, id) => ask(showActivityPlan, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(activityPlanSteps[step as 'addItem'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof activityPlanSteps.addItem>,
      key,
    }),
  head: ({ year, plain }) => ({ over: [], title: planTitle(year), plain }),
  eventWord: () => '开始排',
  useForms: (_, { items }) => ({
    lists: {
      asked: items.map(({ id, title, kind, firstMonth, lastMonth }) => ({
        ...{ id, name: title },
        note: `${plannedKinds[kind]}，${spokenMonths(firstMonth, lastMonth)}`,
      })),
    },
  }),
  facts: ({ says, decidedHow }) => [
    ['办了多少', says],
    ['怎么定的', decidedHow],
  ],
  below: ({ view: { year, items, unplanned, changed } }) => (
    <View className="stack">
      {items.length === 0 ? null : (
        <>
          <Table
            said={`${planTitle(year)}，${items.length} 项`}
            columns={columns}
            rows={items}
            keyOf={({ id }) => id}
          />
          <View className="not-printed">
            <PrintButton />
          </View>
        </>
      )}
      {unplanned.length === 0 ? null : (
        <>
          <Heading>{`计划外 ${unplanned.length} 次`}</Heading>
          {unplanned.map(({ kind, on }, at) => (
            <View key={at}>{`${spokenDate(on, today())} ${plannedKinds[kind]}`}</View>
          ))}
        </>
      )}
      {changed.length === 0 ? null : (
        <>
          <Heading>改过的</Heading>
          {changed.map(({ id, title, times, why }) => (
            <View key={id}>{`原来是：${title}，${times} 次。${why}`}</View>
          ))}
        </>
      )}
    </View>
  ),
}

const columns: readonly Column<Item>[] = [
  { key: 'title', head: '做什么', cell: ({ title }) => title },
  { key: 'kind', head: '哪一种', cell: ({ kind }) => plannedKinds[kind], whole: true },
  {
    key: 'months',
    head: '几月',
    cell: ({ firstMonth, lastMonth }) => spokenMonths(firstMonth, lastMonth),
    whole: true,
  },
  { key: 'times', head: '计划', cell: ({ times }) => `${times} 次`, tight: true },
  { key: 'done', head: '办了', cell: ({ done }) => `${done} 次`, tight: true },
  {
    key: 'missed',
    head: '过了没办',
    cell: ({ missed, because }) => [`${missed} 次`, because].filter(Boolean).join('：'),
  },
]
