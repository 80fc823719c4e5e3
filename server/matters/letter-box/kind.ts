import { boxTitle } from '../../../shared/matters/letter-box/opening'
import { letterBoxTable } from '../../../shared/matters/letter-box/table'
import { addDays, beijingDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { post, system } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { open, remove } from './effects'
import { readLetterBox } from './record'

/** The letter box of a station. */
export const kind = kindOf(letterBoxTable, {
  read: readLetterBox,
  head: ({ station }) => ({ title: boxTitle(station), number: null, note: station }),
  holders: () => ({ congressOffice: [post('congressOffice')], system: [system] }),
  parties: { congressOffice: 'listed' },
  gates: ({ openBy }, { now }) => ({ dayCame: beijingDay(now) > openBy }),
  changesOn: ({ openBy }) => [addDays(openBy, 1)],
  effects: { open, openedByOthers: open, remove },
  words: ({ station }) => ({ subject: boxTitle(station) }),
  page: (_, townId, id) => matterPage(letterBoxTable.kind, townId, id),
})
