import { amount, choice, day, line, maybe, paragraph, picked, tick } from '../grammar/fields'
import { pickedArea } from '../grammar/picked-area'
import { defineRegister } from '../grammar/register'
import { deedKinds, disputeKinds } from '../words/visits'

const disputed = { shownWhen: [{ field: 'deedKind', is: 'mediation' }] } as const
const helped = { shownWhen: [{ field: 'deedKind', is: 'household' }] } as const

/**
 * 办实事、调处纠纷、帮扶监测户、法律帮助 (catalogue 42, 43, 45, 53). People and households stand in it by a code or a
 * number; whose it is and the office alone read it.
 */
export const goodDeeds = defineRegister({
  name: 'goodDeed',
  word: '办实事',
  says: '帮办的实事、调处的纠纷、帮扶的户都记在这里，只有您自己和镇人大办看得到。不写群众姓名；镇人大办核实过的才算进半年数字。',
  empty: '还没有记过。',
  readBy: 'keepOwnRecords',
  keptBy: 'keepOwnRecords',
  own: { by: 'deputyId', all: 'keepAllRecords' },
  fields: {
    deputyId: maybe(picked('代表', 'deputies')),
    deedKind: choice('哪一种', deedKinds),
    title: line('办了什么事', 60, { help: '例如“帮三组接通自来水”。不写群众姓名。' }),
    doneOn: day('哪天办成', 'happened'),
    villageId: maybe(picked('哪个村', 'village')),
    areaId: maybe(pickedArea()),
    persons: maybe(amount('多少人受益', 9999)),
    cost: maybe(amount('花了多少元', 9_999_999)),
    disputeKind: maybe(choice('什么纠纷', disputeKinds, disputed)),
    sides: maybe(line('双方', 40, { ...disputed, help: '写“甲、乙”这样的代号，不写姓名。' })),
    householdCode: maybe(line('户的代号', 20, { ...helped, help: '写镇里编的代号，不写姓名。' })),
    progress: maybe(paragraph('帮了什么，现在怎样', 300, helped)),
    riskEndedOn: maybe(day('风险消除的日期', 'happened', helped)),
    result: maybe(line('结果', 100)),
    confirmed: maybe(tick('镇人大办核实过')),
  },
  private: { confirmed: 'keepAllRecords' },
  title: ({ title }) => title ?? '',
  listed: ['deputyId', 'deedKind', 'doneOn'],
  tells: { confirmation: '核实' },
  narrows: { unconfirmed: '还没核实的' },
  order: { by: 'doneOn', first: 'greatest' },
  findBy: ['deputyId', 'deedKind', 'title', 'villageId', 'householdCode', 'result'],
  key: ['deputyId', 'title'],
  adds: '记一件',
  begins: (today) => ({ deedKind: 'deed', doneOn: today }),
  ends: { label: '记错了', ended: '记错了的', restore: '没有记错' },
})
