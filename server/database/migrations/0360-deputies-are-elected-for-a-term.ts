import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, flag, idColumn, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table } from '../tables'

const elected = table(
  'elected_deputy',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('term_no', count),
    column('person_id', idColumn),
    maybe('electoral_district_id', idColumn),
    maybe('certificate_no', word(40)),
    maybe('deputy_group_id', idColumn),
    column('group_leader', flag),
    maybe('paper', word(60)),
    column('place', { ...count, default: 0 }),
    maybe('begun_on', day),
  ],
  [index('elected_deputy_place', 'town_id', 'place', 'id'), index('elected_deputy_person', 'person_id')],
)

export class DeputiesAreElectedForATerm1795219203600 implements MigrationInterface {
  name = 'DeputiesAreElectedForATerm1795219203600'

  async up(runner: QueryRunner) {
    await runner.createTable(elected)
    await addRegisterColumns(runner, 'elected_deputy')
  }

  async down(runner: QueryRunner) {
    await runner.query('DELETE FROM search_token WHERE matter_id IN (SELECT id FROM elected_deputy)')
    await runner.query("DELETE FROM matter_event WHERE kind = 'electedDeputy'")
    await runner.dropTable(elected)
  }
}
