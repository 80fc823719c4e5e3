import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, instant, longText, moreBytes, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const imports = table(
  'import_record',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('import_kind', word(10)),
    maybe('person_id', idColumn),
    column('imported_at', instant),
    column('file_name', word(120)),
    column('says', longText),
    maybe('changes', moreBytes),
    maybe('undo_until', instant),
    maybe('taken_back_at', instant),
    maybe('taken_back_by', idColumn),
  ],
  [
    index('import_record_town', 'town_id', 'import_kind', 'imported_at', 'id'),
    index('import_record_undo', 'undo_until'),
  ],
)

/** Who brought which file into the register, and for a while what it changed, so that it can be taken back. */
export class ImportsAreRemembered1795219203500 implements MigrationInterface {
  name = 'ImportsAreRemembered1795219203500'

  async up(runner: QueryRunner) {
    await runner.createTable(imports)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(imports)
  }
}
