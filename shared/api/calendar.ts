import * as z from 'zod/mini'
import { choice, day, line } from '../grammar/fields'
import { get, post } from '../grammar/endpoint'
import { spreadsheet } from '../grammar/register'
import { importRow } from './imports'

/** What a day is that is not what its weekday says. */
export const dayKinds = { holiday: '放假', workday: '上班' } as const
const kind = z.enum(Object.keys(dayKinds) as (keyof typeof dayKinds)[])

/** Which calendar somebody has before their eyes who changes it. */
const version = z.int().check(z.minimum(0))

const calendarPage = z.strictObject({
  /** How often it was changed. */
  version: z.int(),
  /** This year and the next: where their lists come from. Of `nowhere`, the days off are those of the law, and 暂定. */
  years: z.array(
    z.strictObject({
      year: z.int(),
      from: z.enum(['program', 'loaded', 'nowhere']),
      tentative: z.boolean(),
      /** How many days of the year are off, or worked in their stead, by the list or the law. */
      holidays: z.int(),
      workdays: z.int(),
      /** Each day that is not what its weekday says, with the holiday or the town's reason where one is known. */
      days: z.array(
        z.strictObject({
          day: z.iso.date(),
          kind,
          by: z.enum(['town', 'list', 'law']),
          why: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  /** The list that ought to be loaded now. */
  yearToLoad: z.nullable(z.int()),
  localDays: z.array(z.strictObject({ day: z.iso.date(), kind, reason: z.string() })),
  /** The lists that the town has loaded itself, the newest first. */
  loads: z.array(importRow),
})
export type CalendarPage = z.output<typeof calendarPage>

const holidayList = z.strictObject({
  year: z.int('请填写年份。'),
  text: z
    .string('请贴上放假安排。')
    .check(z.minLength(1, '请贴上放假安排。'), z.maxLength(20_000, '内容太长。')),
  /** Where it came out of a file. */
  fileName: z.optional(line('文件名', 120)),
})
const reason = line('理由', 100, { help: '例如：本地庙会，镇机关放假。' })

export const showCalendar = get('/towns/:town/calendar', {
  who: 'setRules',
  says: '工作日历：有哪几年的放假安排，本地自己设的日子',
  output: calendarPage,
})

export const checkHolidays = post('/towns/:town/calendar/holidays/check', {
  who: 'setRules',
  says: '核对一年的放假安排：有没有写错，哪些期限会变；什么也不写入',
  input: holidayList,
  output: z.strictObject({
    days: z.array(z.strictObject({ day: z.iso.date(), kind })),
    /** Sentences that name a day and count for nothing. */
    notes: z.array(z.string()),
    moves: z.array(z.strictObject({ subject: z.string(), from: z.iso.date(), to: z.iso.date() })),
  }),
})
export type HolidayCheck = z.output<(typeof checkHolidays)['output']>

export const loadHolidays = post('/towns/:town/calendar/holidays', {
  who: 'setRules',
  says: '载入一年的放假安排，在办建议的期限重新计算',
  input: z.strictObject({ version, ...holidayList.shape }),
  output: calendarPage,
})

export const readHolidayFile = post('/towns/:town/calendar/holidays/file', {
  who: 'setRules',
  says: '读出电子表格里的放假安排，一行一天或一段；什么也不写入',
  file: 'table',
  fileType: spreadsheet,
  output: z.strictObject({ text: z.string() }),
})

export const takeBackHolidays = post('/towns/:town/calendar/holidays/:id/take-back', {
  who: 'setRules',
  says: '撤回本镇载入的一年放假安排，在办建议的期限重新计算',
  output: calendarPage,
})

export const addLocalDay = post('/towns/:town/calendar/local-days', {
  who: 'setRules',
  says: '设一个本地放假或上班的日子，在办建议的期限重新计算',
  input: z.strictObject({
    ...{ version, day: day('日期', 'calendar') },
    kind: choice('放假还是上班', dayKinds),
    reason,
  }),
  output: calendarPage,
})

export const removeLocalDay = post('/towns/:town/calendar/local-days/remove', {
  who: 'setRules',
  says: '取消一个本地设的日子，在办建议的期限重新计算',
  input: z.strictObject({ version, day: day('日期', 'calendar'), reason }),
  output: calendarPage,
})
