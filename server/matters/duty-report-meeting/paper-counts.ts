import type { CountStanding, Ratings } from '../../../shared/matters/duty-report-meeting/words'
import { spokenDiffer, validIn } from '../../../shared/matters/duty-report-meeting/words'
import { wrongField } from '../../../shared/words/refusals'

/** What one teller has counted; kept as it was typed until the result. */
export interface PaperCount {
  returned: number
  spoiled: number
  counts: readonly (Ratings & { reportId: string })[]
}

interface Counting {
  paperSlips: number
  first: PaperCount | null
  second: PaperCount | null
  /** Of those who report here, in their order. */
  reports: readonly { id: string; name: string }[]
}

/** @throws Refusal `bad_input` where it cannot be so */
export function checkCount({ paperSlips, reports }: Counting, count: PaperCount) {
  const { returned, spoiled, counts } = count
  if (returned > paperSlips)
    throw wrongField('returned', `收回 ${returned} 张，多于发出的 ${paperSlips} 张，请重数。`)
  if (spoiled > returned) throw wrongField('spoiled', '废票比收回的还多，请重数。')
  for (const { id, name } of reports) {
    const votes = counts.find(({ reportId }) => reportId === id)
    if (votes === undefined) throw wrongField('counts', `还没有填${name}的三项。`)
    if (validIn(votes) > returned - spoiled)
      throw wrongField('counts', `${name}的三项加起来多于有效的票，请重数。`)
  }
  const known = new Set(reports.map(({ id }) => id))
  const isOnce = new Set(counts.map(({ reportId }) => reportId)).size === counts.length
  if (!isOnce || counts.some(({ reportId }) => !known.has(reportId)))
    throw wrongField('counts', '有的代表不在这次会上，请重新打开再填。')
}

const standing = (one: string | undefined, other: string | undefined): CountStanding => {
  if (one === undefined && other === undefined) return 'none'
  if (one === undefined || other === undefined) return 'one'
  return one === other ? 'same' : 'differs'
}

const papersIn = (count: PaperCount | null) => count && `${count.returned} ${count.spoiled}`
const votesOf = (count: PaperCount | null, id: string) => {
  const votes = count?.counts.find(({ reportId }) => reportId === id)
  return votes && `${votes.satisfied} ${votes.basicallySatisfied} ${votes.notSatisfied}`
}

/** How far the two are with the papers and with each report: never a number, so that the second counts for himself. */
export const paperStanding = ({ first, second }: Counting) =>
  standing(papersIn(first) ?? undefined, papersIn(second) ?? undefined)
export const reportStanding = ({ first, second }: Counting, id: string) =>
  standing(votesOf(first, id), votesOf(second, id))

/** What the two do not agree about, by name; undefined while one of them has not counted. */
export function differing(counting: Counting): string[] | undefined {
  if (counting.first === null || counting.second === null) return undefined
  return [
    ...(paperStanding(counting) === 'differs' ? ['收回和废票'] : []),
    ...counting.reports
      .filter(({ id }) => reportStanding(counting, id) === 'differs')
      .map(({ name }) => name),
  ]
}

/** Whether the result may be announced; where no paper was handed out, there is nothing to count. */
export const doCountsAgree = (counting: Counting) =>
  counting.paperSlips === 0 || differing(counting)?.length === 0

/** What to do first, for the sentence of the closed gate. */
export function spokenOpenCount(counting: Counting) {
  const differs = differing(counting)
  if (differs !== undefined && differs.length > 0) return spokenDiffer(differs)
  if (counting.first === null) return '还差第一位监票人录入。'
  return '还差第二位监票人录入。'
}
