import { type DutyWarningState, dutyWarningTable } from '../../../shared/matters/duty-warning/table'
import { addDays, beijingDay, spokenDay } from '../../../shared/rules/days'
import { deputyNamed } from '../../../shared/words/messages'
import { matterPage } from '../../../shared/words/pages'
import { type Holder, holdersOf, person, post, system } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { type DutyWarningRecord, readDutyWarning } from './record'

/** A title that says whose it is and not what it is about. */
export const kind = kindOf(dutyWarningTable, {
  read: readDutyWarning,
  head: ({ deputy, state }) => ({
    title: dutyWarningTable.word,
    number: null,
    note: deputyNamed(deputy),
    names: state === 'ended' ? [] : [deputy],
  }),
  holders: (_, record) => standTo(record),
  parties: {
    chair: 'listed',
    congressOffice: 'listed',
    fileOwner: 'listed',
    presidium: 'listed',
  },
  gates: ({ reply, deputyId, endsOn }, { asker, today }) => ({
    heardOwn: reply !== null,
    decidesOnOthers: asker === null || !holdersOf(asker).includes(person(deputyId)),
    daysOver: endsOn !== null && today > endsOn,
  }),
  changesOn: ({ endsOn }) => (endsOn === null ? [] : [addDays(endsOn, 1)]),
  effects,
  words: ({ deputy, endsOn }, now) => ({
    ...{ subject: dutyWarningTable.word, deputy: deputyNamed(deputy) },
    ...(endsOn === null ? {} : { latest: spokenDay(endsOn, beijingDay(now)) }),
  }),
  facts: ({ endsOn }, { today }): Record<string, string> =>
    endsOn === null ? {} : { latest: spokenDay(endsOn, today) },
  page: (_, townId, id) => matterPage(dutyWarningTable.kind, townId, id),
})

const nobody: readonly Holder[] = []
/** Until the chair has asked, not even the deputy; the presidium while it decides; and when its day is over, nobody. */
const reads: Readonly<Record<DutyWarningState, { kept: boolean; own: boolean; members: boolean }>> = {
  proposed: { kept: true, own: false, members: false },
  dropped: { kept: true, own: false, members: false },
  replyWanted: { kept: true, own: true, members: false },
  heard: { kept: true, own: true, members: true },
  warned: { kept: true, own: true, members: false },
  notWarned: { kept: true, own: true, members: false },
  ended: { kept: false, own: false, members: false },
}

function standTo({ state, chairId, deputyId }: DutyWarningRecord) {
  const { kept, own, members } = reads[state]
  return {
    chair: kept ? [person(chairId)] : nobody,
    congressOffice: kept ? [post('congressOffice')] : nobody,
    fileOwner: own ? [person(deputyId)] : nobody,
    presidium: members ? [post('presidiumMember')] : nobody,
    system: state === 'warned' ? [system] : nobody,
  }
}
