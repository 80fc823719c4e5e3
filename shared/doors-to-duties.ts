import type { Door } from './door'

/** 代表履职: what deputies do between sessions, and the file that writes itself of it. */
export const doorsToDuties: readonly Door[] = [
  {
    name: 'ownDutyFile',
    word: '履职档案',
    note: '做过的每一件自己就在里面，一年一本，可以打印',
    group: 'duties',
    to: 'followOwnDuties',
    page: 'desk/duty-file',
  },
  {
    name: 'dutyFiles',
    word: '代表档案',
    note: '每位代表的履职档案，按名册的顺序',
    group: 'duties',
    to: ['congressOffice', 'presidiumMember'],
    page: 'desk/duty-files',
  },
  {
    name: 'ownDuties',
    word: '走访和联系',
    note: '记走访、办的实事、联系的选民，看还差什么',
    group: 'duties',
    to: ['deputy'],
    page: 'desk/own-duties',
  },
  {
    name: 'visits',
    word: '代记走访和实事',
    note: '没有手机的代表说的，核实办的实事',
    group: 'duties',
    to: 'keepAllRecords',
    page: 'desk/own-duties',
  },
  {
    name: 'trainings',
    word: '学习培训',
    note: '办过哪些学习和考察，谁到了',
    group: 'duties',
    to: 'followWork',
    page: 'desk/register-list?name=training',
  },
]
