import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { instant, longText, word } from '../columns'
import { column, maybe } from '../tables'

const ofSignIns = [
  column('kind', { ...word(5), default: "'phone'" }),
  maybe('device', word(40)),
  maybe('place', word(60)),
  maybe('last_used_at', instant),
  maybe('posts_held', longText),
]

/** Sign-ins at desks end sooner than those of phones, and people see where they are signed in. */
export class WidenSignIn1795219201900 implements MigrationInterface {
  name = 'WidenSignIn1795219201900'

  async up(runner: QueryRunner) {
    await runner.addColumns(
      'sign_in',
      ofSignIns.map((one) => new TableColumn(one)),
    )
    await runner.query('UPDATE sign_in SET last_used_at = created_at')
  }

  /** What was signed in at a desk must not live on as a phone's. */
  async down(runner: QueryRunner) {
    await runner.query("DELETE FROM sign_in WHERE kind = 'desk'")
    await runner.dropColumns(
      'sign_in',
      ofSignIns.map(({ name }) => name),
    )
  }
}
