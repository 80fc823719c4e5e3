import * as z from 'zod/mini'
import { categoryCode, day, id, maybe } from '../grammar/fields'
import { type Party, parties } from '../words/parties'
import { type Counts, counted, handlingRates, resultRates } from '../rules/rates'
import { type SuggestionState, suggestionStates } from '../matters/suggestion/states'
import { type Outcome, outcomes, type Satisfaction, satisfactions } from '../words/words'
import { cursor, get, pageOf, post } from '../grammar/endpoint'
import { paper, word } from '../papers/paper'

const recordOf = <K extends string, S extends z.ZodMiniType>(names: readonly K[], value: S) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<K, S>)
const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

const rate = z.strictObject({ of: z.int(), among: z.int() })
/** `handling`, and `result` in one piece: 解决率, 办成率 and 满意率 never come apart. */
const rates = z.strictObject({
  handling: recordOf(keys(handlingRates), rate),
  result: recordOf(keys(resultRates), rate),
})

/** By what the figures may be told apart. The server says for each how it is read. */
export const groupings = {
  unit: '按单位',
  village: '按村',
  category: '按类别',
  session: '按会次',
  year: '按年份',
} as const
export type Grouping = keyof typeof groupings

const figures = z.strictObject({
  counts: recordOf(counted as readonly (keyof Counts)[], z.int()),
  rates,
})
export type Figures = z.output<typeof figures>

const figureGroup = z.strictObject({
  key: z.string(),
  name: z.string(),
  /** The group that this one is counted in as well: a category under another. */
  partOf: z.nullable(z.string()),
  ...figures.shape,
})
export type FigureGroup = z.output<typeof figureGroup>

/** First and last day of hand-over. */
const period = { from: maybe(day('从哪天', 'counted')), to: maybe(day('到哪天', 'counted')) }

export const showFigures = get('/towns/:town/figures', {
  who: 'followFigures',
  says: '建议办理的各项比率：按交办日期选时段，按单位、类别、会次或年份分开',
  query: z.strictObject({
    by: z.optional(z.enum(keys(groupings), '没有这种分法，请重新选择。')),
    ...period,
  }),
  output: z.strictObject({ total: figures, groups: z.array(figureGroup) }),
})

/** What a chair looks at each month, each figure with what it was and what lies behind it. */
export const showMonth = get('/towns/:town/figures/month', {
  who: 'keepLedger',
  says: '主席团一个月看一次的数：在办、逾期、解决和满意、承诺、没有动静，和上个月比；还有群众等回复的件数',
  query: z.strictObject({}),
  output: z.strictObject({
    /** The same day of the month before: since then is what is new. */
    since: z.iso.date(),
    inHand: z.int(),
    inHandThen: z.int(),
    overdue: z.int(),
    /** Of these, what became late since. */
    overdueNew: z.int(),
    solved: rate,
    satisfied: rate,
    closedNew: z.int(),
    promisesLate: z.int(),
    promisesLateNew: z.int(),
    /** Untouched for thirty days. */
    still: z.int(),
    /** How many days the oldest of them lies; 0 where there is none. */
    stillDays: z.int(),
    /** Residents who wait for a word of their deputy or of the office; how many of them too long. Whose they are is not said. */
    waiting: z.int(),
    waitingLate: z.int(),
    /** How many days the first of these is late; 0 where none is. */
    waitingDays: z.int(),
  }),
})
export type Month = z.output<typeof showMonth.output>

export const showToldFigures = get('/towns/:town/figures/told', {
  who: 'keepLedger',
  says: '告诉到人：最近 12 个月群众的事办结了几件，几件告诉了，几件告诉不到，几件还没告诉',
  query: z.strictObject({}),
  output: z.strictObject({
    since: z.iso.date(),
    ended: z.int(),
    told: z.int(),
    unreachable: z.int(),
    open: z.int(),
  }),
})
export type ToldFigures = z.output<typeof showToldFigures.output>

export const showCountyFigures = get('/counties/:county/figures', {
  who: 'account',
  says: '县人大看全县各乡镇的各项比率，一镇一行；静的村只有几个，没有名字',
  query: z.strictObject(period),
  output: z.strictObject({
    total: figures,
    groups: z.array(figureGroup),
    /** 静的村 (field note M2): of each town how many villages are silent of how many; never which. */
    silence: z.array(
      z.strictObject({
        id: id(),
        name: z.string(),
        /** Null where too few spoke in the whole town. */
        counted: z.nullable(z.strictObject({ silent: z.int(), villages: z.int() })),
      }),
    ),
  }),
})

/** A suggestion that is not ended, by how long nobody has touched it. */
export const ageingRow = z.strictObject({
  id: id(),
  no: z.nullable(z.string()),
  subject: z.string(),
  state: z.enum(keys<SuggestionState>(suggestionStates)),
  unit: z.nullable(z.string()),
  waitsFor: z.nullable(z.enum(keys<Party>(parties))),
  overdue: z.boolean(),
  touchedOn: z.iso.date(),
  days: z.int(),
  /** How often somebody was reminded of it, and the last time. */
  reminders: z.int(),
  remindedOn: z.nullable(z.iso.date()),
})
export type AgeingRow = z.output<typeof ageingRow>

export const listAgeing = get('/towns/:town/figures/ageing', {
  who: 'keepLedger',
  says: '没有动静的建议：超过若干天没有人办过一步，最久的在前',
  query: z.strictObject({
    days: z.optional(z.string().check(z.regex(/^\d{1,3}$/, '天数请填 0 到 999。'))),
    cursor,
  }),
  output: pageOf(ageingRow),
})

const ofYear = z.strictObject({ year: z.string().check(z.regex(/^20\d\d$/, '年份请写成“2026”这样。')) })

/** What everyone may read of a year. */
const yearly = {
  /** Suggestions handed in during the year, and what the congress decided about them. */
  received: z.strictObject({
    submitted: z.int(),
    accepted: z.int(),
    notAccepted: z.int(),
    withdrawn: z.int(),
  }),
  /** Of those handed over during the year. */
  total: figures,
  outcomes: recordOf(keys<Outcome>(outcomes), z.int()),
  ratings: recordOf(keys<Satisfaction>(satisfactions), z.int()),
}

export const showAnnualReport = get('/towns/:town/figures/annual', {
  who: 'followFigures',
  says: '一年办理情况报告要用的数',
  query: ofYear,
  output: z.strictObject({
    ...yearly,
    units: z.array(figureGroup),
    categories: z.array(figureGroup),
    /** Each time that it was given to the congress, the last one first. */
    given: z.array(z.strictObject({ id: id(), on: z.iso.date() })),
  }),
})

export const giveReport = post('/towns/:town/given-reports', {
  who: 'keepLedger',
  says: '把一年的办理情况报告按今天的样子定稿：以后公开页面和 Word 都是这一份',
  input: ofYear,
  output: z.strictObject({ id: id(), on: z.iso.date() }),
})

export const takeAnnualReport = get('/towns/:town/figures/annual/word', {
  who: 'followFigures',
  says: '办理情况报告，Word 文件；写了哪一次定稿的，是那一天的样子',
  query: z.extend(ofYear, { given: z.optional(id()) }),
  mediaType: word,
  output: z.unknown(),
})

/** 代表法 51 ¶3: the report is published. Whose suggestions they were is not in it. */
export const showPublicReport = get('/towns/:town/annual-report', {
  who: 'anyone',
  says: '一年的办理情况报告，公开',
  query: ofYear,
  output: z.strictObject({
    ...yearly,
    /** Each with those that went into it. */
    units: z.array(z.strictObject({ name: z.string(), ...figures.shape })),
    /** As it was given to the congress; null while it was not. */
    given: z.nullable(z.strictObject({ on: z.iso.date(), paper })),
  }),
})

/** Which columns a ledger has: those that fit on A4, or all of them. */
export const ledgerWidths = { brief: '常用的栏（A4 横向）', all: '全部的栏（A3 横向）' } as const
export type LedgerWidth = keyof typeof ledgerWidths

/** Which suggestions; whoever says nothing gets all. By the day of hand-over there are only those handed over. */
const narrowed = {
  session: z.optional(id()),
  unit: z.optional(id()),
  category: z.optional(categoryCode()),
  state: z.optional(z.enum(keys<SuggestionState>(suggestionStates), '没有这种办理状态，请重新选择。')),
  columns: z.optional(z.enum(keys<LedgerWidth>(ledgerWidths), '没有这样的栏目，请重新选择。')),
  ...period,
}
export type LedgerAsked = z.output<z.ZodMiniObject<typeof narrowed>>

/**
 * An .xlsx of everything handed in, one row a suggestion, then one a round, and the figures of the same; nothing about
 * residents is in it.
 */
export const exportLedger = get('/towns/:town/ledger', {
  who: 'keepLedger',
  says: '建议台账，电子表格：一件一行、一轮一行和合计，可以按会次、单位、类别、状态和交办日期选',
  query: z.strictObject(narrowed),
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  output: z.unknown(),
})
