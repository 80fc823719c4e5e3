import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, unique, table } from '../tables'

const tables = [
  table(
    'suggestion',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('version', count),
      column('state', word(20)),
      column('state_since', instant),
      maybe('suggestion_no', word(40)),
      column('subject', word(60)),
      column('facts', longText),
      column('proposal', longText),
      column('text_version', count),
      maybe('village_id', idColumn),
      column('lead_deputy_id', idColumn),
      maybe('category', word(20)),
      maybe('public_item', word(60)),
      column('current_round', count),
      column('created_at', instant),
      maybe('submitted_at', instant),
      maybe('accepted_at', instant),
      maybe('conclusion', longText),
    ],
    [
      index('suggestion_town_accepted', 'town_id', 'accepted_at', 'id'),
      index('suggestion_town_state_accepted', 'town_id', 'state', 'accepted_at', 'id'),
      index('suggestion_town_village_accepted', 'town_id', 'village_id', 'accepted_at', 'id'),
      index('suggestion_town_changed', 'town_id', 'state_since', 'id'),
      index('suggestion_lead', 'lead_deputy_id'),
      unique('suggestion_no', 'town_id', 'suggestion_no'),
    ],
  ),
  table('number_series', [key('town_id', idColumn), key('series', word(30)), column('last', count)], []),
  table(
    'co_signature',
    [
      key('suggestion_id', idColumn),
      key('person_id', idColumn),
      column('answer', word(10)),
      column('text_version', count),
      maybe('answered_at', instant),
    ],
    [index('co_signature_person', 'person_id')],
  ),
  table(
    'review',
    [
      key('id', idColumn),
      column('suggestion_id', idColumn),
      column('version', count),
      column('verdict', word(10)),
      maybe('failed_checks', word(60)),
      maybe('ground', word(30)),
      maybe('reason', longText),
      column('person_id', idColumn),
      column('at', instant),
    ],
    [unique('review_suggestion', 'suggestion_id', 'version')],
  ),
  table(
    'co_unit',
    [key('suggestion_id', idColumn), key('handling_unit_id', idColumn)],
    [index('co_unit_unit', 'handling_unit_id')],
  ),
  table(
    'suggestion_event',
    [
      key('suggestion_id', idColumn),
      key('version', count),
      column('town_id', idColumn),
      column('action', word(30)),
      maybe('from_state', word(20)),
      column('to_state', word(20)),
      column('party', word(20)),
      maybe('person_id', idColumn),
      maybe('note', longText),
      maybe('public_line', word(200)),
      column('at', instant),
    ],
    [],
  ),
]

export class CreateSuggestions1795219200004 implements MigrationInterface {
  name = 'CreateSuggestions1795219200004'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
