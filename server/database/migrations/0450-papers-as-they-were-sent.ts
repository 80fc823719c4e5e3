import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, table } from '../tables'

const papers = table(
  'sent_paper',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('suggestion_id', idColumn),
    column('paper_kind', word(30)),
    column('round_no', count),
    column('part', word(30)),
    column('on_day', day),
    column('content', longText),
    column('sent_at', instant),
  ],
  [index('sent_paper_suggestion', 'suggestion_id', 'sent_at', 'id')],
)

/** What a step sends out as a document is kept as it was sent. */
export class PapersAsTheyWereSent1795219204500 implements MigrationInterface {
  name = 'PapersAsTheyWereSent1795219204500'

  async up(runner: QueryRunner) {
    await runner.createTable(papers)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(papers)
  }
}
