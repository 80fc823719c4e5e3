import type { Door } from './door'

/** 双联系: one page, which each comes to from where their other work is. */
export const doorsToContacts: readonly Door[] = [
  {
    name: 'contacts',
    word: '双联系',
    note: '您联系谁，这个季度还没有人联系谁',
    group: 'duties',
    to: ['presidiumMember', 'leadingOfficial'],
    page: 'duty/contacts',
  },
  {
    name: 'contactsOfUnit',
    word: '联系代表',
    note: '您联系哪几位代表，记一次联系',
    group: 'work',
    to: ['unitStaff'],
    page: 'duty/contacts',
  },
  {
    name: 'contactLinks',
    word: '双联系',
    note: '谁联系哪些代表，这个季度还没有人联系谁',
    group: 'duties',
    to: ['congressOffice'],
    page: 'duty/contacts',
  },
]
