import type { Figures } from '../../../shared/api/figures'
import {
  figureWords,
  handlingRates,
  type FigureWord,
  type Rate,
  resultRates,
  spokenRate,
} from '../../../shared/rules/rates'
import type { LedgerColumn } from './columns'

interface Total {
  word: string
  count: string | number
  says: string
}

export const totalColumns: readonly LedgerColumn<Total>[] = [
  { heading: '项目', width: 26, content: ({ word }) => word },
  { heading: '数', width: 16, content: ({ count }) => count },
  { heading: '怎样算', width: 80, content: ({ says }) => says },
]

/** What the rows of the ledger are that no figure counts: they are named, so that the sum comes out. */
export interface Apart {
  rows: number
  dropped: number
  notHandedOver: number
}

/** The figures of the figures page for the same suggestions, under the same words. */
export const totalsOf = ({ counts, rates }: Figures, apart: Apart, said: readonly string[]): Total[] => [
  { word: '范围', count: said.length === 0 ? '全部' : '一部分', says: said.join('；') || '提交过的每一件' },
  {
    word: '台账里的件数',
    count: apart.rows,
    says: '等于还没有交办的、已撤回或不予受理的，加上交办的',
  },
  { word: '还没有交办', count: apart.notHandedOver, says: '提交了，还在审查、等交办，或者已并案' },
  { word: '已撤回、不予受理', count: apart.dropped, says: '不算进下面的数' },
  ...(Object.keys(figureWords) as FigureWord[]).map((name) => ({
    word: figureWords[name],
    count: counts[name],
    says: '和“数据与报表”同一个算法',
  })),
  ...ratesIn(handlingRates, rates.handling),
  ...ratesIn(resultRates, rates.result),
]

const ratesIn = <K extends string>(
  definitions: Readonly<Record<K, { label: string; formula: string }>>,
  rates: Readonly<Record<K, Rate>>,
): Total[] =>
  (Object.keys(definitions) as K[]).map((name) => ({
    word: definitions[name].label,
    count: spokenRate(rates[name]),
    says: definitions[name].formula,
  }))
