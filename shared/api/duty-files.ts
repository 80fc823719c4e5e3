import * as z from 'zod/mini'
import { type DutyKindName, dutyKindNames } from '../duty/kinds'
import { type DutyPart, dutyParts } from '../duty/parts'
import { get } from '../grammar/endpoint'
import { id } from '../grammar/fields'

export const dutyKind = z.enum(dutyKindNames as [DutyKindName, ...DutyKindName[]])

/** One thing that a deputy did. Nobody writes it: it is read from where it was done. */
const dutyLine = z.strictObject({
  kind: dutyKind,
  /** The day on which it was done, whenever that was written down. */
  on: z.iso.date(),
  title: z.nullable(z.string()),
  note: z.nullable(z.string()),
  /** Who called together, where that was neither the town nor what the kind itself says. */
  organiser: z.nullable(z.string()),
  /** 接待 or 走访: how many people. */
  measure: z.nullable(z.int()),
  /** Why it does not count, or not yet. */
  pending: z.nullable(z.string()),
  /** Who wrote it down, where that was another. */
  typedBy: z.nullable(z.string()),
  /** Where it stands: a kind of matter or a register, and which one. Of others' files nothing is opened. */
  source: z.nullable(z.strictObject({ of: z.string(), id: id() })),
})
export type DutyLine = z.output<typeof dutyLine>

/** How many lines of a kind count, and of how many people. */
export const countedKind = z.strictObject({ kind: dutyKind, lines: z.int(), measure: z.nullable(z.int()) })

export const fileFields = {
  person: z.strictObject({ id: id(), name: z.string(), group: z.nullable(z.string()) }),
  /** 基本情况, as the register has it. */
  facts: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  from: z.iso.date(),
  to: z.iso.date(),
  parts: z.array(
    z.strictObject({
      part: z.enum(Object.keys(dutyParts) as DutyPart[]),
      lines: z.array(dutyLine),
      counted: z.array(countedKind),
      /** How many stand in the own file alone. */
      hidden: z.int(),
    }),
  ),
}
const dutyFile = z.strictObject(fileFields)
export type DutyFile = z.output<typeof dutyFile>

/** Closed, over the days on which things were done; this year where nothing is said. */
const period = z.strictObject({
  from: z.optional(z.iso.date('日期要写成“2026-01-01”这样。')),
  to: z.optional(z.iso.date('日期要写成“2026-12-31”这样。')),
})

export const showOwnDutyFile = get('/towns/:town/duty-files/mine', {
  who: 'followOwnDuties',
  says: '我的履职档案：做过的每一件事自己就在里面，一件一条，按哪天做的算',
  query: period,
  output: z.strictObject({
    ...fileFields,
    /** Leads the group, and reads the files of its deputies. */
    leads: z.boolean(),
  }),
})

export const showDutyFile = get('/towns/:town/duty-files/of/:id', {
  who: 'readDutyFiles',
  says: '一位代表的履职档案：镇人大办、主席看，小组长看本组的；不公开的只说有几件',
  query: period,
  output: dutyFile,
})

export const listDutyFiles = get('/towns/:town/duty-files', {
  who: 'readDutyFiles',
  says: '我能看谁的履职档案，按名册的顺序；没有任何数字',
  output: z.strictObject({
    files: z.array(z.strictObject({ id: id(), name: z.string(), group: z.nullable(z.string()) })),
    /** Records for whoever has no phone. */
    office: z.boolean(),
  }),
})
