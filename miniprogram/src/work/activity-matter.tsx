import type { InputOf } from '../../../shared/grammar/endpoint'
import { listDeputies, listUnits } from '../../../shared/api/people'
import { activitySteps, type ActivityView, showActivity } from '../../../shared/matters/activity/endpoints'
import { activityKinds, openTo } from '../../../shared/matters/activity/kinds'
import { activityTable } from '../../../shared/matters/activity/table'
import { fewestQuestions } from '../../../shared/matters/activity/inspecting'
import { type JoinStanding, joinStandings } from '../../../shared/matters/activity/words'
import { rectificationTable } from '../../../shared/matters/rectification/table'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Card } from '../pieces/card'
import { Part } from '../pieces/part'
import { deputyOption } from './deputy-option'
import type { MatterParts } from './matter-parts'
import { unitOption } from './unit-option'
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
  useForms: (town, { actions, people, day, until, meetAt, place, questions, findings }) => {
    const keeps = actions.includes('callRoll') || actions.includes('amendRoll')
    const finds = actions.includes('noteFinding')
    const lists = useLoaded(async () => {
      const at = { params: { town } }
      const [{ deputies }, { units }] = await Promise.all([
        keeps ? ask(listDeputies, at) : { deputies: [] },
        finds ? ask(listUnits, at) : { units: [] },
      ])
      const known = new Set(people.map(({ id }) => id))
      return {
        deputies: deputies.filter(({ id }) => !known.has(id)).map(deputyOption),
        unit: units.map(unitOption),
      }
    }, [town, keeps, finds])
    const isCalled = people.some(({ came }) => came !== null)
    return {
      initial: (step) => {
        if (step === 'changeQuestions') return { questions: questions.join('\n') }
        if (step === 'move') return { day, until: until ?? '', meetAt, place }
        if (step !== 'callRoll' && step !== 'amendRoll') return {}
        const here = people.filter(({ came, joins }) => (isCalled ? came === true : joins === 'coming'))
        return { presentIds: here.map(({ id }) => id), source: 'clerk' }
      },
      lists: {
        ...lists.value,
        asked: findings.map(({ id, problem, unit }) => ({ id, name: problem, note: unit.name })),
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
    ['看哪个单位', view.unit?.name],
    ['检查哪部法', view.law && [view.law, view.articles.join('、')].join('：')],
    ['谁来', view.came === null && byWord(view.people)],
    ['谁到了', view.came !== null && byRoll(view)],
  ],
  below: ({ view }) => (
    <>
      <Inspected {...view} />
      {view.report === null ? null : (
        <Card>
          <Part label="活动报告">{view.report}</Part>
        </Card>
      )}
    </>
  ),
  gateWords: ({ questions }) => ({ missing: String(Math.max(0, fewestQuestions - questions.length)) }),
}

/** What is asked, where, and what was found. */
function Inspected({ sites, questions, findings, noFindingBecause }: ActivityView) {
  if (sites.length === 0) return null
  return (
    <Card>
      <Part label="看哪几处">{numbered(sites)}</Part>
      <Part label={`要问的问题 ${questions.length} 个`}>
        {questions.length === 0 ? `还没有列，至少 ${fewestQuestions} 个。` : numbered(questions)}
      </Part>
      {findings.map(({ id, site, seen, problem, lawArticle, unit, dueOn, state }, at) => (
        <Part key={id} label={`问题 ${at + 1}${site === null ? '' : `：${site}`}`}>
          {[
            `${problem}。看到：${seen}${lawArticle === null ? '' : `（${lawArticle}）`}`.replace(/。$/, ''),
            `交给${unit.name}，${spokenDate(dueOn, today())}前改好`,
            state !== null && `现在：${rectificationTable.states[state].label}`,
          ]
            .filter(Boolean)
            .join('。')}
        </Part>
      ))}
      {noFindingBecause === null ? null : <Part label="没有发现问题，因为">{noFindingBecause}</Part>}
    </Card>
  )
}

const numbered = (lines: readonly string[]) => lines.map((one, at) => `${at + 1}. ${one}`).join('\n')

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
