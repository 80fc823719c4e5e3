import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, flag, word } from '../columns'
import { column, maybe } from '../tables'

/** Beside photos, files hang on suggestions, replies and reports of progress: with their name, kind and size. */
export class FilesOfSuggestions1795219204900 implements MigrationInterface {
  name = 'FilesOfSuggestions1795219204900'

  async up(runner: QueryRunner) {
    for (const added of [
      maybe('file_name', word(120)),
      maybe('file_kind', word(10)),
      maybe('file_bytes', count),
    ])
      await runner.addColumn('photo', new TableColumn(added))
    for (const added of [maybe('event_version', count), column('is_open', flag)])
      await runner.addColumn('photo_use', new TableColumn(added))
  }

  async down(runner: QueryRunner) {
    await runner.query(
      'DELETE FROM photo_use WHERE photo_id IN (SELECT id FROM photo WHERE file_name IS NOT NULL)',
    )
    await runner.query('DELETE FROM photo WHERE file_name IS NOT NULL')
    for (const name of ['is_open', 'event_version']) await runner.dropColumn('photo_use', name)
    for (const name of ['file_bytes', 'file_kind', 'file_name']) await runner.dropColumn('photo', name)
  }
}
