import type { MigrationInterface, QueryRunner } from 'typeorm'
import { digest, idColumn, instant, word } from '../columns'
import { column, index, key, maybe, unique, table } from '../tables'

const tables = [
  table(
    'account',
    [
      key('id', idColumn),
      column('openid', word(64)),
      column('openid_digest', digest),
      column('created_at', instant),
    ],
    [unique('account_openid_digest', 'openid_digest')],
  ),
  table(
    'sign_in',
    [
      key('token_digest', digest),
      column('account_id', idColumn),
      column('created_at', instant),
      column('expires_at', instant),
    ],
    [index('sign_in_account', 'account_id')],
  ),
  table(
    'invite',
    [
      key('id', idColumn),
      column('person_id', idColumn),
      column('code_digest', digest),
      column('created_at', instant),
      column('expires_at', instant),
      maybe('ended_at', instant),
      maybe('used_by_account_id', idColumn),
    ],
    [unique('invite_code_digest', 'code_digest'), index('invite_person', 'person_id')],
  ),
  table(
    'resident',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('account_id', idColumn),
      maybe('name', word(20)),
      maybe('phone', word(20)),
      maybe('village_id', idColumn),
      column('created_at', instant),
    ],
    [unique('resident_town_account', 'town_id', 'account_id')],
  ),
]

export class CreateSignIn1795219200003 implements MigrationInterface {
  name = 'CreateSignIn1795219200003'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
