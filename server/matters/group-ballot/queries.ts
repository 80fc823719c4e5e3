import type { Appraisals } from '../../../shared/matters/group-ballot/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { mayDo } from '../../../shared/permissions'
import type { Outcome } from '../../../shared/words/words'
import { groupAppraisal } from '../../../shared/matters/suggestion/rows/group-appraisal'
import type { Reader } from '../../database/source'
import { isoInstant, marks } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { readTallies } from './tally'
import { isTownshipDeputy } from '../../database/in-office'

/** So many, newest first, are what a group meeting can look at. */
const most = 50

interface Group {
  id: string
  name: string
  leads: boolean
}

/** The ballots of the asking deputy's group; of all groups for the office and the presidium. */
export async function readAppraisals(reader: Reader, actor: Actor): Promise<Appraisals> {
  const group = await groupOf(reader, actor)
  const supervises = actor.roles.includes('congressOffice') || actor.roles.includes('presidiumMember')
  const scope = supervises ? undefined : (group?.id ?? '')
  const opens = actor.roles.includes('congressOffice') ? undefined : group?.leads ? group.id : ''
  return {
    group: group?.name ?? null,
    supervises,
    ballots: await readBallots(reader, actor, group, scope),
    candidates: await readCandidates(reader, actor.townId, opens),
  }
}

async function groupOf(reader: Reader, { townId, person }: Actor): Promise<Group | undefined> {
  const [row] = await reader.query<{ id: string; name: string; leads: number }[]>(
    `SELECT g.id, g.name, CASE WHEN p.group_leader = 1 AND ${isTownshipDeputy('p.id')} THEN 1 ELSE 0 END AS leads
     FROM person p JOIN deputy_group g ON g.id = p.deputy_group_id
     WHERE p.town_id = ? AND p.id = ?`,
    [townId, person?.id ?? ''],
  )
  return row && { ...row, leads: Number(row.leads) === 1 }
}

async function readBallots(
  reader: Reader,
  actor: Actor,
  group: Group | undefined,
  groupId: string | undefined,
) {
  const ofGroup = groupId === undefined ? '' : ' AND b.deputy_group_id = ?'
  const inScope = [actor.townId, ...(groupId === undefined ? [] : [groupId])]
  const rows = await reader.query<
    {
      id: string
      suggestionId: string
      no: string | null
      subject: string
      groupId: string
      group: string
      unit: string
      outcome: Outcome
      reply: string
      openedAt: string
      closedAt: string | null
      voters: number
      mine: number | string
    }[]
  >(
    `SELECT b.id, s.id AS suggestionId, s.suggestion_no AS no, s.subject, g.id AS groupId, g.name AS \`group\`,
       u.name AS unit, a.outcome, a.text AS reply, b.opened_at AS openedAt,
       CASE WHEN m.state = 'closed' THEN m.state_since END AS closedAt,
       b.voters,
       (SELECT COUNT(*) FROM ballot_voter v WHERE v.group_ballot_id = b.id AND v.person_id = ?) AS mine
     FROM (SELECT * FROM (SELECT o.id FROM matter o JOIN group_ballot b ON b.id = o.id
           WHERE o.kind = 'groupBallot' AND o.state = 'open' AND o.town_id = ?${ofGroup} LIMIT ${most}) AS open
         UNION SELECT * FROM (SELECT b.id FROM group_ballot b
           WHERE b.town_id = ?${ofGroup} ORDER BY b.opened_at DESC, b.id DESC LIMIT ${most}) AS newest) AS chosen
     JOIN group_ballot b ON b.id = chosen.id
     JOIN matter m ON m.id = b.id
     JOIN suggestion s ON s.id = b.suggestion_id
     JOIN deputy_group g ON g.id = b.deputy_group_id
     JOIN suggestion_round r ON r.suggestion_id = b.suggestion_id AND r.round_no = b.round_no
     JOIN handling_unit u ON u.id = r.lead_unit_id
     JOIN reply a ON a.suggestion_id = b.suggestion_id AND a.round_no = b.round_no
     ORDER BY CASE WHEN m.state = 'open' THEN 0 ELSE 1 END, b.opened_at DESC, b.id DESC LIMIT ${most}`,
    [actor.person?.id ?? '', ...inScope, ...inScope],
  )
  const closed = rows.filter(({ closedAt }) => closedAt !== null).map(({ id }) => id)
  const [tallyOf, membersOf] = await Promise.all([
    readTallies(reader, closed),
    countMembers(
      reader,
      rows.map((row) => row.groupId),
    ),
  ])
  return rows.map(({ openedAt, closedAt, mine, groupId: of, ...row }) => ({
    ...row,
    openedOn: dayOf(openedAt),
    closedOn: closedAt === null ? null : dayOf(closedAt),
    members: membersOf(of),
    voted: Number(mine) > 0,
    mayClose:
      closedAt === null &&
      (actor.roles.includes('congressOffice') || (group?.leads === true && of === group.id)),
    mayVote: closedAt === null && Number(mine) === 0 && of === group?.id && mayDo('castVote', actor.roles),
    tally: closedAt === null ? null : tallyOf(row.id),
  }))
}

/** Who could vote in a group today. Once for all its ballots. */
async function countMembers(reader: Reader, groupIds: readonly string[]) {
  const groups = [...new Set(groupIds)]
  if (groups.length === 0) return () => 0
  const rows = await reader.query<{ groupId: string; members: number | string }[]>(
    `SELECT p.deputy_group_id AS groupId, COUNT(*) AS members FROM person p
     WHERE p.deputy_group_id IN (${marks(groups)}) AND ${isTownshipDeputy('p.id')} GROUP BY p.deputy_group_id`,
    groups,
  )
  return (groupId: string) => Number(rows.find((row) => row.groupId === groupId)?.members ?? 0)
}

/** The states that it may be opened in: each is a range of one index, newest first. */
const appraisable = Object.keys(groupAppraisal.openBallot.moves)

/** Results that could be appraised and were not yet: what a leader brings before the group. */
async function readCandidates(reader: Reader, townId: string, groupId: string | undefined) {
  if (groupId === '') return []
  const newest = `SELECT * FROM (SELECT s.id, s.suggestion_no AS no, s.subject, sm.state, sm.state_since AS since
     FROM matter sm JOIN suggestion s ON s.id = sm.id JOIN person lead ON lead.id = s.lead_deputy_id
     WHERE sm.kind = 'suggestion' AND sm.state = ? AND sm.town_id = ?
       AND s.confidential = 0 AND lead.deputy_group_id IS NOT NULL
       ${groupId === undefined ? '' : 'AND lead.deputy_group_id = ?'}
       AND EXISTS (SELECT 1 FROM reply a WHERE a.suggestion_id = s.id AND a.round_no = s.current_round)
       AND NOT EXISTS (SELECT 1 FROM group_ballot b JOIN matter m ON m.id = b.id WHERE b.suggestion_id = s.id
         AND (b.round_no = s.current_round OR m.state = 'open'))
     ORDER BY sm.state_since DESC, sm.id DESC LIMIT ${most}) AS one`
  return reader.query<{ id: string; no: string | null; subject: string; state: SuggestionState }[]>(
    `SELECT id, no, subject, state FROM (${appraisable.map(() => newest).join(' UNION ALL ')}) AS found
     ORDER BY since DESC, id DESC LIMIT ${most}`,
    appraisable.flatMap((state) => [state, townId, ...(groupId === undefined ? [] : [groupId])]),
  )
}

const dayOf = (raw: string) => beijingDay(new Date(isoInstant(raw)))
