import * as z from 'zod/mini'
import { get, post } from '../../grammar/endpoint'
import { id } from '../../grammar/fields'
import { rollSources } from './words'

/** 点名 on a device: everything that is needed to call a roll in a hall without a network, and no phone number. */
const folder = '/towns/:town/rolls/:id'

const calledMarks = ['arrived', 'left', 'absent', 'undone'] as const
const mark = z.strictObject({
  /** Made on the device: sent twice it is one. */
  id: id(),
  personId: id(),
  mark: z.enum(calledMarks),
  /** When it was so, in milliseconds. */
  at: z.int().check(z.minimum(0)),
  /** Of a slip: which mark was one. */
  undoes: z.nullable(id()),
  source: z.enum(Object.keys(rollSources) as (keyof typeof rollSources)[]),
})
export type DeviceMark = z.output<typeof mark>
export const mostMarks = 500

const roll = z.strictObject({
  id: id(),
  title: z.string(),
  /** Marks of an earlier roll, that came to nothing, count no more. */
  rollNo: z.int(),
  /** Marks are taken. */
  isOpen: z.boolean(),
  hall: z.strictObject({
    inOffice: z.int(),
    suspended: z.int(),
    expected: z.int(),
    rule: z.nullable(z.enum(['twoThirds', 'half'])),
    isPresidium: z.boolean(),
    word: z.string(),
    /** The meeting was declared open. */
    open: z.boolean(),
    observers: z.int(),
  }),
  /** The clock of the server when it answered, in milliseconds. */
  serverAt: z.int(),
  /** In the order of the register, never by how often somebody comes. */
  persons: z.array(
    z.strictObject({ id: id(), name: z.string(), group: z.nullable(z.string()), onLeave: z.boolean() }),
  ),
  marks: z.array(z.omit(mark, { source: true })),
})
export type Roll = z.output<typeof roll>

export const showRoll = get(folder, {
  who: 'keepRoll',
  says: '点名用的名单：应到的人、准了假的、已经点了的；手机没网也能照着点',
  output: roll,
})

export const keepMarks = post(`${folder}/marks`, {
  who: 'keepRoll',
  says: '交点名的记号：按编号收，重复交、分几次交、两台手机交都只算一次',
  input: z.strictObject({
    rollNo: z.int().check(z.minimum(1)),
    /** 列席 now, where whoever sends has counted them. */
    observers: z.nullable(z.int().check(z.minimum(0), z.maximum(999))),
    marks: z.array(mark).check(z.maxLength(mostMarks, `一次最多交 ${mostMarks} 条，请分几次交。`)),
  }),
  output: z.strictObject({
    roll,
    /** How many of those that were sent stand with the server. */
    kept: z.int(),
    refused: z.array(z.strictObject({ id: id(), why: z.string() })),
  }),
})
