import { line, maybe, paragraph, picked, pickedMany } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

/** 协会: deputies who know a subject, across the groups; nobody leaves a group for it (catalogue 20). */
export const associations = defineRegister({
  name: 'association',
  word: '代表协会',
  says: '按专业特长编在一起的代表，例如“经济发展共进会”。代表还在原来的小组，协会是另外的一份。',
  empty: '还没有登记协会。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    name: line('协会名称', 40),
    purpose: maybe(paragraph('做什么', 300)),
    headId: maybe(picked('会长', 'deputy')),
    memberIds: maybe(pickedMany('成员', 'deputies', 100)),
  },
  title: ({ name }) => name ?? '',
  listed: ['headId', 'memberIds'],
  order: { by: 'name', first: 'least' },
  findBy: ['name', 'purpose', 'headId', 'memberIds'],
  key: ['name'],
  adds: '增加一个协会',
  ends: { label: '撤销', ended: '已撤销', restore: '恢复' },
})
