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
    name: 'receptions',
    word: '接访排班',
    note: '排班、换人、改期，记谁来过',
    group: 'heard',
    to: 'keepPlaces',
    page: 'office/receptions',
    waits: ['reception'],
  },
  {
    name: 'absence',
    word: '请假',
    note: '哪几天来不了站点，排班就不排',
    group: 'register',
    to: 'keepOwnRecords',
    page: 'register/list?name=absence',
  },
  {
    name: 'voices',
    word: '代群众登记',
    note: '没有手机的群众说的话写给代表，凭回执码来问办到哪一步',
    group: 'heard',
    to: 'recordVoice',
    page: 'voice/voices',
  },
]
