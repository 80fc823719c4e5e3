import type { Paper } from '../../papers/paper'
import { type Day, spokenDay } from '../../rules/days'
import type { GroupQuestionView } from './endpoints'

type Answers = Pick<GroupQuestionView, 'question' | 'groups' | 'until'>
type Group = GroupQuestionView['groups'][number]

const present = ({ inFavour, against, noOpinion }: Group) =>
  (inFavour ?? 0) + (against ?? 0) + (noOpinion ?? 0)
const sum = (groups: readonly Group[], of: (group: Group) => number | null) =>
  groups.reduce((all, one) => all + (of(one) ?? 0), 0)

/** 小组意见汇总: one row a group, with the sums below; a group that has not answered says so. */
export const answersOfGroups = ({ question, groups, until }: Answers, town: string, today: Day): Paper => ({
  ...{ redHead: null, documentNo: null, mark: null, to: null },
  title: '小组意见汇总',
  blocks: [
    { is: 'text', text: `请各组讨论：${question}（${spokenDay(until, today)}前报）` },
    {
      is: 'table',
      head: ['小组', '到会', '赞成', '不赞成', '没有意见', '为什么', '建议'],
      rows: [
        ...groups.map((one) =>
          one.answered
            ? [
                ...[one.name, `${present(one)}`, `${one.inFavour}`, `${one.against}`, `${one.noOpinion}`],
                ...[one.reasons ?? '', one.proposals ?? ''],
              ]
            : [one.name, '还没有报', '', '', '', '', ''],
        ),
        [
          ...['合计', `${sum(groups, present)}`, `${sum(groups, (one) => one.inFavour)}`],
          ...[`${sum(groups, (one) => one.against)}`, `${sum(groups, (one) => one.noOpinion)}`, '', ''],
        ],
      ],
    },
    { is: 'close', lines: [`${town}人民代表大会主席团`, spokenDay(today, '')] },
  ],
})
