import type { Paper } from '../../papers/paper'
import { type Day, spokenDay } from '../../rules/days'
import type { AwardView } from './endpoints'
import { awardTitle } from './words'

/** What is printed of praise: the notice with all its names, and a certificate for each. */
export const awardPapers = { notice: '表彰公示', certificate: '荣誉证书' } as const
export type AwardPaper = keyof typeof awardPapers

const presidium = (town: string) => `${town}人民代表大会主席团`
const plain = { redHead: null, documentNo: null, mark: null, to: null }

/** 荣誉证书. */
export const certificatePaper = (view: AwardView, town: string): Paper => ({
  ...plain,
  title: '荣誉证书',
  documentNo: `证书号：${view.certificateNo ?? ''}`,
  to: view.whose,
  blocks: [
    { is: 'text', text: `被评为 ${awardTitle(view.year, view.title)}。` },
    { is: 'text', text: '特发此证，以资鼓励。' },
    { is: 'note', text: `依据：${view.decidedHow ?? ''}决定` },
    {
      is: 'close',
      lines: [presidium(town), view.decidedOn === null ? '' : spokenDay(view.decidedOn, '')],
    },
  ],
})

/** One line of a notice, as everyone reads it. */
export interface NoticeLine {
  whose: string
  deeds: string
}

/** 表彰公示, for the wall: in the order of the register. */
export const noticePaper = (
  { title, noticeTo, lines }: { title: string; noticeTo: Day; lines: readonly NoticeLine[] },
  town: string,
  today: Day,
): Paper => ({
  ...plain,
  title: `${title}公示`,
  blocks: [
    { is: 'text', text: `拟表彰的名单按名册的顺序公示如下，公示到${spokenDay(noticeTo, '')}。` },
    {
      is: 'table',
      head: ['序号', '名单', '事迹'],
      rows: lines.map(({ whose, deeds }, at) => [`${at + 1}`, whose, deeds]),
    },
    {
      is: 'text',
      text: '有意见的，公示期内写信、打电话、当面说都行，告诉镇人大办；意见查清、答复以后，再由主席团决定。',
    },
    { is: 'close', lines: [presidium(town), spokenDay(today, '')] },
  ],
})
