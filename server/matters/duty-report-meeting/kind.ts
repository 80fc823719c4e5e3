import { reportMeetingTable } from '../../../shared/matters/duty-report-meeting/table'
import { spokenAway, spokenWhen, spokenYear } from '../../../shared/matters/duty-report-meeting/words'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { fill } from '../../../shared/words/messages'
import { matterPage } from '../../../shared/words/pages'
import { person, post } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { doCountsAgree, spokenOpenCount } from './paper-counts'
import { countingOf, readReportMeeting } from './record'
import { forTalk, resultsOf } from './results'

/** A meeting at which the deputies of a district report to their voters. */
export const kind = kindOf(reportMeetingTable, {
  read: readReportMeeting,
  head: ({ title, planYear, reports }) => ({
    ...{ title, number: null, note: spokenYear(planYear) },
    names: reports.map(({ name }) => name),
  }),
  holders: (_, { reports, chairId }) => ({
    reportingDeputy: reports.map(({ personId }) => person(personId)),
    meetingChair: chairId === null ? [] : [person(chairId)],
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
  }),
  parties: {
    ...{ reportingDeputy: 'listed', meetingChair: 'listed', congressOffice: 'listed', presidium: 'aside' },
  },
  gates: (record, { today }) => ({
    dayCame: record.heldOn !== null && today >= record.heldOn,
    countsAgree: doCountsAgree(countingOf(record)),
    othersLeft: record.reports.length > 1,
  }),
  facts: (record) => ({ how: spokenOpenCount(countingOf(record)) }),
  changesOn: ({ state, heldOn }) => (state === 'noticed' && heldOn !== null ? [heldOn] : []),
  effects,
  // Each hears of the own report; the presidium only where it is to talk with somebody.
  says: (_, { record, action, words }) =>
    Promise.resolve((party, reader, sentence) => {
      if (action === 'writeReportFor' && reader.id !== words.whose) return null
      if (action !== 'announce') return fill(sentence, words)
      if (party === 'presidium') return words.subjects === undefined ? null : fill(sentence, words)
      const own = record.reports.find(({ personId }) => personId === reader.id)
      const said = own && resultsOf(record).get(own.id)
      return said === undefined ? null : fill(sentence, { ...words, satisfaction: said.says })
    }),
  words(record, now) {
    const today = beijingDay(now)
    const subjects = forTalk(record)
    return {
      ...{ subject: record.title, latest: spokenWhen(record, today) },
      ...(record.state === 'planned' ? { deadline: spokenDay(record.noticeBy, today) } : {}),
      ...(subjects === '' ? {} : { subjects }),
    }
  },
  note: (_, { deputy, reason }) =>
    deputy === undefined || reason === undefined ? (reason ?? null) : spokenAway(deputy, reason),
  page: (_, townId, id) => matterPage(reportMeetingTable.kind, townId, id),
})
