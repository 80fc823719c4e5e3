import { beijingDay } from '../../../shared/rules/days'
import { isoInstant } from '../../database/sql'
import { deputyNamed, keyIn } from '../../../shared/words/messages'
import { suggestionPage } from '../../../shared/words/pages'
import type {
  SuggestionGate,
  SuggestionParty,
  SuggestionState,
} from '../../../shared/matters/suggestion/states'
import { type SuggestionAction, suggestionTable } from '../../../shared/matters/suggestion/table'
import { kindOf } from '../../engine/kind'
import { clocksOf, daysOfReport } from './clocks'
import { effects } from './effects'
import { undoes } from './undoes'
import { followsOf } from './follows'
import { daysOfChange, dueOfRecord, factsOf, gatesOf } from './gates'
import { holdersOf } from './holders'
import { keepTypedFiles } from './photos-of-steps'
import { keepPapers } from './keep-papers'
import { keepReminder } from './keep-reminder'
import { wordsOf } from './message-words'
import { checkLine } from './public-words'
import { readRecords, type SuggestionRecord } from './record'
import { decidedAt, isOfPresidium } from './presidium-decisions'
import { refreshOpinions } from './refresh-opinions'
import { refuseNaming } from './refuse-naming'
import { opens, sayingsOf } from './says'

/** 代表建议: what the engine must ask a database for. */
export const kind = kindOf<
  SuggestionState,
  SuggestionAction,
  SuggestionParty,
  SuggestionGate,
  SuggestionRecord
>(suggestionTable, {
  read: async (reader, townId, id, step) => (await readRecords(reader, townId, [id], step))[0],
  head: (record) => ({
    title: record.subject,
    number: record.suggestionNo,
    note: [record.keyYear && keyIn(record.keyYear), deputyNamed(record.leadDeputyName)]
      .filter(Boolean)
      .join(' · '),
    villageId: record.villageId,
    unitId: record.leadUnitId,
    category: record.category,
    names: [record.leadDeputyName],
  }),
  holders: (_, record) => holdersOf(record),
  parties: {
    leadDeputy: 'listed',
    coSigner: 'listed',
    invitee: 'listed',
    decliner: 'aside',
    congressOffice: 'listed',
    presidium: 'listed',
    leadingOfficial: 'listed',
    partyCommittee: 'listed',
    leadUnit: 'listed',
    coUnit: 'listed',
    formerUnit: 'aside',
    letterUnit: 'listed',
    mergedDeputy: 'listed',
    groupLeader: 'aside',
    groupMember: 'aside',
    concerned: 'aside',
    resident: 'aside',
  },
  begunOn: ({ submittedAt }) => (submittedAt === null ? null : beijingDay(new Date(isoInstant(submittedAt)))),
  roundOf: ({ currentRound }) => currentRound,
  gates: gatesOf,
  facts: (record, at) => factsOf(record, at.rules),
  deadlineOn: (record) => record.deadlineOn,
  due: dueOfRecord,
  clocks: clocksOf,
  changesOn: (record, at) => [...daysOfChange(record), ...daysOfReport(record, at)],
  named: ({ handlerName, leaderInCharge }) => ({ handler: handlerName, leaderInCharge }),
  effects,
  undoes,
  async everyStep(step) {
    const { tx, record, action, to, parties, form, now } = step
    await refreshOpinions(tx, record, to as SuggestionState, now)
    if (action !== 'submitByWord') await keepTypedFiles(step)
    if (isOfPresidium(action)) return decidedAt(step)
    // What the lead deputy writes for others; the text itself is read through when it is handed in.
    if (action === 'edit' || !parties.has('leadDeputy')) return
    const { by } = suggestionTable.actions[action as SuggestionAction]
    // Whose words they are: of two parties that one person is, the step is taken as the one it belongs to.
    await refuseNaming(tx, record, form, {
      mayNamePhones: !by.includes('leadDeputy') && by.includes('leadUnit'),
    })
  },
  words: wordsOf,
  says: sayingsOf,
  page: suggestionPage,
  opens,
  checkLine,
  follows: followsOf,
  sent: keepPapers,
  told: keepReminder,
})
