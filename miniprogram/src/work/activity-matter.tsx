import type { InputOf } from '../../../shared/grammar/endpoint'
import { listDeputies } from '../../../shared/api/people'
import { activitySteps, type ActivityView, showActivity } from '../../../shared/matters/activity/endpoints'
import { activityKinds, openTo } from '../../../shared/matters/activity/kinds'
import { activityTable } from '../../../shared/matters/activity/table'
import { type JoinStanding, joinStandings } from '../../../shared/matters/activity/words'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Card } from '../pieces/card'
import { Part } from '../pieces/part'
import { deputyOption } from './deputy-option'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** The page of an activity: what it is for, who comes, who came, and what was seen. */
export const activityMatter: MatterParts<ActivityView> = {
  table: activityTable,
  word: activityTable.word,
  load: (town, id) => ask(showActivity, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(activitySteps[step as 'callOff'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof activitySteps.callOff>,
      key,
    }),
  head: ({ activityKind, title, plain, state, group }) => ({
    over: [activityKinds[activityKind].word],
    title,
    who: [group?.name],
    tone: state === 'calledOff' ? 'calm' : undefined,
    plain,
  }),
  eventWord: () => '发活动通知',
  useForms: (town, { actions, people, day, until, meetAt, place }) => {
    const keeps = actions.includes('callRoll') || actions.includes('amendRoll')
    const lists = useLoaded(async () => {
      if (!keeps) return {}
      const { deputies } = await ask(listDeputies, { params: { town } })
      const known = new Set(people.map(({ id }) => id))
      return { deputies: deputies.filter(({ id }) => !known.has(id)).map(deputyOption) }
    }, [town, keeps])
    const isCalled = people.some(({ came }) => came !== null)
    return {
      initial: (step) => {
        if (step === 'move') return { day, until: until ?? '', meetAt, place }
        if (step !== 'callRoll' && step !== 'amendRoll') return {}
        const here = people.filter(({ came, joins }) => (isCalled ? came === true : joins === 'coming'))
        return { presentIds: here.map(({ id }) => id), source: 'clerk' }
      },
      lists: {
        ...lists.value,
        sitters: people.map(({ id, name, joins, leave }) => ({
          ...{ id, name },
          note: [joins === null ? '没回话' : joinStandings[joins], leave].filter(Boolean).join('：'),
        })),
      },
    }
  },
  facts: (view) => [
    [
      '时间',
      [
        view.until === null
          ? spokenDate(view.day, today())
          : `${spokenDate(view.day, today())}至${spokenDate(view.until, today())}`,
        view.meetAt,
      ].join(' '),
    ],
    ['集合地点', view.place],
    ['去做什么', view.purpose],
    ['请谁参加', `${openTo[view.openTo]}，请了 ${view.asked} 位`],
    ['位子', view.capacity !== null && `最多 ${view.capacity} 位`],
    ['回话期限', view.state === 'planned' && spokenDate(view.answerBy, today())],
    ['为什么通知得急', view.shortNoticeReason],
    ['谁来', view.came === null && byWord(view.people)],
    ['谁到了', view.came !== null && byRoll(view)],
  ],
  below: ({ view }) =>
    view.report === null ? null : (
      <Card>
        <Part label="活动报告">{view.report}</Part>
      </Card>
    ),
}

type People = ActivityView['people']

const named = (label: string, those: People) =>
  those.length === 0 ? [] : [`${label} ${those.length} 位：${those.map(({ name }) => name).join('、')}`]

/** `参加 3 位：…；排队等位子 1 位：…；还没回话 2 位：…`. */
const byWord = (people: People) =>
  [
    ...(Object.keys(joinStandings) as JoinStanding[]).flatMap((each) =>
      named(
        joinStandings[each],
        people.filter(({ joins }) => joins === each),
      ),
    ),
    ...named(
      '还没回话',
      people.filter(({ joins }) => joins === null),
    ),
  ].join('；')

/** Who was there; of the others no more than how many. */
function byRoll({ people, asked }: ActivityView) {
  const here = people.filter(({ came }) => came === true)
  return here.length === 0 ? '没有人到' : `请了 ${asked} 位，${named('到了', here).join('')}`
}
