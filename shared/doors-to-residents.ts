import type { Door } from './door'

/** What residents are still owed: the word of how it ended, and where else it is handled. */
export const doorsToResidents: readonly Door[] = [
  {
    name: 'callList',
    word: '还没告诉',
    note: '办结了、群众还不知道结果的，打个电话或者当面说一声',
    group: 'heard',
    to: 'tellResidents',
    page: 'voice/call-list',
    waits: ['toldHow'],
  },
  {
    name: 'petitions',
    word: '信访登记',
    note: '告状、举报、打官司的事：登记、指明去处、按时告知',
    group: 'heard',
    to: ['congressOffice', 'presidiumMember'],
    page: 'desk/list?kind=petition',
    waits: ['petition'],
  },
  {
    name: 'silence',
    word: '没有声音的地方',
    note: '哪些村半年没有人说话，下次走访先去',
    group: 'heard',
    to: ['congressOffice', 'presidiumMember'],
    page: 'voice/silence',
  },
]
