import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { maybe } from '../tables'

/** Whoever leads a key suggestion is somebody of the register, whatever becomes of the name. */
export class WhoLeadsIsSomebody1795219205160 implements MigrationInterface {
  name = 'WhoLeadsIsSomebody1795219205160'

  async up(runner: QueryRunner) {
    await runner.addColumn('key_suggestion', new TableColumn(maybe('leader_id', idColumn)))
    // Of two who have one name nobody knows whom it meant.
    await runner.query(
      `UPDATE key_suggestion SET leader_id = (
         SELECT MAX(p.id) FROM post o JOIN person p ON p.id = o.person_id
         WHERE o.town_id = key_suggestion.town_id AND o.post_kind = 'leadingOfficial' AND o.ended_on IS NULL
           AND p.name = key_suggestion.leading_official
         HAVING COUNT(DISTINCT p.id) = 1)
       WHERE ended_at IS NULL`,
    )
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('key_suggestion', 'leader_id')
  }
}
