import * as z from 'zod/mini'
import { amount, day, id, maybe } from '../grammar/fields'
import { get, post, put } from '../grammar/endpoint'

const days = {
  openedOn: day('开会日期'),
  closedOn: maybe(day('闭会日期', { help: '还在开会可以先不填，闭会以后再补上。' })),
}

const sessions = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: id(),
      termNo: z.int(),
      sessionNo: z.int(),
      openedOn: z.iso.date(),
      closedOn: z.nullable(z.iso.date()),
      /** Suggestions that have a number of this session, in and after it. */
      inSession: z.int(),
      interSession: z.int(),
    }),
  ),
})

export const listSessions = get('/towns/:town/congress-sessions', {
  who: 'followWork',
  says: '登记过的人代会会议，新的在前，以及各自编了号的建议件数',
  output: sessions,
})

export const registerSession = post('/towns/:town/congress-sessions', {
  who: 'keepSessions',
  says: '登记一次人代会会议；建议按届、次和种类编号',
  input: z.strictObject({ termNo: amount('第几届', 99), sessionNo: amount('第几次会议', 99), ...days }),
  output: sessions,
})

export const changeSession = put('/towns/:town/congress-sessions/:id', {
  who: 'keepSessions',
  says: '更正一次会议的日期；已经编好的号不变',
  input: z.strictObject(days),
  output: sessions,
})
