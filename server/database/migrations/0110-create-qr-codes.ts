import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, instant, moreBytes, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const qrCode = table(
  'qr_code',
  [
    key('scene', word(32)),
    column('town_id', idColumn),
    column('target_kind', word(10)),
    column('target_id', idColumn),
    maybe('live_for', word(40)),
    column('content_type', word(20)),
    column('image', moreBytes),
    column('created_at', instant),
    column('created_by_id', idColumn),
    maybe('revoked_at', instant),
    maybe('revoked_by_id', idColumn),
    maybe('revoked_because', word(60)),
  ],
  [index('qr_code_target', 'town_id', 'target_kind', 'target_id'), unique('qr_code_live', 'live_for')],
)

export class CreateQrCodes1795219201100 implements MigrationInterface {
  name = 'CreateQrCodes1795219201100'

  up(runner: QueryRunner) {
    return runner.createTable(qrCode)
  }

  down(runner: QueryRunner) {
    return runner.dropTable(qrCode)
  }
}
