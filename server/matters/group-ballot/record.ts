import type { GroupBallotState } from '../../../shared/matters/group-ballot/table'
import type { Reader } from '../../database/source'
import { matterColumns, type MatterRecord } from '../../engine/kind'
import { keptRules, rulesOfMatter } from '../../features/rules/rule-set'
import { isTownshipDeputy } from '../../database/in-office'

/** One ballot of a group. Of the votes only how many there are, and of how many it waits for. */
export interface BallotRecord extends MatterRecord<GroupBallotState> {
  suggestionId: string
  subject: string
  no: string | null
  unitId: string
  groupId: string
  group: string
  voters: number
  /** Members with a vote who have not voted. */
  awaited: number
}

/** Of a group, whoever is of the congress of the township votes on what its government has done. */
const inOffice = isTownshipDeputy('p.id')
/** Who belongs to the group of ballot `b` and votes. */
const isMember = `p.deputy_group_id = b.deputy_group_id AND ${inOffice}`

export async function readBallot(
  reader: Reader,
  townId: string,
  id: string,
): Promise<BallotRecord | undefined> {
  const [ballot] = await reader.query<BallotRecord[]>(
    `SELECT ${matterColumns}, s.id AS suggestionId, s.subject, s.suggestion_no AS no, r.lead_unit_id AS unitId,
       g.id AS groupId, g.name AS \`group\`, b.voters,
       (SELECT COUNT(*) FROM person p WHERE ${isMember} AND NOT EXISTS (SELECT 1 FROM ballot_voter v
         WHERE v.group_ballot_id = b.id AND v.person_id = p.id)) AS awaited, ${keptRules}
     FROM group_ballot b JOIN matter m ON m.id = b.id JOIN suggestion s ON s.id = b.suggestion_id
     JOIN suggestion_round r ON r.suggestion_id = b.suggestion_id AND r.round_no = b.round_no
     JOIN deputy_group g ON g.id = b.deputy_group_id JOIN town t ON t.id = b.town_id ${rulesOfMatter('s')}
     WHERE b.town_id = ? AND b.id = ?`,
    [townId, id],
  )
  return ballot && { ...ballot, voters: Number(ballot.voters), awaited: Number(ballot.awaited) }
}

export async function readMembers(reader: Reader, id: string) {
  const members = await reader.query<{ id: string; leads: number; votes: number; voted: number }[]>(
    `SELECT p.id, CASE WHEN p.group_leader = 1 AND ${inOffice} THEN 1 ELSE 0 END AS leads, CASE WHEN ${inOffice} THEN 1 ELSE 0 END AS votes,
       CASE WHEN v.person_id IS NULL THEN 0 ELSE 1 END AS voted
     FROM group_ballot b JOIN person p ON p.deputy_group_id = b.deputy_group_id
     LEFT JOIN ballot_voter v ON v.group_ballot_id = b.id AND v.person_id = p.id
     WHERE b.id = ? ORDER BY p.position, p.id`,
    [id],
  )
  const ids = (those: (member: (typeof members)[number]) => boolean) =>
    members.filter(those).map((member) => member.id)
  return {
    leading: ids(({ leads }) => Number(leads) === 1),
    voted: ids(({ voted }) => Number(voted) === 1),
    awaited: ids(({ votes, voted }) => Number(votes) === 1 && Number(voted) === 0),
  }
}
