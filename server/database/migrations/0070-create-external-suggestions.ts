import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'external_suggestion',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('version', count),
      column('deputy_id', idColumn),
      column('congress_level', word(20)),
      column('subject', word(120)),
      column('submitted_on', day),
      maybe('external_no', word(60)),
      maybe('unit_name', word(120)),
      maybe('deadline_on', day),
      maybe('suggestion_id', idColumn),
      maybe('opinion_id', idColumn),
      maybe('outcome', word(20)),
      maybe('public_result', word(120)),
      maybe('replied_on', day),
      maybe('satisfaction', word(20)),
      column('created_at', instant),
    ],
    [index('external_suggestion_town', 'town_id', 'created_at', 'id')],
  ),
  table(
    'external_suggestion_entry',
    [
      key('id', idColumn),
      column('external_suggestion_id', idColumn),
      column('entry_kind', word(20)),
      column('held_on', day),
      column('note', longText),
      column('person_id', idColumn),
      column('at', instant),
    ],
    [index('external_suggestion_entry_of', 'external_suggestion_id', 'held_on', 'id')],
  ),
]

export class CreateExternalSuggestions1795219200700 implements MigrationInterface {
  name = 'CreateExternalSuggestions1795219200700'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
