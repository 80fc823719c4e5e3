import { standingTitle } from '../../../shared/matters/award-standing/standing'
import { awardStandingTable } from '../../../shared/matters/award-standing/table'
import { addDays, addMonths } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { isoInstant } from '../../database/sql'
import { holdersOf, post, unit } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { refuseUndecided } from '../../features/people/presidium-decides'
import { answer, appeal, disqualify, keepTold } from './effects'
import { countOn, isDecided, isOver, readStanding, wordsOf } from './record'

export const kind = kindOf(awardStandingTable, {
  read: readStanding,
  head: (record) => ({
    title: standingTitle(record.unit, record.year),
    number: String(record.year),
    unitId: record.unitId,
    names: [record.unit],
  }),
  holders: (_, { unitId }) => ({
    handlingUnit: [unit(unitId)],
    presidium: [post('presidiumMember')],
    congressOffice: [post('congressOffice')],
  }),
  parties: {
    handlingUnit: 'listed',
    presidium: 'listed',
    congressOffice: 'listed',
  },
  gates: (record, { today, asker }) => {
    const { counting, counted, level } = countOn(record, today)
    const asks = !isOver(counting, record.year, today)
    const [newest] = counted
    return {
      belowLimit: !asks || level === 'clear',
      atLimit: asks && level === 'warned',
      tooMany: level === 'over',
      news:
        asks &&
        newest !== undefined &&
        (record.toldUntil === null || isoInstant(newest.ratedAt) > isoInstant(record.toldUntil)),
      notRecorded: !isDecided(record.state),
      notAppealed: record.appealedAt === null,
      appealOpen: record.state === 'appealed',
      decidesOnOthers: asker === null || !holdersOf(asker).includes(unit(record.unitId)),
    }
  },
  // What the last twelve months hold grows less by itself.
  changesOn: (record, { today }) => {
    const { counting, counted } = countOn(record, today)
    if (counting === 'calendar' || counted.length === 0) return []
    const ends = counted.map(({ ratedOn }) => addMonths(ratedOn, 12))
    return [`${record.year + 1}-01-01`, ...ends, ...ends.map((day) => addDays(day, 1))]
  },
  async everyStep({ tx, record, form }) {
    const { decidedHow } = form
    if (typeof decidedHow === 'string')
      await refuseUndecided(tx, record.townId, decidedHow, { unitId: record.unitId })
  },
  effects: { warn: keepTold, exceed: keepTold, disqualify, appeal, answer },
  words: wordsOf,
  page: (_, townId, id) => matterPage('awardStanding', townId, id),
})
