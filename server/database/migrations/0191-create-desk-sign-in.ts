import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, digest, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const tables = [
  table(
    'desk_request',
    [
      key('scene_digest', digest),
      column('secret_digest', digest),
      column('number', word(2)),
      column('device', word(40)),
      column('place', word(60)),
      column('state', word(10)),
      maybe('account_id', idColumn),
      column('created_at', instant),
      column('expires_at', instant),
    ],
    [unique('desk_request_secret', 'secret_digest'), index('desk_request_expires', 'expires_at')],
  ),
  table(
    'desk_password',
    [
      key('account_id', idColumn),
      column('login_name', word(20)),
      column('name_digest', digest),
      column('password_hash', word(200)),
      column('sealed_secret', longText),
      column('last_step', count),
      column('created_at', instant),
    ],
    [unique('desk_password_name', 'name_digest')],
  ),
  table(
    'recovery_code',
    [key('code_digest', digest), column('account_id', idColumn), maybe('used_at', instant)],
    [index('recovery_code_account', 'account_id')],
  ),
  table(
    'sign_in_failure',
    [key('made_by', digest), column('failures', count), column('ends_at', instant)],
    [index('sign_in_failure_ends', 'ends_at')],
  ),
]

/** The ways in at a desk: a code that the phone confirms, or a password with a time-based code. */
export class CreateDeskSignIn1795219201901 implements MigrationInterface {
  name = 'CreateDeskSignIn1795219201901'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
