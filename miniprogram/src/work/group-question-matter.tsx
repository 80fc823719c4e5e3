import Taro from '@tarojs/taro'
import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  groupQuestionSteps,
  type GroupQuestionView,
  showGroupQuestion,
} from '../../../shared/matters/group-question/endpoints'
import { groupQuestionTable } from '../../../shared/matters/group-question/table'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** One question to all groups: what each of them says, and the way to the table that is printed. */
export const groupQuestionMatter: MatterParts<GroupQuestionView> = {
  table: groupQuestionTable,
  word: groupQuestionTable.word,
  load: (town, id) => ask(showGroupQuestion, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(groupQuestionSteps[step as 'answer'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof groupQuestionSteps.answer>,
      key,
    }),
  head: ({ question, plain }) => ({ over: [groupQuestionTable.word], title: question, who: [], plain }),
  eventWord: () => '请各组讨论',
  useForms: (_, { groups }) => ({
    initial: () => ({}),
    lists: {
      group: groups.map(({ id, name, answered }) => ({ id, name, note: answered ? '报过了' : '还没有报' })),
    },
  }),
  facts: ({ until, groups }) => [
    ['哪天前', spokenDate(until, today())],
    ['报了几个', `${groups.filter(({ answered }) => answered).length} 个，共 ${groups.length} 个`],
  ],
  below: ({ town, view: { id, groups } }) => (
    <>
      <Card tight>
        <Cell
          label="小组意见汇总"
          note="一张表，可以打印"
          onTap={() => void Taro.navigateTo({ url: `/duty/group-answers?town=${town}&id=${id}` })}
        />
      </Card>
      <Heading>{`小组 ${groups.length} 个`}</Heading>
      <Card>
        {groups.map((one) => (
          <Part key={one.id} label={one.name}>
            {one.answered ? said(one) : '还没有报'}
          </Part>
        ))}
      </Card>
    </>
  ),
}

const said = ({ inFavour, against, noOpinion, reasons, proposals }: GroupQuestionView['groups'][number]) =>
  [
    `赞成 ${inFavour} 位，不赞成 ${against} 位，没有意见 ${noOpinion} 位。`,
    reasons && `为什么：${reasons}`,
    proposals && `建议：${proposals}`,
  ]
    .filter(Boolean)
    .join('\n')
