import type { MeetingView } from '../../../shared/matters/meeting/endpoints'
import { type MeetingKind, meetingKinds } from '../../../shared/matters/meeting/kinds'
import { electedOf, type ElectionLine, spokenElection } from '../../../shared/rules/elections'
import type { ElectionRow } from './record-parts'

/** What was counted in one vote on an office. */
export type Election = Omit<ElectionRow, 'counted'> & { lines: ElectionLine[] }

export const electionOf = ({ counted, ...one }: ElectionRow): Election => ({
  ...one,
  ...{ seats: Number(one.seats), inOffice: Number(one.inOffice), present: Number(one.present) },
  ...{ issued: Number(one.issued), returned: Number(one.returned), valid: Number(one.valid) },
  lines: JSON.parse(counted) as ElectionLine[],
})

/** Those that were held on one item, as its page shows them. */
export const electionsOn = (
  elections: readonly Election[],
  itemId: string,
  kind: MeetingKind,
): MeetingView['agenda'][number]['elections'] =>
  elections
    .filter((one) => one.itemId === itemId)
    .map((one) => {
      const { elected } = electedOf(one)
      const { id, office, seats, issued, returned, valid, lines } = one
      return {
        ...{ id, office, seats, issued, returned, valid },
        lines: lines.map((line) => ({ ...line, elected: elected.includes(line.name) })),
        says: spokenElection({ ...one, isPresidium: meetingKinds[kind].body === 'presidium' }),
      }
    })
