import { choice, day, maybe, paragraph, personName, picked, pickedMany } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { contactWays } from '../words/two-way-contacts'

/**
 * 联系记录 (catalogue 16, 18, 19, 52): whoever keeps in touch notes it, or the office types it. What a leader of the
 * county did is nobody's of the town, so that the office alone reads it.
 */
export const contactEntries = defineRegister({
  name: 'contactEntry',
  word: '联系记录',
  says: '联系了代表或小组，记一笔。只有您自己和镇人大办看得到；打电话或者写纸条来说的，镇人大办代记，一样算。',
  empty: '还没有记过。',
  readBy: 'keepContacts',
  keptBy: 'keepContacts',
  own: { by: 'personId', all: 'keepAllRecords', unless: 'countyLeader' },
  fields: {
    personId: maybe(picked('谁联系的', 'sitters')),
    countyLeader: maybe(personName('县领导姓名', 20, { help: '县领导来联系的才写，上面就不选人。' })),
    contactedOn: day('哪天', 'happened'),
    contactWay: choice('怎么联系的', contactWays),
    deputyIds: maybe(pickedMany('联系了哪些代表', 'deputies', 30)),
    deputyGroupId: maybe(picked('联系了哪个小组', 'group')),
    difficulty: maybe(
      paragraph('代表有什么困难', 500, { help: '履职上的、生活上的，可不写。不写群众的姓名和电话。' }),
    ),
    result: maybe(paragraph('怎么解决的', 300, { help: '还没有解决就先空着，以后再补。' })),
  },
  private: { countyLeader: 'keepAllRecords' },
  title: ({ contactedOn }, words) =>
    [contactedOn, words.contactWay, words.deputyGroupId, words.deputyIds].filter(Boolean).join(' '),
  listed: ['personId', 'countyLeader', 'difficulty', 'result'],
  mark: ({ difficulty, result }) =>
    difficulty !== null && result === null ? { tone: 'flow', word: '困难还没解决' } : undefined,
  narrows: { open: '困难还没解决的' },
  order: { by: 'contactedOn', first: 'greatest' },
  findBy: ['personId', 'deputyIds', 'deputyGroupId', 'difficulty', 'result'],
  key: ['personId', 'contactedOn', 'contactWay', 'deputyIds'],
  adds: '记一次联系',
  begins: (today) => ({ contactedOn: today, contactWay: 'talk' }),
  ends: { label: '记错了', ended: '记错了的', restore: '没有记错' },
})
