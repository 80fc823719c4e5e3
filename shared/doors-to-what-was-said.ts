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
]
