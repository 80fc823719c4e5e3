import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { type CarriedEvent, putEvents, putMatters, takeAway } from '../carry-matters'
import { instant } from '../columns'
import { maybe } from '../tables'

interface Older {
  id: string
  townId: string
  openedAt: string
  closedAt: string | null
  openParty: string | null
  openedBy: string | null
  closeParty: string | null
  closedBy: string | null
}

/** Who opened and who ended a ballot stands in the history of its suggestion, at the same instant. */
const stepOf = (action: string, at: string, column: 'party' | 'person_id') =>
  `(SELECT MAX(e.${column}) FROM matter_event e WHERE e.kind = 'suggestion' AND e.matter_id = b.suggestion_id
    AND e.action = '${action}' AND e.recorded_at = b.${at})`

/** A ballot is a matter. No vote is in its history, neither what was voted nor when somebody did. */
export class GroupBallotsAreMatters1795219202320 implements MigrationInterface {
  name = 'GroupBallotsAreMatters1795219202320'

  async up(runner: QueryRunner) {
    const older = (await runner.query(
      `SELECT b.id, b.town_id AS townId, b.opened_at AS openedAt, b.closed_at AS closedAt,
         ${stepOf('openBallot', 'opened_at', 'party')} AS openParty,
         ${stepOf('openBallot', 'opened_at', 'person_id')} AS openedBy,
         ${stepOf('closeBallot', 'closed_at', 'party')} AS closeParty,
         ${stepOf('closeBallot', 'closed_at', 'person_id')} AS closedBy
       FROM group_ballot b ORDER BY b.id`,
    )) as Older[]
    await putMatters(
      runner,
      'groupBallot',
      older.map(({ id, townId, openedAt, closedAt }) => ({
        id,
        townId,
        state: closedAt === null ? 'open' : 'closed',
        version: closedAt === null ? 0 : 1,
        stateSince: closedAt ?? openedAt,
      })),
    )
    await putEvents(runner, 'groupBallot', older.flatMap(eventsOf))
    await runner.dropColumn('group_ballot', 'closed_at')
  }

  async down(runner: QueryRunner) {
    await runner.addColumn('group_ballot', new TableColumn(maybe('closed_at', instant)))
    await runner.query(
      `UPDATE group_ballot SET closed_at =
         (SELECT m.state_since FROM matter m WHERE m.id = group_ballot.id AND m.state = 'closed')`,
    )
    await takeAway(runner, 'groupBallot')
  }
}

function eventsOf(ballot: Older): CarriedEvent[] {
  const { id, townId, openedAt, closedAt } = ballot
  const about = { townId, matterId: id }
  const opened = {
    ...{ ...about, version: 0, action: 'start', fromState: null, toState: 'open', at: openedAt },
    ...{ party: ballot.openParty ?? 'groupLeader', personId: ballot.openedBy },
  }
  if (closedAt === null) return [opened]
  const closed = {
    ...{ ...about, version: 1, action: 'close', fromState: 'open', toState: 'closed', at: closedAt },
    ...{ party: ballot.closeParty ?? 'groupLeader', personId: ballot.closedBy },
  }
  return [opened, closed]
}
