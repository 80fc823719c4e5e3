import type { MigrationInterface, QueryRunner } from 'typeorm'
import { index } from '../tables'

/** What an operation or a job asks for and was found only by reading a table through. */
const added = {
  post: index('post_kind', 'town_id', 'post_kind'),
  person: index('person_group', 'deputy_group_id'),
  disqualifying_item: index('disqualifying_item_suggestion', 'suggestion_id'),
  matter: index('matter_town', 'town_id'),
  sign_in: index('sign_in_expires', 'expires_at'),
  wechat_event: index('wechat_event_aside', 'set_aside_for'),
  reply: index('reply_result_check', 'result_check_id'),
  suggestion: index('suggestion_separated_from', 'separated_from_id'),
}

export class IndexWhatIsAsked1795219202750 implements MigrationInterface {
  name = 'IndexWhatIsAsked1795219202750'

  async up(runner: QueryRunner) {
    for (const [table, one] of Object.entries(added)) await runner.createIndex(table, one)
  }

  async down(runner: QueryRunner) {
    for (const [table, one] of Object.entries(added)) await runner.dropIndex(table, one)
  }
}
