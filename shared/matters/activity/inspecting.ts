import * as z from 'zod/mini'
import { day, line, maybe, paragraph, picked, tick } from '../../grammar/fields'
import type { ActionRow } from '../../grammar/matter'
import { whoKeeps } from './joining'
import type { ActivityGate, ActivityParty, ActivityState } from './states'

const source =
  'Catalogue 103–108; 代表法 31: deputies ask, look and find; they promise nothing, order nothing and settle nothing'

const questions = paragraph('要问的问题，一行一个', 3000, { help: '例如：灭火器多久查一次？谁查的？' })

/** 视察、调研、执法检查: what is asked is listed before the day, and what was found is handed to a unit with a day. */
export const inspecting = {
  listQuestions: {
    label: '加要问的问题',
    tone: 'primary',
    by: ['expected', ...whoKeeps],
    moves: { planned: 'planned' },
    needs: ['inspects', 'takesPart'],
    input: z.strictObject({ questions }),
    tells: { expected: '{subject}要问的问题列好了（{count} 个），您还可以加。' },
    source: `${source}; at least three before the day`,
  },
  changeQuestions: {
    label: '改要问的问题',
    tone: 'quiet',
    by: whoKeeps,
    moves: { planned: 'planned' },
    needs: ['inspects'],
    input: z.strictObject({ questions }),
    tells: {},
    source,
  },
  standAside: {
    label: '回避',
    tone: 'quiet',
    by: ['expected'],
    moves: { planned: 'planned' },
    needs: ['inspects', 'takesPart'],
    input: z.strictObject({ concerned: tick('和我或者亲属有利害关系') }),
    tells: {
      congressOffice: '{other}回避：{subject}。',
      convener: '{other}回避：{subject}。',
    },
    readBy: whoKeeps,
    source: '代表法 59: nothing more is asked than that it is so',
  },
  noteFinding: {
    label: '记一条发现的问题',
    tone: 'primary',
    by: ['attendee', ...whoKeeps],
    moves: { held: 'held' },
    needs: ['inspects'],
    input: z.strictObject({
      site: maybe(line('在哪里', 60)),
      seen: paragraph('看到了什么', 500, { help: '不写群众的姓名和电话。' }),
      problem: line('是什么问题', 300),
      lawArticle: maybe(line('不符合哪一条', 60, { help: '没有的不用填。' })),
      unitId: picked('交给哪个单位', 'unit'),
      dueOn: day('到哪天改好', 'promised'),
    }),
    tells: {},
    source: `${source}; each finding goes to a unit, with a day`,
  },
  dropFinding: {
    label: '记错了，去掉一条',
    tone: 'quiet',
    by: whoKeeps,
    moves: { held: 'held' },
    needs: ['inspects', 'somethingFound'],
    input: z.strictObject({ findingId: picked('去掉哪一条', 'asked') }),
    tells: {},
    source,
  },
  settle: {
    label: '一项整改有了结果',
    tone: 'quiet',
    by: ['system'],
    moves: { reporting: { some: 'reporting', all: 'closed' } },
    decidedBy: ['rectified'],
    needs: [],
    input: z.strictObject({}),
    tells: { attendee: '{subject}提的 {count} 个问题都有结果了，您可以打开看。' },
    source: '代表法 31: what became of it is given back to those who came',
  },
} as const satisfies Record<string, ActionRow<ActivityState, ActivityParty, ActivityGate>>

/** So many questions before the day, and no more than that. */
export const fewestQuestions = 3
export const mostQuestions = 20
export const mostSites = 12
export const mostArticles = 20
export const mostFindings = 30

/** What was typed one a line. */
export const linesIn = (text: string | null | undefined) =>
  (text ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
