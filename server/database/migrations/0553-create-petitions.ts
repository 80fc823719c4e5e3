import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { day, flag, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const petitions = table(
  'petition',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('no', word(12)),
    column('petition_kind', word(20)),
    column('resident_id', idColumn),
    column('sealed', longText),
    column('named', flag),
    column('has_phone', flag),
    column('about_office', flag),
    maybe('handler_id', idColumn),
    maybe('about_unit_id', idColumn),
    maybe('office', word(20)),
    maybe('referred_where', word(60)),
    maybe('their_receipt', word(40)),
    maybe('summary', word(300)),
    maybe('noticed_on', day),
    maybe('typed_by_id', idColumn),
    maybe('rule_set_id', idColumn),
    column('created_at', instant),
  ],
  [unique('petition_no', 'town_id', 'no'), index('petition_resident', 'resident_id', 'created_at', 'id')],
)

export class CreatePetitions1795219205530 implements MigrationInterface {
  name = 'CreatePetitions1795219205530'

  async up(runner: QueryRunner) {
    await runner.createTable(petitions)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'petition')
    await runner.dropTable(petitions)
  }
}
