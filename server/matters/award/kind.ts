import { awardTable } from '../../../shared/matters/award/table'
import { awardKinds, grantedToOthers } from '../../../shared/matters/award/words'
import { addDays, beijingDay, spokenDay } from '../../../shared/rules/days'
import { fill } from '../../../shared/words/messages'
import { matterPage } from '../../../shared/words/pages'
import type { Tx } from '../../database/source'
import { type Holder, group, holdersOf, peopleBehind, person, post } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { refuseUndecided } from '../../features/people/presidium-decides'
import { effects } from './effects'
import { type AwardRecord, openObjections, readAward } from './record'

/** A name that is put forward, until it is granted or not. */
export const kind = kindOf(awardTable, {
  read: readAward,
  head: ({ subject, whose, name, awardKind, certificateNo }) => ({
    ...{ title: `${whose} · ${subject}`, number: certificateNo, note: awardKinds[awardKind] },
    names: [name],
  }),
  holders: (_, record) => ({
    honoured: honouredIn(record),
    presidium: [post('presidiumMember')],
    congressOffice: [post('congressOffice')],
  }),
  parties: { honoured: 'aside', presidium: 'listed', congressOffice: 'listed' },
  gates: (record, { today, asker }) => ({
    noticeRuns: record.noticeTo !== null && today <= record.noticeTo,
    noticeOver: record.noticeTo === null || today > record.noticeTo,
    objectionsAnswered: openObjections(record).length === 0,
    objectionOpen: openObjections(record).length > 0,
    decidesOnOthers:
      asker === null || !holdersOf(asker).some((holder) => honouredIn(record).includes(holder)),
  }),
  changesOn: ({ noticeTo }) => (noticeTo === null ? [] : [addDays(noticeTo, 1)]),
  async everyStep({ tx, record, form }) {
    const { decidedHow } = form
    if (typeof decidedHow === 'string')
      await refuseUndecided(tx, record.townId, decidedHow, {
        ...{ concerned: await honouredPersons(tx, record), unitId: null },
      })
  },
  effects,
  // A certificate of a group or of a suggestion is nobody's own.
  says: (_, { record, action, words }) =>
    Promise.resolve((party, __, sentence) =>
      fill(
        action === 'grant' && party === 'honoured' && record.awardKind !== 'deputy'
          ? grantedToOthers
          : sentence,
        words,
      ),
    ),
  words: ({ subject, whose, noticeTo }, now) => ({
    ...{ subject, whose },
    ...(noticeTo === null ? {} : { latest: spokenDay(noticeTo, beijingDay(now)) }),
  }),
  facts: ({ noticeTo }, { today }): Record<string, string> =>
    noticeTo === null ? {} : { latest: spokenDay(noticeTo, today) },
  note: (_, { reason, result }) => reason ?? result ?? null,
  page: (_, townId, id) => matterPage(awardTable.kind, townId, id),
})

const honouredIn = ({ personId, deputyGroupId }: AwardRecord): readonly Holder[] => [
  ...(personId === null ? [] : [person(personId)]),
  ...(deputyGroupId === null ? [] : [group(deputyGroupId)]),
]

async function honouredPersons(tx: Tx, { townId, personId, deputyGroupId }: AwardRecord) {
  if (deputyGroupId === null) return personId === null ? [] : [personId]
  return (await peopleBehind(tx, townId, [group(deputyGroupId)])).map(({ id }) => id)
}
