import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, digest, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'idempotency_key',
    [
      key('actor_id', idColumn),
      key('request_key', word(64)),
      column('body_digest', digest),
      column('status', count),
      maybe('answer', longText),
      column('created_at', instant),
    ],
    [index('idempotency_key_created', 'created_at')],
  ),
  table(
    'job_run',
    [
      key('name', word(30)),
      maybe('lease_token', idColumn),
      maybe('leased_until', instant),
      maybe('started_at', instant),
      maybe('ended_at', instant),
      maybe('last_error', word(500)),
    ],
    [],
  ),
]

export class CreateRuns1795219200008 implements MigrationInterface {
  name = 'CreateRuns1795219200008'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
