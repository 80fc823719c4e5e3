import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn, instant, moreBytes, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'photo',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('person_id', idColumn),
      column('jpeg', moreBytes),
      column('uploaded_at', instant),
      maybe('used_at', instant),
    ],
    [index('photo_unused', 'used_at', 'uploaded_at')],
  ),
  table(
    'photo_use',
    [
      key('id', idColumn),
      column('photo_id', idColumn),
      column('suggestion_id', idColumn),
      column('round_no', count),
      column('photo_kind', word(20)),
      maybe('reply_version', count),
      maybe('consultation_id', idColumn),
      column('position', count),
    ],
    [index('photo_use_round', 'suggestion_id', 'round_no'), index('photo_use_photo', 'photo_id')],
  ),
]

export class CreatePhotos1795219201000 implements MigrationInterface {
  name = 'CreatePhotos1795219201000'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
