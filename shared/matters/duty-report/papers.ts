import type { Paper } from '../../papers/paper'
import { type Day, spokenDay } from '../../rules/days'
import type { DutyReportView } from './endpoints'

/** What is printed of a report after it was given, from what its page shows. */
export const feedbackPapers = { letter: '反馈函', answers: '选民意见回应' } as const
export type FeedbackPaper = keyof typeof feedbackPapers

const presidium = (town: string) => `${town}人民代表大会主席团`
const plain = { redHead: null, mark: null, to: null }

/** 反馈函, to the deputy: what the voters said, and until when it is answered. */
export function letterPaper(view: DutyReportView, town: string, today: Day): Paper {
  const { deputy, district, heldOn, presentVoters, result, letterNo, letterOn, answerBy, opinions } = view
  const day = heldOn === null ? '' : spokenDay(heldOn, '')
  return {
    ...plain,
    documentNo: letterNo,
    title: '述职评议反馈函',
    to: `${deputy.name}代表`,
    blocks: [
      {
        is: 'text',
        text: `${day}您向${district.name}的选民述职，到会选民 ${presentVoters ?? 0} 人。评议结果：${result?.says ?? ''}`,
      },
      { is: 'text', text: `会上会下，选民提了 ${opinions.length} 条意见：` },
      { is: 'text', text: opinions.map(({ text }, at) => `${at + 1}. ${text}`).join('\n') },
      {
        is: 'text',
        text: `请您${answerBy === null ? '' : `于${spokenDay(answerBy, '')}前`}一条一条回应，写下来、打电话告诉镇人大办都行。回应核对以后向选民公布。`,
      },
      { is: 'close', lines: [presidium(town), spokenDay(letterOn ?? today, '')] },
    ],
  }
}

/** 选民意见回应, for the wall of the village: what everyone may read, and nothing that is still looked at. */
export const answersPaper = (
  { deputy, district, opinions }: DutyReportView,
  town: string,
  today: Day,
): Paper => ({
  ...plain,
  documentNo: null,
  title: `${deputy.name}代表对选民意见的回应`,
  blocks: [
    { is: 'text', text: `${district.name}的选民在述职评议会上提的意见，代表回应如下。` },
    {
      is: 'table',
      head: ['意见', '回应'],
      rows: opinions.flatMap(({ text, answer, isPublic }) =>
        answer !== null && isPublic ? [[text, answer]] : [],
      ),
    },
    { is: 'close', lines: [presidium(town), spokenDay(today, '')] },
  ],
})
