import type { Paper } from '../../papers/paper'
import { type Day, spokenDate } from '../../rules/days'
import type { ReportMeetingView } from './endpoints'
import { ratings, ratingWords, spokenTooFewVoters } from './words'

/** What is printed for a meeting at which deputies report, from what its page shows. */
export const reportPapers = {
  notice: '述职公告',
  slips: '纸质表决票',
  countSheet: '计票单',
  result: '结果公告',
} as const
export type ReportPaper = keyof typeof reportPapers

const presidium = (town: string) => `${town}人民代表大会主席团`
const namesOf = ({ reports }: ReportMeetingView) => reports.map(({ deputy }) => deputy.name).join('、')
const hereIn = ({ reports }: ReportMeetingView) => reports.filter(({ here }) => here !== false)

/** 述职公告, for the wall of the village. */
export function noticePaper(view: ReportMeetingView, town: string, today: Day): Paper {
  const { district, heldOn, startsAt, place, chair } = view
  return {
    ...plain,
    title: `${district.name}代表向选民述职公告`,
    blocks: [
      {
        is: 'text',
        text: '代表由选民选出，向选民报告履职情况，听选民的意见。欢迎本选区的选民参加，意见写的、说的都行。',
      },
      {
        is: 'grid',
        rows: [
          ['选区', district.name],
          ['时间', heldOn === null ? '' : `${spokenDate(heldOn, today)} ${startsAt ?? ''}`],
          ['地点', place ?? ''],
          ['述职代表', namesOf(view)],
          ['主持人', chair?.name ?? ''],
        ],
      },
      {
        is: 'text',
        text: '到会的选民不记名评议：满意、基本满意、不满意。手机和纸质票一样算，结果当场宣布。',
      },
      { is: 'close', lines: [presidium(town), spokenDate(today, '')] },
    ],
  }
}

/** 计票单: two tellers write on one each, and sign it. */
export const countSheetPaper = (view: ReportMeetingView, teller: string): Paper => ({
  ...plain,
  title: `${view.title}计票单`,
  blocks: [
    {
      is: 'grid',
      rows: [
        ['到会选民', view.presentVoters === null ? '' : `${view.presentVoters} 人`],
        ['发出纸质票', view.paperSlips === null ? '' : `${view.paperSlips} 张`],
        ['收回', ''],
        ['其中废票', ''],
      ],
    },
    {
      is: 'table',
      head: ['述职代表', ...ratings.map((one) => ratingWords[one])],
      rows: hereIn(view).map(({ deputy }) => [deputy.name, '', '', '']),
    },
    { is: 'note', text: '空着没有选的不算废票。两位监票人各数各的，数完再对。' },
    { is: 'close', lines: [`监票人（签名）：${teller}`, '年　　月　　日　　时　　分'] },
  ],
})

/** 结果公告: in the order of the register, whatever the numbers are. */
export const resultPaper = (view: ReportMeetingView, town: string, today: Day): Paper => ({
  ...plain,
  title: `${view.title}结果公告`,
  blocks: [
    {
      is: 'text',
      text: [
        `${view.heldOn === null ? '' : spokenDate(view.heldOn, '')}，${view.district.name}的代表在${view.place ?? ''}向选民述职。`,
        spokenTooFewVoters(view.presentVoters ?? 0) ?? `到会选民 ${view.presentVoters ?? 0} 人。`,
      ].join(''),
    },
    {
      is: 'grid',
      rows: view.reports.flatMap(({ deputy, result }): [string, string][] =>
        result === null ? [] : [[`${deputy.name}代表`, result.says]],
      ),
    },
    { is: 'close', lines: [presidium(town), spokenDate(today, '')] },
  ],
})

const plain = { redHead: null, documentNo: null, mark: null, to: null }
