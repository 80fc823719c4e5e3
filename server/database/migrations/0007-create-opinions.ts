import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, unique, table } from '../tables'

const tables = [
  table(
    'resident_opinion',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('version', count),
      column('state', word(20)),
      column('state_since', instant),
      column('resident_id', idColumn),
      column('deputy_id', idColumn),
      maybe('liaison_station_id', idColumn),
      maybe('village_id', idColumn),
      column('opinion_kind', word(20)),
      maybe('suggestion_id', idColumn),
      maybe('referred_to', word(20)),
      maybe('explanation', longText),
      maybe('rating', word(20)),
      maybe('rating_comment', longText),
      column('created_at', instant),
    ],
    [
      index('resident_opinion_town_state', 'town_id', 'state', 'state_since'),
      index('resident_opinion_resident', 'resident_id', 'state_since', 'id'),
      index('resident_opinion_deputy', 'deputy_id', 'state_since', 'id'),
      index('resident_opinion_suggestion', 'suggestion_id'),
    ],
  ),
  table(
    'opinion_message',
    [
      key('id', idColumn),
      column('resident_opinion_id', idColumn),
      column('position', count),
      column('author', word(10)),
      column('text', longText),
      column('at', instant),
    ],
    [unique('opinion_message_opinion', 'resident_opinion_id', 'position')],
  ),
  table(
    'opinion_event',
    [
      key('resident_opinion_id', idColumn),
      key('version', count),
      column('town_id', idColumn),
      column('action', word(30)),
      maybe('from_state', word(20)),
      column('to_state', word(20)),
      column('party', word(20)),
      maybe('note', longText),
      column('at', instant),
    ],
    [],
  ),
]

export class CreateOpinions1795219200006 implements MigrationInterface {
  name = 'CreateOpinions1795219200006'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
