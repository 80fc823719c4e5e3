import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, idColumn, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const added = [maybe('letter_no', word(30)), maybe('letter_on', day), maybe('answer_by', day)]

const opinions = table(
  'report_opinion',
  [
    key('id', idColumn),
    column('report_id', idColumn),
    column('position', count),
    column('text', longText),
    maybe('answer', longText),
    maybe('text_check_id', idColumn),
    maybe('answer_check_id', idColumn),
  ],
  [
    index('report_opinion_report', 'report_id', 'position'),
    index('report_opinion_text_check', 'text_check_id'),
    index('report_opinion_answer_check', 'answer_check_id'),
  ],
)

/** What the voters said of a report goes to the deputy in a letter, who answers it. */
export class LettersAfterReports1795219206610 implements MigrationInterface {
  name = 'LettersAfterReports1795219206610'

  async up(runner: QueryRunner) {
    for (const each of added) await runner.addColumn('duty_report', new TableColumn(each))
    await runner.createTable(opinions)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'dutyReport')
    await runner.dropTable(opinions)
    for (const each of [...added].reverse()) await runner.dropColumn('duty_report', each.name)
  }
}
