import { choice, line, maybe, personName, picked, pickedMany } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { contactKinds } from '../words/two-way-contacts'

const ofTown = {
  shownWhen: [
    { field: 'contactKind', is: 'presidium' },
    { field: 'contactKind', is: 'government' },
  ],
} as const

/** 联系安排 (catalogue 16, 18, 19): who keeps in touch with which group and which deputies. */
export const contactLinks = defineRegister({
  name: 'contactLink',
  word: '联系安排',
  says: '谁联系哪个小组、哪些代表。每人联系几位按本镇的规定，在“规则和期限”里能改；不够也能先存，只提醒。',
  empty: '还没有安排，请先增加一位主席团成员。',
  readBy: 'followContacts',
  keptBy: 'keepAllRecords',
  fields: {
    contactKind: choice('哪一类', contactKinds),
    personId: maybe(picked('谁联系', 'sitters', ofTown)),
    countyLeader: maybe(
      personName('县领导姓名', 20, { shownWhen: [{ field: 'contactKind', is: 'county' }] }),
    ),
    deputyGroupId: maybe(picked('联系的代表小组', 'group')),
    deputyIds: maybe(pickedMany('联系的代表', 'deputies', 30)),
    note: maybe(line('说明', 60, { help: '可不写，例如“联系东片三个村”。' })),
  },
  title: ({ countyLeader }, words) =>
    [words.personId ?? countyLeader, words.contactKind].filter(Boolean).join(' '),
  listed: ['deputyGroupId', 'deputyIds'],
  order: { by: 'position', first: 'least' },
  findBy: ['personId', 'countyLeader', 'deputyGroupId', 'deputyIds', 'note'],
  key: ['contactKind', 'personId'],
  adds: '增加一位',
  begins: () => ({ contactKind: 'presidium' }),
  ends: { label: '不再联系', ended: '不再联系的', restore: '恢复联系' },
})
