import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showAnnualReport } from '../../../shared/api/figures'
import { figureWords, handlingRates, resultRates, type Rate, spokenRate } from '../../../shared/rules/rates'
import { noResponseWord, outcomes, satisfactions } from '../../../shared/words/words'

export type AnnualReport = OutputOf<typeof showAnnualReport>

/** The numbers as sentences, in the order in which such reports give them; to be copied into one's own text. */
export function annualSentences(year: string, report: AnnualReport): string[] {
  const { received, total } = report
  const { counts, rates } = total
  return [
    `${year}年，共收到代表建议 ${received.submitted} 件，受理 ${received.accepted} 件，不予受理 ${received.notAccepted} 件，代表撤回 ${received.withdrawn} 件。`,
    `全年交办 ${counts.handedOver} 件，已答复 ${counts.replied} 件，办结 ${counts.closed} 件，其中${figureWords.solved} ${counts.solved} 件，${figureWords.confirmed} ${counts.confirmed} 件；${figureWords.inHand} ${counts.inHand} 件，其中${figureWords.overdue} ${counts.overdue} 件。`,
    sayRates(handlingRates, rates.handling),
    sayRates(resultRates, rates.result),
    `按最后一次答复分：${sayCounts(outcomes, report.outcomes)}。`,
    `代表对办理结果的评价：${sayCounts(satisfactions, report.ratings)}，${noResponseWord} ${counts.noResponse} 件。`,
    `承办较多的单位：${sayGroups(report.units)}。建议较多的类别：${sayGroups(report.categories)}。`,
  ]
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

const sayGroups = (groups: AnnualReport['units']) =>
  groups.length === 0
    ? '无'
    : groups
        .filter(({ partOf }) => partOf === null)
        .sort((one, other) => other.counts.handedOver - one.counts.handedOver)
        .slice(0, 5)
        .map(({ name, counts }) => `${name} ${counts.handedOver} 件`)
        .join('、')
