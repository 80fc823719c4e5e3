import { promiseStandings } from '../../../shared/matters/suggestion/promise-standings'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { closedStates } from '../../../shared/matters/suggestion/state-lists'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { figureWords } from '../../../shared/rules/rates'
import {
  categories,
  commitmentResults,
  noResponseWord,
  outcomes,
  publicities,
  satisfactions,
  suggestionKinds,
} from '../../../shared/words/words'
import { isoInstant } from '../../database/sql'
import type { LedgerRow, RoundRow } from './rows'

/** What stands in a cell: words, a number, or a day. */
export type CellContent = string | number | { day: Day } | null

export interface LedgerColumn<Row> {
  heading: string
  width: number
  /** One of those that fit on A4. */
  brief?: true
  content: (row: Row) => CellContent
}

const dayOf = (raw: string | null): CellContent =>
  raw === null ? null : { day: beijingDay(new Date(isoInstant(raw))) }
const onDay = (day: Day | null): CellContent => (day === null ? null : { day })
/** The database joins names with commas. */
const names = (joined: string | null) => joined?.split(',').join('、') ?? null
/** A town that has not touched its categories has them under the words that every town begins with. */
const nameOf = (category: string) => (categories as Readonly<Record<string, string>>)[category] ?? category
const isClosed = ({ state }: LedgerRow) => closedStates.includes(state)

/** 台账 from left to right. */
export const ledgerColumns: readonly LedgerColumn<LedgerRow>[] = [
  { brief: true, heading: '编号', width: 12, content: ({ no }) => no },
  { brief: true, heading: '事由', width: 20, content: ({ subject }) => subject },
  { heading: '种类', width: 8, content: ({ kind }) => suggestionKinds[kind] },
  { brief: true, heading: '类别', width: 12, content: ({ category }) => category && nameOf(category) },
  {
    heading: '公开',
    width: 14,
    content: ({ publicity, confidential }) => (confidential === 1 ? '保密' : publicities[publicity]),
  },
  {
    heading: '重点建议',
    width: 18,
    content: ({ keyYear, leadingOfficial }) => keyYear && `${keyYear} 年，${leadingOfficial ?? ''}领办`,
  },
  { heading: '涉及村', width: 14, content: ({ village }) => village },
  { brief: true, heading: '领衔代表', width: 10, content: ({ leadDeputy }) => leadDeputy },
  { heading: '附议代表', width: 12, content: ({ coSigners }) => names(coSigners) },
  { heading: '提交日期', width: 12, content: ({ submittedAt }) => dayOf(submittedAt) },
  { heading: '受理日期', width: 12, content: ({ acceptedAt }) => dayOf(acceptedAt) },
  { brief: true, heading: '办理状态', width: 10, content: ({ state }) => suggestionStates[state].label },
  { brief: true, heading: '主办单位', width: 12, content: ({ unit }) => unit },
  { heading: '协办单位', width: 12, content: ({ coUnits }) => names(coUnits) },
  { brief: true, heading: '第几轮', width: 8, content: ({ currentRound }) => currentRound || null },
  { brief: true, heading: '交办日期', width: 12, content: ({ handedOverOn }) => onDay(handedOverOn) },
  { brief: true, heading: '答复期限', width: 12, content: ({ deadlineOn }) => onDay(deadlineOn) },
  { heading: '签收日期', width: 12, content: ({ receivedAt }) => dayOf(receivedAt) },
  { heading: '分管领导', width: 10, content: ({ leaderInCharge }) => leaderInCharge },
  { heading: '专办人员', width: 10, content: ({ handlerName }) => handlerName },
  { heading: '确认过的面商（次）', width: 12, content: ({ consultations }) => Number(consultations) },
  { brief: true, heading: '答复日期', width: 12, content: ({ repliedAt }) => dayOf(repliedAt) },
  {
    brief: true,
    heading: '按时答复',
    width: 10,
    content: ({ repliedAt, inTime }) => (repliedAt === null ? null : inTime === 1 ? '是' : '否'),
  },
  { brief: true, heading: '办理结果', width: 12, content: ({ outcome }) => outcome && outcomes[outcome] },
  {
    heading: figureWords.confirmed,
    width: 8,
    content: ({ outcome, confirmed }) =>
      confirmed === 1 ? figureWords.confirmed : outcome === 'solved' ? figureWords.solved : null,
  },
  { heading: '答复文号', width: 13, content: ({ documentNo }) => documentNo },
  { heading: '签发人', width: 10, content: ({ signer }) => signer },
  { heading: '公开的结果', width: 18, content: ({ publicResult }) => publicResult },
  {
    brief: true,
    heading: '对办理态度',
    width: 10,
    content: ({ attitude }) => attitude && satisfactions[attitude],
  },
  {
    brief: true,
    heading: '对办理结果',
    width: 10,
    content: (row) => (row.result ? satisfactions[row.result] : isClosed(row) ? noResponseWord : null),
  },
  { heading: '不满意的原因', width: 16, content: ({ reason }) => reason },
  { heading: '承诺事项', width: 16, content: ({ promise }) => promise },
  { heading: '承诺期限', width: 12, content: ({ promiseDueOn }) => onDay(promiseDueOn) },
  {
    heading: '承诺落实',
    width: 14,
    content: ({ promiseResult, promiseStanding }) =>
      promiseResult ? commitmentResults[promiseResult] : promiseStanding && promiseStandings[promiseStanding],
  },
  { heading: '主席团处理意见', width: 16, content: ({ conclusion }) => conclusion },
  {
    brief: true,
    heading: '办结日期',
    width: 12,
    content: (row) => (isClosed(row) ? dayOf(row.stateSince) : null),
  },
]

/** 各轮办理: each round under its own unit and its own clock. */
export const roundColumns: readonly LedgerColumn<RoundRow>[] = [
  { heading: '编号', width: 12, content: ({ no }) => no },
  { heading: '事由', width: 24, content: ({ subject }) => subject },
  { heading: '第几轮', width: 7, content: ({ roundNo }) => Number(roundNo) },
  { heading: '主办单位', width: 14, content: ({ unit }) => unit },
  { heading: '交办日期', width: 12, content: ({ handedOverOn }) => onDay(handedOverOn) },
  { heading: '答复期限', width: 12, content: ({ deadlineOn }) => onDay(deadlineOn) },
  { heading: '签收日期', width: 12, content: ({ receivedAt }) => dayOf(receivedAt) },
  { heading: '分管领导', width: 10, content: ({ leaderInCharge }) => leaderInCharge },
  { heading: '专办人员', width: 10, content: ({ handlerName }) => handlerName },
  { heading: '确认过的面商（次）', width: 10, content: ({ consultations }) => Number(consultations) },
  { heading: '答复日期', width: 12, content: ({ repliedAt }) => dayOf(repliedAt) },
  {
    heading: '按时答复',
    width: 8,
    content: ({ repliedAt, inTime }) => (repliedAt === null ? null : Number(inTime) === 1 ? '是' : '否'),
  },
  { heading: '办理结果', width: 14, content: ({ outcome }) => outcome && outcomes[outcome] },
  { heading: '答复文号', width: 16, content: ({ documentNo }) => documentNo },
  { heading: '签发人', width: 10, content: ({ signer }) => signer },
  { heading: '对办理态度', width: 10, content: ({ attitude }) => attitude && satisfactions[attitude] },
  { heading: '对办理结果', width: 10, content: ({ result }) => result && satisfactions[result] },
  { heading: '不满意的原因', width: 20, content: ({ reason }) => reason },
]
