import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const feedback = table(
  'app_feedback',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    maybe('county_id', idColumn),
    maybe('awaits_county_id', idColumn),
    maybe('person_id', idColumn),
    maybe('resident_id', idColumn),
    column('written_as', word(20)),
    column('about', word(20)),
    column('text', longText),
    maybe('answer', longText),
    column('written_at', instant),
  ],
  [
    index('app_feedback_county', 'county_id', 'written_at', 'id'),
    index('app_feedback_awaits', 'awaits_county_id', 'written_at', 'id'),
    index('app_feedback_person', 'person_id', 'written_at', 'id'),
    index('app_feedback_resident', 'resident_id', 'written_at', 'id'),
  ],
)

/** 对小程序的意见: written past the town to whoever keeps the app. */
export class CreateAppFeedback1795219206550 implements MigrationInterface {
  name = 'CreateAppFeedback1795219206550'

  async up(runner: QueryRunner) {
    await runner.createTable(feedback)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'appFeedback')
    await runner.dropTable(feedback)
  }
}
