import { posterTable } from '../../../shared/matters/poster/table'
import { posterTitle } from '../../../shared/matters/poster/words'
import { matterPage } from '../../../shared/words/pages'
import { addDays, beijingDay } from '../../../shared/rules/days'
import { post, system } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { printNext, takeDown } from './effects'
import { type PosterRecord, readPoster } from './record'

const titleOf = ({ station, issueNo }: PosterRecord) => posterTitle(station, issueNo)

/** The 五公开 poster of a station. */
export const kind = kindOf(posterTable, {
  read: readPoster,
  head: (poster) => ({ title: titleOf(poster), number: null, note: poster.station }),
  holders: () => ({ congressOffice: [post('congressOffice')], system: [system] }),
  parties: { congressOffice: 'listed' },
  gates: ({ nextOn }, { now }) => ({ dayCame: beijingDay(now) > nextOn }),
  changesOn: ({ nextOn }) => [addDays(nextOn, 1)],
  effects: { printNext, takeDown },
  words: (poster) => ({ subject: titleOf(poster) }),
  page: (_, townId, id) => matterPage(posterTable.kind, townId, id),
})
