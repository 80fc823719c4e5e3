import { lastWords } from '../matters/suggestion/promise-standings'
import * as z from 'zod/mini'
import { fileView } from '../files'
import { id, line } from '../grammar/fields'
import type { SuggestionState } from '../matters/suggestion/states'
import { type Outcome, outcomes, type Satisfaction, satisfactions, type Step, steps } from '../words/words'
import { outcomeCard } from '../matters/suggestion/rounds'
import { tally } from '../matters/group-ballot/endpoints'
import { cursor, get, named, pageOf, post } from '../grammar/endpoint'
import type { FigureWord } from '../rules/rates'

/** The states that the public may see and filter by: from acceptance on. */
export const publicStates = [
  'accepted',
  'assigned',
  'returnRequested',
  'received',
  'handling',
  'extensionRequested',
  'replied',
  'evaluated',
  'reHandling',
  'tracking',
  'escalated',
  'closed',
  'archived',
  'withdrawn',
] as const satisfies readonly SuggestionState[]

/** Of the figures of a town those that everyone may open: the board shows exactly what each counts, and is public. */
export const boardFigures = ['inHand', 'closed', 'confirmed', 'overdue'] as const satisfies FigureWord[]
export type BoardFigure = (typeof boardFigures)[number]

const mark = z.nullable(z.enum(['A', 'B', 'C', 'D']))
const rating = z.enum(Object.keys(satisfactions) as Satisfaction[])

/** 五公开: item, unit, deadline, result, satisfaction; beside the opaque id only what residents say of the result. */
export const fiveDisclosures = z.strictObject({
  id: id(),
  /** 建议事项: the wording that the office cleared for the public. */
  item: z.string(),
  /** 承办单位: the lead unit; null until it is assigned. */
  unit: z.nullable(z.string()),
  /** 办结时限 of the current round. */
  deadline: z.nullable(
    z.strictObject({
      on: z.iso.date(),
      /** 暂定: the official list of holidays of that year is not out yet. */
      tentative: z.boolean(),
      /** `met`: a reply was given. `longOverdue`: late by more days than the town's rule. */
      /** And `awaitsDeputy`: the unit has met the deputy and can do nothing before the deputy's word. */
      standing: z.enum(['inTime', 'dueSoon', 'overdue', 'longOverdue', 'awaitsDeputy', 'met']),
    }),
  ),
  /** 办理结果: where it stands, and the outcome once there is a reply. */
  result: z.strictObject({
    state: z.enum(publicStates),
    outcome: z.nullable(z.enum(Object.keys(outcomes) as Outcome[])),
    sentence: z.nullable(z.string()),
    /** The letter of its class, where the town shows them. */
    mark,
    /** 办成: others than the unit say so as well. */
    confirmed: z.boolean(),
    /** What came of the promise in the reply; `sentence` is the one about it then, where the unit has reported. */
    promise: z.nullable(z.enum(lastWords)),
  }),
  /** 代表满意度; `noResponse` when the deputy let the time pass; null until it is known. */
  satisfaction: z.nullable(
    z.union([z.strictObject({ attitude: rating, result: rating }), z.literal('noResponse')]),
  ),
  /** How many of the residents behind it said what; beside the deputy's word, never added to it. */
  residents: z.nullable(tally),
})
export type FiveDisclosures = z.output<typeof fiveDisclosures>

export const showBoard = get('/towns/:town/board', {
  who: 'anyone',
  says: '建议办理公开栏，新的在前',
  query: z.strictObject({
    state: z.optional(z.enum(publicStates, '没有这种办理状态，请重新选择。')),
    figure: z.optional(z.enum(boardFigures, '没有这种办理情况，请重新选择。')),
    village: z.optional(id()),
    cursor,
  }),
  output: pageOf(fiveDisclosures),
})

/** Looked for in what is public alone: the item, the unit, the village, the number. */
export const searchBoard = post('/towns/:town/board/search', {
  who: 'anyone',
  says: '在公开栏里按事项、单位、村、编号里的字词找，新的在前',
  input: z.strictObject({
    words: line('要找的字词', 80),
    figure: z.optional(z.enum(boardFigures)),
    cursor,
  }),
  output: pageOf(fiveDisclosures),
})

export const timelineStep = z.strictObject({
  on: z.iso.date(),
  line: z.string(),
  step: z.enum(Object.keys(steps) as Step[]),
})

export const showBoardItem = get('/towns/:town/board/:id', {
  who: 'anyone',
  says: '一件建议的五公开和办理经过',
  output: z.strictObject({
    ...fiveDisclosures.shape,
    step: z.enum(Object.keys(steps) as Step[]),
    plain: z.string(),
    /** 重点建议 of which year, and who leads it; a mark beside the five disclosures. */
    key: z.nullable(z.strictObject({ year: z.int(), leader: z.string() })),
    /** What it was praised as, the latest first: `优秀建议`. */
    awards: z.array(z.strictObject({ year: z.int(), title: z.string() })),
    /** Which village it is about; its deputies hear more of it. */
    village: z.nullable(named),
    /** Where the deputy agreed to have it published, and the office has seen that it names no third person. */
    text: z.nullable(z.strictObject({ facts: z.string(), proposal: z.string() })),
    /** Of the reply: the place before and after. */
    /** What one can go and see where the unit says that it is solved. */
    toSee: z.nullable(z.string()),
    /** What came of it and what it took, where it can be measured. */
    card: z.strictObject(outcomeCard),
    photosBefore: z.array(id()),
    photosAfter: z.array(id()),
    /** How many more there are that are not checked yet. */
    photosBeingChecked: z.strictObject({ before: z.int(), after: z.int() }),
    /** Files of the reply that everyone may take. */
    files: z.array(fileView),
    timeline: z.array(timelineStep),
  }),
})
