import { day, line, maybe, picked } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { spokenDay } from '../rules/days'

/** 请假: on these days nobody is put on a roster. Why is nobody's business but the office's. */
export const absences = defineRegister({
  name: 'absence',
  word: '请假',
  says: '来不了站点值守的日子，先在这里记一笔，排班就不排那几天。代表只看得到自己的；打电话来说的，镇人大办代记。',
  empty: '没有请假。',
  readBy: 'keepOwnRecords',
  keptBy: 'keepOwnRecords',
  own: { by: 'personId', all: 'keepAllRecords' },
  fields: {
    personId: maybe(picked('谁请假', 'sitters')),
    fromOn: day('从哪天', 'counted'),
    untilOn: day('到哪天', 'counted'),
    reason: maybe(line('为什么', 60)),
  },
  title: ({ fromOn, untilOn }, words) =>
    [words.personId, fromOn && untilOn && `${spokenDay(fromOn, fromOn)}到${spokenDay(untilOn, fromOn)}`]
      .filter(Boolean)
      .join(' '),
  listed: ['reason'],
  order: { by: 'fromOn', first: 'greatest' },
  findBy: ['reason'],
  key: ['personId', 'fromOn'],
  adds: '记一次请假',
  begins: (today) => ({ fromOn: today, untilOn: today }),
  ends: { label: '不请了', ended: '不请了的', restore: '还是请假' },
})
