import { amount, choice, day, line, maybe, paragraph, picked, voice } from '../grammar/fields'
import { pickedArea } from '../grammar/picked-area'
import { defineRegister } from '../grammar/register'
import { mostSeconds } from '../matters/opinion/attachments'
import { caredFor, visitKinds } from '../words/visits'

/** 走访: two minutes with a thumb. Nobody is named; what somebody wants handled is written as a message. */
export const visits = defineRegister({
  name: 'visit',
  word: '走访',
  says: '走访完记一笔，两分钟的事。只有您自己和镇人大办看得到；群众要办的事请点“代群众登记”写成留言。代表没有手机的，镇人大办代记。',
  empty: '还没有记过走访。',
  readBy: 'keepOwnRecords',
  keptBy: 'keepOwnRecords',
  own: { by: 'deputyId', all: 'keepAllRecords' },
  fields: {
    deputyId: maybe(picked('代表', 'deputies')),
    visitedOn: day('哪天', 'happened'),
    visitKind: choice('哪一种', visitKinds),
    villageId: maybe(picked('哪个村', 'village')),
    areaId: maybe(pickedArea()),
    persons: amount('见了几位', 999),
    households: maybe(amount('到了几户', 999)),
    caredFor: maybe(
      choice('看望的是', caredFor, {
        shownWhen: [{ field: 'visitKind', is: 'care' }],
        help: '只记人数，不写是谁。',
      }),
    ),
    voice: maybe(
      voice('说一段', mostSeconds, {
        ...{ beside: 'message', unheard: true },
        help: '不想打字就说，最长一分钟。只有您自己和镇人大办听得到。',
      }),
    ),
    said: maybe(paragraph('说了什么', 500, { help: '不写群众的姓名和电话。' })),
    result: maybe(line('当场怎么办的', 100)),
  },
  title: ({ visitedOn, persons }, words) =>
    [words.visitKind, visitedOn, persons !== null && `${persons} 位`].filter(Boolean).join(' '),
  listed: ['deputyId', 'villageId', 'result'],
  order: { by: 'visitedOn', first: 'greatest' },
  findBy: ['deputyId', 'villageId', 'visitKind', 'said', 'result'],
  key: ['deputyId', 'visitedOn', 'visitKind', 'villageId'],
  adds: '记一次走访',
  begins: (today) => ({ visitedOn: today, visitKind: 'talk', persons: '2' }),
  ends: { label: '记错了', ended: '记错了的', restore: '没有记错' },
})
