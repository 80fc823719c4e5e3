import { resolutionTable } from '../../../shared/matters/resolution/table'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { person, post, unit } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { readResolution, type ResolutionRecord } from './record'

/** A row of a list has no room for more. */
const titleSigns = 100

const whoDoes = ({ unitId, personId }: ResolutionRecord) =>
  unitId !== null ? unit(unitId) : personId !== null ? person(personId) : post('congressOffice')

/** What a meeting gave somebody to do, until a meeting says it is done. */
export const kind = kindOf(resolutionTable, {
  read: readResolution,
  head: ({ what, meeting, unitId }) => ({
    ...{ title: what.slice(0, titleSigns), number: null, note: meeting, unitId },
  }),
  holders: (_, record) => ({
    responsible: [whoDoes(record)],
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
    expected: record.deputies.map(person),
  }),
  parties: {
    ...{ responsible: 'listed', congressOffice: 'listed', presidium: 'aside', expected: 'aside' },
    // It holds none: what a meeting decides is written down for it.
    presidiumMeeting: 'told',
  },
  gates: () => ({}),
  effects,
  words: ({ what, whose, dueOn, hearBy, meeting, times }, now) => ({
    ...{ subject: what, whose, other: meeting, count: `${times}` },
    ...{ deadline: spokenDay(dueOn, beijingDay(now)), latest: spokenDay(hearBy, beijingDay(now)) },
  }),
  page: (_, townId, id) => matterPage(resolutionTable.kind, townId, id),
  note: ({ reason, result, note }) => [reason, result, note].find((one) => typeof one === 'string') ?? null,
})
