import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { maybe } from '../tables'

/** A promise ends in a word of its own, no longer in silence; what the presidium concluded leaves none open. */
export class HowPromisesEnded1795219203900 implements MigrationInterface {
  name = 'HowPromisesEnded1795219203900'

  async up(runner: QueryRunner) {
    await runner.addColumn('commitment', new TableColumn(maybe('ended_how', word(20))))
    await runner.query(
      `UPDATE commitment SET ended_at = (SELECT m.state_since FROM matter m WHERE m.id = commitment.suggestion_id)
       WHERE ended_at IS NULL AND suggestion_id IN
         (SELECT m.id FROM matter m WHERE m.kind = 'suggestion' AND m.state IN ('closed', 'archived'))`,
    )
    // Whoever knows of a newer one knows why this one ended; one round has one reply, so a later round was opened anew.
    const newer = `SELECT n.suggestion_id, MAX(n.promised_at) AS last FROM commitment n GROUP BY n.suggestion_id`
    const rows = (await runner.query(
      `SELECT c.id, CASE
         WHEN c.rating = 'notSatisfied' THEN 'again'
         WHEN c.rating IS NOT NULL THEN 'rated'
         WHEN s.current_round > c.round_no THEN 'rehandled'
         WHEN newest.last >= c.ended_at THEN 'replaced'
         WHEN s.conclusion IS NOT NULL THEN 'concluded'
         WHEN c.result IS NOT NULL THEN 'lapsed' ELSE 'dropped' END AS endedHow
       FROM commitment c JOIN suggestion s ON s.id = c.suggestion_id
       JOIN (${newer}) newest ON newest.suggestion_id = c.suggestion_id
       WHERE c.ended_at IS NOT NULL`,
    )) as { id: string; endedHow: string }[]
    for (const { id, endedHow } of rows)
      await runner.query('UPDATE commitment SET ended_how = ? WHERE id = ?', [endedHow, id])
  }

  /** What had been left open by a conclusion stays ended: nobody waits for it. */
  async down(runner: QueryRunner) {
    await runner.dropColumn('commitment', 'ended_how')
  }
}
