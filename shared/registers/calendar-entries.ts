import { choice, day, line, maybe } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { calendarAudiences } from '../words/calendar-entries'

/** 日历 (catalogue 166, 167; C.F 2.2): only what is no matter; sessions, meetings and activities stand there by themselves. */
export const calendarEntries = defineRegister({
  name: 'calendarEntry',
  word: '日历上的事',
  says: '会议、活动、接访日自己就在日历上，不用再登记。这里只记别的：节日走访、县里的会、要交的材料。',
  empty: '还没有登记。',
  readBy: 'keepCalendar',
  keptBy: 'keepCalendar',
  fields: {
    title: line('什么事', 40, { help: '公开的不要写人名和电话。' }),
    day: day('哪天', 'counted'),
    until: maybe(day('到哪天', 'counted', { help: '只有一天的不用填。' })),
    at: maybe(line('几点', 10, { help: '例如“9:00”，不写就是全天。' })),
    place: maybe(line('在哪里', 60)),
    audience: choice('谁看得到', calendarAudiences),
  },
  title: ({ title }) => title ?? '',
  listed: ['day', 'at', 'place', 'audience'],
  order: { by: 'day', first: 'greatest' },
  findBy: ['title', 'place'],
  key: ['title', 'day'],
  adds: '登记一件事',
  begins: (today) => ({ day: today, audience: 'deputies' }),
  ends: { label: '取消了', ended: '取消了的', restore: '恢复' },
})
