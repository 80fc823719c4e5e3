import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, flag, idColumn, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table } from '../tables'

const tables = {
  visit: table(
    'visit',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('deputy_id', idColumn),
      column('visited_on', day),
      column('visit_kind', word(20)),
      maybe('village_id', idColumn),
      column('persons', count),
      maybe('households', count),
      maybe('cared_for', word(20)),
      maybe('said', word(500)),
      maybe('result', word(100)),
    ],
    [
      index('visit_order', 'town_id', 'visited_on', 'id'),
      index('visit_own', 'town_id', 'deputy_id', 'visited_on', 'id'),
    ],
  ),
  goodDeed: table(
    'good_deed',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('deputy_id', idColumn),
      column('deed_kind', word(20)),
      column('title', word(60)),
      column('done_on', day),
      maybe('village_id', idColumn),
      maybe('persons', count),
      maybe('cost', count),
      maybe('dispute_kind', word(20)),
      maybe('sides', word(40)),
      maybe('household_code', word(20)),
      maybe('progress', word(300)),
      maybe('risk_ended_on', day),
      maybe('result', word(100)),
      column('confirmed', flag),
    ],
    [
      index('good_deed_order', 'town_id', 'done_on', 'id'),
      index('good_deed_own', 'town_id', 'deputy_id', 'done_on', 'id'),
    ],
  ),
  contactVoter: table(
    'contact_voter',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('deputy_id', idColumn),
      column('name', word(20)),
      maybe('phone', word(24)),
      column('village_id', idColumn),
      maybe('last_on', day),
      maybe('note', word(60)),
    ],
    [
      index('contact_voter_order', 'town_id', 'name', 'id'),
      index('contact_voter_own', 'town_id', 'deputy_id', 'name', 'id'),
    ],
  ),
}

/** What deputies do between sessions: whom they visited, what they did, whom they keep in touch with. */
export class CreateVisits1795219205620 implements MigrationInterface {
  name = 'CreateVisits1795219205620'

  async up(runner: QueryRunner) {
    for (const each of Object.values(tables)) {
      await runner.createTable(each)
      await addRegisterColumns(runner, each.name)
    }
  }

  async down(runner: QueryRunner) {
    for (const [kind, each] of Object.entries(tables).reverse()) {
      await runner.query(`DELETE FROM matter_event WHERE kind = '${kind}'`)
      await runner.dropTable(each)
    }
  }
}
