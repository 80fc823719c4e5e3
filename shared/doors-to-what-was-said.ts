import type { Door } from './door'

/** What did not come by a phone, and is typed. */
export const doorsToWhatWasSaid: readonly Door[] = [
  {
    name: 'onPaper',
    word: '登记纸质建议',
    note: '代表用纸质或口头交来的，按交来的那一天算',
    group: 'work',
    to: 'recordSuggestion',
    page: 'office/on-paper',
  },
  {
    name: 'voices',
    word: '代群众登记',
    note: '没有手机的群众说的话写给代表，凭回执码来问办到哪一步',
    group: 'work',
    to: 'recordVoice',
    page: 'desk/voices',
  },
  {
    name: 'callList',
    word: '还没告诉',
    note: '办结了、群众还不知道结果的，打个电话或者当面说一声',
    group: 'work',
    to: 'tellResidents',
    page: 'desk/call-list',
    waits: ['toldHow'],
  },
  {
    name: 'petitions',
    word: '信访登记',
    note: '告状、举报、打官司的事：登记、指明去处、按时告知',
    group: 'work',
    to: ['congressOffice', 'presidiumMember'],
    page: 'desk/list?kind=petition',
    waits: ['petition'],
  },
]
