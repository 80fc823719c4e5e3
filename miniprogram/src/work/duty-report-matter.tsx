import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  dutyReportSteps,
  type DutyReportView,
  showDutyReport,
} from '../../../shared/matters/duty-report/endpoints'
import { dutyReportTable, feedbackTitle } from '../../../shared/matters/duty-report/table'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** What the voters said of a report, and what the deputy answers, one after another. */
export const dutyReportMatter: MatterParts<DutyReportView> = {
  table: dutyReportTable,
  word: dutyReportTable.word,
  load: (town, id) => ask(showDutyReport, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(dutyReportSteps[step as 'respond'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof dutyReportSteps.respond>,
      key,
    }),
  head: ({ deputy, district, plain, waitsFor }) => ({
    over: [dutyReportTable.word, district.name],
    title: feedbackTitle(deputy.name),
    awaits: waitsFor === 'reportingDeputy' ? deputy.name : undefined,
    plain,
  }),
  eventWord: () => '宣布了评议结果',
  useForms: (_, { opinions }) => {
    // What waits stands first, and is picked already.
    const waiting = opinions.filter(({ answer }) => answer === null)
    const answered = opinions.filter(({ answer }) => answer !== null)
    const [next] = waiting
    return {
      initial: (step) =>
        (step === 'respond' || step === 'respondByWord') && next ? { opinionId: next.id } : {},
      lists: {
        asked: [...waiting, ...answered].map(({ id, text, answer }) => ({
          ...{ id, name: `${opinions.findIndex((one) => one.id === id) + 1}. ${text}` },
          note: answer === null ? '还没有回应' : '回应过了，可以改',
        })),
      },
    }
  },
  facts: ({ heldOn, presentVoters, result, letterNo, letterOn }) => [
    ['述职', heldOn && spokenDate(heldOn, today())],
    ['到会选民', presentVoters !== null && `${presentVoters} 人`],
    ['评议结果', result?.says],
    ['反馈函', letterOn && [spokenDate(letterOn, today()), letterNo].filter(Boolean).join('，')],
  ],
  below: ({ town, view }) => (
    <>
      {view.opinions.length === 0 ? null : <Heading>{`选民的意见 ${view.opinions.length} 条`}</Heading>}
      {view.opinions.map(({ id, text, answer, isPublic }, at) => (
        <Card key={id}>
          <Part label={`第 ${at + 1} 条`}>{text}</Part>
          <Part label="代表的回应">{answer ?? '还没有回应'}</Part>
          {view.state === 'closed' && answer !== null ? (
            <View className="note">{isPublic ? '公开了，谁都看得到' : '正在核对，核对好了才公开'}</View>
          ) : null}
        </Card>
      ))}
      <Card tight>
        <Cell
          label="打开这次述职评议会"
          note="述职稿、评议结果"
          onTap={() =>
            void Taro.navigateTo({
              url: `/desk/matter?kind=dutyReportMeeting&town=${town}&id=${view.meetingId}`,
            })
          }
        />
        {view.letterOn === null ? null : (
          <Cell
            label="打印"
            note="反馈函、选民意见回应"
            onTap={() => void Taro.navigateTo({ url: `/duty/feedback-papers?town=${town}&id=${view.id}` })}
          />
        )}
      </Card>
    </>
  ),
}
