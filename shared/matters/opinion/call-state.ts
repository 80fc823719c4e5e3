import type { StateRow } from '../../grammar/matter'

/** Somebody would rather be called: the call is a task with a day of its own. */
export const callAsked = {
  label: '待代表打电话',
  plain: '{deputy}会在{deadline}前给您打电话，请留意来电。',
  step: 'collect',
  waitsFor: 'deputy',
  limit: { day: 'callOn' },
  late: 'answer',
  says: {
    dueSoon: '有群众等您打电话，今天{when}方便，请别忘了。',
    overdue: '有群众请您打的电话逾期还没有打，请今天就打，{when}方便。',
    overdueToOthers: '有群众请{deputy}打个电话，逾期还没有打，请提醒{deputy}。',
  },
} as const satisfies StateRow<'deputy'>
