import * as z from 'zod/mini'
import { due, urgency } from '../grammar/due-fields'
import { categoryCode, choice, id, line, maybe } from '../grammar/fields'
import { cursor, get, pageOf, post } from '../grammar/endpoint'
import { anyMatterView } from '../grammar/matter-view'
import { parties, type Party } from '../words/parties'
import { kindNames } from '../matters/kinds'

/** The work of everybody: matters of every kind in which somebody is awaited. */
export const workLanes = { mine: '等我办', others: '等别人', ended: '已办完' } as const
export type WorkLane = keyof typeof workLanes

const kind = z.enum(kindNames)
const lane = z.enum(Object.keys(workLanes) as [WorkLane, ...WorkLane[]])

/** One row of a list, of whatever kind: the same for a suggestion, a message, a sentence to be checked. */
export const workRow = z.strictObject({
  kind,
  id: id(),
  version: z.int(),
  number: z.nullable(z.string()),
  title: z.string(),
  /** Whose it is, which kind: what the row says besides. */
  note: z.nullable(z.string()),
  unit: z.nullable(z.string()),
  village: z.nullable(z.string()),
  state: z.string(),
  /** The word of the state. */
  stateLabel: z.string(),
  /** Somebody said no there, and it is not done with yet. */
  saidNo: z.boolean(),
  /** Since when it stands there. */
  since: z.iso.datetime(),
  due: z.nullable(due),
  /** The instant from which it is late: a limit may count hours. */
  lateFrom: z.nullable(z.iso.datetime()),
  /** Whose turn it is; nobody where it has ended. */
  turn: z.nullable(z.enum(Object.keys(parties) as Party[])),
  turnLabel: z.nullable(z.string()),
  /** My next step, and the word on its button; none where it is not my turn. */
  next: z.nullable(z.strictObject({ step: z.string(), label: z.string() })),
  /** Where I open it on the phone. */
  page: z.string(),
})
export type WorkRow = z.output<typeof workRow>

/** What a list may be narrowed to. */
const filters = {
  kind: z.optional(kind),
  state: z.optional(z.string().check(z.regex(/^[a-zA-Z]{1,20}$/))),
  village: z.optional(id()),
  unit: z.optional(id()),
  category: z.optional(categoryCode()),
  /** Of the register: only where this person stands to it. */
  person: z.optional(id()),
  overdue: z.optional(z.literal('yes')),
}

export const listWork = get('/towns/:town/work', {
  who: 'person',
  says: '我的事：等我办的、等别人的、已经办完的，各种事放在一起，逾期的在前',
  query: z.strictObject({ lane, ...filters, cursor }),
  output: pageOf(workRow),
})

/** What the page of every kind of matter begins and ends with; what only one kind has comes from its own answers. */
export const showMatter = get('/towns/:town/matters/:kind/:id', {
  who: 'person',
  says: '一件事（任何一种）：到哪一步、等谁、我能做什么、经过',
  output: anyMatterView,
})

export const countWork = get('/towns/:town/work/counts', {
  who: 'person',
  says: '等我办的和等别人的各有几件：按种类和缓急分，最多数到 999',
  query: z.strictObject({}),
  output: z.strictObject({
    counts: z.array(z.strictObject({ lane: z.enum(['mine', 'others']), kind, urgency, count: z.int() })),
    /** A lane holds more than was counted. */
    more: z.strictObject({ mine: z.boolean(), others: z.boolean() }),
  }),
})
export type WorkCounts = z.output<typeof countWork.output>

/** What is looked for may be a name: it comes as a body, not in an address. */
export const searchWork = post('/towns/:town/work/search', {
  who: 'person',
  says: '按编号、标题里的字词、人名找我的事；两个字就能找',
  input: z.strictObject({
    words: line('要找的编号、字词或人名', 40),
    kind: maybe(
      choice(
        '哪一种事',
        Object.fromEntries(kindNames.map((name) => [name, name])) as Record<
          (typeof kindNames)[number],
          string
        >,
      ),
    ),
  }),
  output: z.strictObject({
    items: z.array(workRow),
    /** There are more: a further word narrows it. */
    more: z.boolean(),
  }),
})
