import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, idColumn, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const toldHows = table(
  'told_how',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('resident_opinion_id', idColumn),
    column('end_no', count),
    maybe('open_for_id', idColumn),
    column('ended_on', day),
    maybe('how', word(20)),
    maybe('told_on', day),
    maybe('told_by_id', idColumn),
    maybe('in_words', word(20)),
    maybe('said', word(300)),
    maybe('because', word(20)),
    maybe('tried', word(200)),
  ],
  [
    index('told_how_town', 'town_id', 'ended_on'),
    index('told_how_opinion', 'resident_opinion_id', 'end_no'),
    unique('told_how_open', 'open_for_id'),
  ],
)

export class CreateToldHows1795219205500 implements MigrationInterface {
  name = 'CreateToldHows1795219205500'

  async up(runner: QueryRunner) {
    await runner.createTable(toldHows)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'toldHow')
    await runner.dropTable(toldHows)
  }
}
