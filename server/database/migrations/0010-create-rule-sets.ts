import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const ruleSet = table(
  'rule_set',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('profile', word(20)),
    maybe('overrides', longText),
    column('max_rounds', count),
    column('created_at', instant),
  ],
  [index('rule_set_town', 'town_id')],
)
/** Each holds the rules that it goes by. */
const holders = ['town', 'suggestion', 'resident_opinion']

export class CreateRuleSets1795219200100 implements MigrationInterface {
  name = 'CreateRuleSets1795219200100'

  async up(runner: QueryRunner) {
    await runner.createTable(ruleSet)
    for (const holder of holders)
      await runner.addColumn(holder, new TableColumn(maybe('rule_set_id', idColumn)))
    // Whatever has begun keeps the rules it began under; the first ones of a town take the town's own id.
    await runner.query(
      `INSERT INTO rule_set (id, town_id, profile, overrides, max_rounds, created_at)
       SELECT id, id, profile, NULL, 2, CURRENT_TIMESTAMP FROM town`,
    )
    for (const holder of holders) {
      await runner.query(`UPDATE ${holder} SET rule_set_id = ${holder === 'town' ? 'id' : 'town_id'}`)
    }
  }

  async down(runner: QueryRunner) {
    for (const holder of holders) await runner.dropColumn(holder, 'rule_set_id')
    await runner.dropTable(ruleSet)
  }
}
