import { dutyReportTable, feedbackTitle } from '../../../shared/matters/duty-report/table'
import { deputyNamed } from '../../../shared/words/messages'
import { matterPage } from '../../../shared/words/pages'
import { person, post, system } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { openIn, readDutyReports } from './record'

/** What the voters said of one report, until the deputy has answered it and everyone may read that. */
export const kind = kindOf(dutyReportTable, {
  read: async (reader, townId, id) => (await readDutyReports(reader, townId, [id]))[0],
  head: ({ deputy, districtName }) => ({
    ...{ title: feedbackTitle(deputy), number: null, note: districtName, names: [deputy] },
  }),
  holders: (_, { personId }) => ({
    reportingDeputy: [person(personId)],
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
    system: [system],
  }),
  parties: { reportingDeputy: 'listed', congressOffice: 'listed', presidium: 'aside' },
  gates: () => ({}),
  effects,
  words: (record) => ({
    subject: feedbackTitle(record.deputy),
    deputy: deputyNamed(record.deputy),
    count: `${openIn(record).length}`,
  }),
  page: (_, townId, id) => matterPage(dutyReportTable.kind, townId, id),
  /** With the last answer the office is asked to look at them. */
  follows: (_, record, { action, to }) =>
    Promise.resolve(
      (action === 'respond' || action === 'respondByWord') &&
        to === 'letterSent' &&
        openIn(record).length === 0
        ? [{ id: record.id, action: 'complete' }]
        : [],
    ),
})
