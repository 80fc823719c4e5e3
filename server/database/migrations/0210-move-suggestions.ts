import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm'
import { addDays, beijingDay, startOfDay } from '../../../shared/rules/days'
import { count, instant, word } from '../columns'
import { isoInstant, sqlInstant } from '../sql'
import { column, maybe } from '../tables'

const moved = [column('version', count), column('state', word(20)), column('state_since', instant)]
const nullable = [maybe('version', count), maybe('state', word(20)), maybe('state_since', instant)]
const indices = [
  new TableIndex({
    name: 'suggestion_town_state_accepted',
    columnNames: ['town_id', 'state', 'accepted_at', 'id'],
  }),
  new TableIndex({ name: 'suggestion_town_changed', columnNames: ['town_id', 'state_since', 'id'] }),
]
const beginning = '1970-01-01 00:00:00.000'

/** What was told of the opinions that co-units owe: once that it was close, once that it was late. */
const urgencies = ['dueSoon', 'overdue']

interface Notice {
  matterId: string
  stateSince: string
  urgency: string
  toldAt: string
}

/** State, version and since of a suggestion stand in `matter`, and what the clock told of it in `matter_told`. */
export class MoveSuggestions1795219202100 implements MigrationInterface {
  name = 'MoveSuggestions1795219202100'

  async up(runner: QueryRunner) {
    await runner.query(
      `INSERT INTO matter (id, kind, town_id, state, version, state_since, title, found_by, next_at)
       SELECT id, 'suggestion', town_id, state, version, state_since, subject, '', '${beginning}' FROM suggestion`,
    )
    // A day is late from the midnight after it, which in Beijing is at 16:00 of the day itself.
    await runner.query(
      `INSERT INTO matter_told (matter_id, ladder, late_from, step, rung, told_at)
       SELECT suggestion_id, ladder, CONCAT(due_on, ' 16:00:00.000'), step, rung, at FROM reminder
       WHERE ladder IS NOT NULL`,
    )
    const notices = (await runner.query(
      `SELECT l.matter_id AS matterId, l.state_since AS stateSince, l.urgency, l.told_at AS toldAt
       FROM late_notice l JOIN suggestion s ON s.id = l.matter_id`,
    )) as Notice[]
    for (const { matterId, stateSince, urgency, toldAt } of notices) {
      const since = new Date(isoInstant(stateSince))
      const dueOn = beijingDay(since)
      // A release that kept no reminders wrote others here, which belong to no day of a co-unit.
      if (since.getTime() !== startOfDay(dueOn).getTime()) continue
      await runner.query(
        `INSERT INTO matter_told (matter_id, ladder, late_from, step, rung, told_at)
         VALUES (?, 'coOpinion', ?, ?, 'awaited', ?)`,
        [matterId, sqlInstant(startOfDay(addDays(dueOn, 1))), urgencies.indexOf(urgency), toldAt],
      )
      await runner.query('DELETE FROM late_notice WHERE matter_id = ? AND state_since = ? AND urgency = ?', [
        matterId,
        sqlInstant(since),
        urgency,
      ])
    }
    for (const each of indices) await runner.dropIndex('suggestion', each)
    await runner.dropColumns(
      'suggestion',
      moved.map(({ name }) => name),
    )
  }

  async down(runner: QueryRunner) {
    await runner.addColumns(
      'suggestion',
      nullable.map((each) => new TableColumn(each)),
    )
    await runner.query(
      `UPDATE suggestion SET
         version = (SELECT m.version FROM matter m WHERE m.id = suggestion.id),
         state = (SELECT m.state FROM matter m WHERE m.id = suggestion.id),
         state_since = (SELECT m.state_since FROM matter m WHERE m.id = suggestion.id)`,
    )
    for (const [index, each] of moved.entries())
      await runner.changeColumn('suggestion', new TableColumn(nullable[index] ?? each), new TableColumn(each))
    for (const each of indices) await runner.createIndex('suggestion', each)
    const told = (await runner.query(
      `SELECT matter_id AS matterId, late_from AS stateSince, step AS urgency, told_at AS toldAt
       FROM matter_told WHERE ladder = 'coOpinion' AND step < 2`,
    )) as Notice[]
    for (const { matterId, stateSince, urgency, toldAt } of told) {
      const since = startOfDay(addDays(beijingDay(new Date(isoInstant(stateSince))), -1))
      await runner.query(
        'INSERT INTO late_notice (matter_id, state_since, urgency, told_at) VALUES (?, ?, ?, ?)',
        [matterId, sqlInstant(since), urgencies[Number(urgency)], toldAt],
      )
    }
    const those = "IN (SELECT id FROM matter WHERE kind = 'suggestion')"
    for (const each of ['matter_told', 'matter_holder', 'search_token'])
      await runner.query(`DELETE FROM ${each} WHERE matter_id ${those}`)
    await runner.query("DELETE FROM matter WHERE kind = 'suggestion'")
  }
}
