import { dutyKinds } from '../../../shared/duty/kinds'
import { dutyRecordTable } from '../../../shared/matters/duty-record/table'
import { matterPage } from '../../../shared/words/pages'
import { deputyNamed } from '../../../shared/words/messages'
import { holdersOf, person, post } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { readDutyRecord } from './record'

export const kind = kindOf(dutyRecordTable, {
  read: readDutyRecord,
  head: ({ subject, deputy, dutyKind }) => ({
    title: subject,
    number: null,
    note: `${deputy} · ${dutyKinds[dutyKind].word}`,
    names: [deputy],
  }),
  holders: (_, { deputyId }) => ({
    fileOwner: [person(deputyId)],
    congressOffice: [post('congressOffice')],
  }),
  parties: { fileOwner: 'listed', congressOffice: 'listed' },
  gates: ({ deputyId }, { asker }) => ({
    anothers: asker === null || !holdersOf(asker).includes(person(deputyId)),
  }),
  effects,
  words: ({ subject, deputy }) => ({ subject, deputy: deputyNamed(deputy) }),
  page: (_, townId, id) => matterPage(dutyRecordTable.kind, townId, id),
})
