import { type Day, spokenDay } from '../rules/days'
import { type Letterhead, type Paper, presidiumOf, redHeadOf } from './paper'
import type { OutputOf } from '../grammar/endpoint'
import type { showPublicReport } from '../api/figures'
import { type Counts, figureWords, handlingRates, resultRates, type Rate, spokenRate } from '../rules/rates'
import { noResponseWord, outcomes, satisfactions } from '../words/words'

/** What everyone may read of it has no categories: their names are the town's own business. */
export type AnnualReport = Omit<OutputOf<typeof showPublicReport>, 'given'> & {
  units: Group[]
  categories?: Group[]
}
interface Group {
  name: string
  counts: Counts
  partOf?: string | null
}

/** The numbers as sentences, in the order in which such reports give them; to be copied into one's own text. */
export function annualSentences(year: string, report: AnnualReport): string[] {
  const { received, total } = report
  const { counts, rates } = total
  return [
    `${year}年，共收到代表建议 ${received.submitted} 件，受理 ${received.accepted} 件，不予受理 ${received.notAccepted} 件，代表撤回 ${received.withdrawn} 件。`,
    `全年交办 ${counts.handedOver} 件，已答复 ${counts.replied} 件，办结 ${counts.closed} 件，其中${figureWords.solved} ${counts.solved} 件，${figureWords.confirmed} ${counts.confirmed} 件；${figureWords.inHand} ${counts.inHand} 件，其中${figureWords.overdue} ${counts.overdue} 件（${figureWords.longOverdue} ${counts.longOverdue} 件）。`,
    sayRates(handlingRates, rates.handling),
    sayRates(resultRates, rates.result),
    `按最后一次答复分：${sayCounts(outcomes, report.outcomes)}。`,
    `代表对办理结果的评价：${sayCounts(satisfactions, report.ratings)}，${noResponseWord} ${counts.noResponse} 件。`,
    `承办较多的单位：${sayGroups(report.units)}。${report.categories ? `建议较多的类别：${sayGroups(report.categories)}。` : ''}`,
  ]
}

const counted = ['handedOver', 'replied', 'closed', 'solved', 'confirmed', 'inHand', 'overdue'] as const

/**
 * 办理情况报告: the presidium to the congress, and to everyone (代表法 51 ¶3, catalogue 76). The same figures as the figures
 * page, under the same words, with how each rate is reckoned.
 */
export function annualPaper(year: string, report: AnnualReport, head: Letterhead, today: Day): Paper {
  const [received = '', handled = '', ...rest] = annualSentences(year, report)
  const rates = { ...handlingRates, ...resultRates }
  const units = report.units.filter(isOfItsOwn)
  return {
    redHead: redHeadOf(head, presidiumOf(head)),
    documentNo: null,
    mark: null,
    title: `${head.town}${year}年代表建议办理情况报告`,
    to: null,
    blocks: [
      { is: 'heading', text: '一、收到和办理的件数' },
      { is: 'text', text: `${received}\n${handled}` },
      { is: 'heading', text: '二、办得怎么样' },
      { is: 'text', text: rest.join('\n') },
      { is: 'heading', text: '三、各单位办理情况' },
      units.length === 0
        ? { is: 'text', text: '这一年没有交办的建议。' }
        : {
            is: 'table',
            head: ['单位', ...counted.map((name) => figureWords[name])],
            rows: units.map(({ name, counts }) => [name, ...counted.map((one) => String(counts[one]))]),
          },
      { is: 'heading', text: '四、各项比率怎样算' },
      {
        is: 'text',
        text: Object.values(rates)
          .map(({ label, formula }) => `${label}：${formula}。`)
          .join('\n'),
      },
      { is: 'close', lines: [presidiumOf(head), `统计到${spokenDay(today, '')}`] },
    ],
  }
}

const sayRates = <K extends string>(
  definitions: Readonly<Record<K, { label: string }>>,
  rates: Readonly<Record<K, Rate>>,
) =>
  (Object.keys(definitions) as K[])
    .map((name) => `${definitions[name].label} ${spokenRate(rates[name])}`)
    .join('，') + '。'

const sayCounts = <K extends string>(
  words: Readonly<Record<K, string>>,
  counts: Readonly<Record<K, number>>,
) => (Object.keys(words) as K[]).map((word) => `“${words[word]}”${counts[word]} 件`).join('，')

/** Not counted in another one already. */
const isOfItsOwn = ({ partOf = null }: Group) => partOf === null

const sayGroups = (groups: readonly Group[]) =>
  groups.length === 0
    ? '无'
    : groups
        .filter(isOfItsOwn)
        .sort((one, other) => other.counts.handedOver - one.counts.handedOver)
        .slice(0, 5)
        .map(({ name, counts }) => `${name} ${counts.handedOver} 件`)
        .join('、')
