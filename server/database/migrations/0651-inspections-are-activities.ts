import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, flag, idColumn, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const added = [
  maybe('sites', longText),
  maybe('unit_id', idColumn),
  column('unannounced', flag),
  maybe('law', word(60)),
  maybe('articles', longText),
  maybe('questions', longText),
  maybe('no_finding_because', word(300)),
]

const finding = table(
  'finding',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('activity_id', idColumn),
    column('position', count),
    maybe('site', word(60)),
    column('seen', word(500)),
    column('problem', word(300)),
    maybe('law_article', word(60)),
    column('unit_id', idColumn),
    column('due_on', day),
    maybe('result', word(500)),
    column('rule_set_id', idColumn),
  ],
  [index('finding_activity', 'activity_id', 'position')],
)

/** An inspection is an activity that asks, finds, and hands over. */
export class InspectionsAreActivities1795219206510 implements MigrationInterface {
  name = 'InspectionsAreActivities1795219206510'

  async up(runner: QueryRunner) {
    for (const each of added) await runner.addColumn('activity', new TableColumn(each))
    await runner.createTable(finding)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(finding)
    for (const each of [...added].reverse()) await runner.dropColumn('activity', each.name)
  }
}
