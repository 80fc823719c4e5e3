import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn, instant, moreBytes, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const attachments = table(
  'opinion_attachment',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('account_id', idColumn),
    column('format', word(8)),
    column('content', moreBytes),
    maybe('seconds', count),
    column('uploaded_at', instant),
    maybe('used_at', instant),
    maybe('resident_opinion_id', idColumn),
    maybe('message_id', idColumn),
    maybe('position', count),
    maybe('looked_at', instant),
  ],
  [
    index('opinion_attachment_opinion', 'resident_opinion_id', 'message_id', 'position'),
    index('opinion_attachment_unused', 'used_at', 'uploaded_at'),
    index('opinion_attachment_account', 'account_id', 'used_at'),
  ],
)

/** Photos and recordings beside what residents and deputies say to each other. */
export class AttachmentsOfMessages1795219205400 implements MigrationInterface {
  name = 'AttachmentsOfMessages1795219205400'

  up = (runner: QueryRunner) => runner.createTable(attachments)
  down = (runner: QueryRunner) => runner.dropTable(attachments)
}
