import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, flag, idColumn, word } from '../columns'
import { column, index, maybe } from '../tables'

/**
 * What was ended and not solved is opened again, and three weeks after the end whoever wrote is asked. What had ended
 * before counts as asked already: nobody is asked about what they have forgotten.
 */
export class ResidentsSayWhenNothingIsSolved1795219204100 implements MigrationInterface {
  name = 'ResidentsSayWhenNothingIsSolved1795219204100'

  async up(runner: QueryRunner) {
    const table = 'resident_opinion'
    for (const added of [
      maybe('earlier_suggestion_id', idColumn),
      maybe('goes_to', word(20)),
      column('times_unsolved', { ...count, default: 0 }),
      column('rating_asked', { ...flag, default: 1 }),
      maybe('ended_on', day),
      column('follow_ups', { ...count, default: 0 }),
      maybe('followed_on', day),
      maybe('follow_up_answer', word(20)),
    ])
      await runner.addColumn(table, new TableColumn(added))
    await runner.createIndex(table, index('resident_opinion_earlier', 'earlier_suggestion_id'))
    await runner.query('UPDATE resident_opinion SET rating_asked = 0 WHERE rating IS NOT NULL')
    await runner.query(
      `UPDATE resident_opinion SET follow_ups = 2,
         ended_on = (SELECT DATE(m.state_since) FROM matter m WHERE m.id = resident_opinion.id)
       WHERE id IN (SELECT id FROM matter WHERE kind = 'opinion' AND state = 'closed')`,
    )
  }

  async down(runner: QueryRunner) {
    const table = 'resident_opinion'
    // What residents said after the end has no state of its own before: the deputy has it, or the office.
    await runner.query(
      "UPDATE matter SET state = 'received', next_at = '1970-01-01 00:00:00.000' WHERE kind = 'opinion' AND state IN ('unsolved', 'unsolvedAgain')",
    )
    await runner.dropIndex(table, 'resident_opinion_earlier')
    for (const name of [
      'follow_up_answer',
      'followed_on',
      'follow_ups',
      'ended_on',
      'rating_asked',
      'times_unsolved',
      'goes_to',
      'earlier_suggestion_id',
    ])
      await runner.dropColumn(table, name)
  }
}
