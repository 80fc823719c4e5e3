import { unitLineTable } from '../../../shared/matters/unit-line/table'
import { addDays } from '../../../shared/rules/days'
import { deputyNamed } from '../../../shared/words/messages'
import { inboxPage, matterPage } from '../../../shared/words/pages'
import { person, post, unit } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { readUnitLine } from './record'

/** What a deputy asks a unit without a suggestion. */
export const kind = kindOf(unitLineTable, {
  read: readUnitLine,
  head: ({ subject, deputy, villageId, unitId }) => ({
    title: subject,
    number: null,
    note: deputyNamed(deputy),
    ...{ villageId, unitId, names: [deputy] },
  }),
  holders: (_, { deputyId, unitId }) => ({
    asker: [person(deputyId)],
    askedUnit: [unit(unitId)],
    congressOffice: [post('congressOffice')],
  }),
  parties: { asker: 'listed', askedUnit: 'listed', congressOffice: 'listed' },
  gates: ({ deputyOfTownship, state }, { now, due }) => ({
    ofTownship: Number(deputyOfTownship) === 1,
    daysOver: state === 'answered' && due !== null && now >= due.lateFrom,
  }),
  changesOn: ({ state }, { due }) => (state === 'answered' && due !== null ? [addDays(due.on, 1)] : []),
  effects,
  words: ({ subject, deputy, unit: whose }) => ({ subject, deputy: deputyNamed(deputy), whose }),
  page: (party, townId, id) =>
    // Whoever only hears that it is late does not read what was written.
    (party as string) === 'presidium' ? inboxPage(townId) : matterPage(unitLineTable.kind, townId, id),
  /** What was asked and answered is the history. */
  note: ({ text, reason }, words) =>
    typeof text === 'string' ? text : typeof reason === 'string' ? reason : (words.result ?? null),
})
