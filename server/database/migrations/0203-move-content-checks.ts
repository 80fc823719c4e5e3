import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../columns'
import { column, index, maybe } from '../tables'

const moved = ['version', 'state', 'state_since', 'decided_by_id'] as const
const begun = "'1970-01-01 00:00:00.000'"

/** What the head of a matter takes over: the rest of it is derived at the next start. */
const intoMatter = `INSERT INTO matter (id, kind, town_id, state, version, state_since, title, found_by, next_at)
  SELECT id, 'contentCheck', town_id, state, version, state_since, '', '', ${begun} FROM content_check`

/** Where each check of public words stands is kept as of every other matter. */
export class MoveContentChecks1795219202030 implements MigrationInterface {
  name = 'MoveContentChecks1795219202030'

  async up(runner: QueryRunner) {
    await runner.dropIndex('matter', 'matter_state')
    await runner.createIndex('matter', index('matter_state', 'kind', 'state', 'town_id', 'state_since', 'id'))
    await runner.query(intoMatter)
    await runner.dropIndex('content_check', 'content_check_town')
    await runner.dropColumns('content_check', [...moved])
    await runner.createIndex('content_check', index('content_check_town', 'town_id', 'kind', 'id'))
    await runner.createIndex('content_check', index('content_check_looked', 'looked_at', 'written_at'))
  }

  /** Who decided last is known by the last step of a person. */
  async down(runner: QueryRunner) {
    for (const name of ['content_check_town', 'content_check_looked'])
      await runner.dropIndex('content_check', name)
    await runner.addColumns(
      'content_check',
      [
        column('version', { ...count, default: 0 }),
        column('state', { ...word(20), default: "'pending'" }),
        column('state_since', { ...instant, default: begun }),
        maybe('decided_by_id', idColumn),
      ].map((each) => new TableColumn(each)),
    )
    for (const name of ['version', 'state', 'state_since'])
      await runner.query(
        `UPDATE content_check SET ${name} = (SELECT m.${name} FROM matter m WHERE m.id = content_check.id)`,
      )
    await runner.query(
      `UPDATE content_check SET decided_by_id = (SELECT e.person_id FROM matter_event e WHERE e.matter_id = content_check.id
         AND e.kind = 'contentCheck' AND e.person_id IS NOT NULL AND e.version = (SELECT MAX(l.version) FROM matter_event l
           WHERE l.matter_id = content_check.id AND l.kind = 'contentCheck' AND l.person_id IS NOT NULL))`,
    )
    await runner.createIndex(
      'content_check',
      index('content_check_town', 'town_id', 'state', 'state_since', 'id'),
    )
    for (const name of ['matter_holder', 'search_token'])
      await runner.query(
        `DELETE FROM ${name} WHERE matter_id IN (SELECT id FROM matter WHERE kind = 'contentCheck')`,
      )
    await runner.query(
      "DELETE FROM matter_told WHERE matter_id IN (SELECT id FROM matter WHERE kind = 'contentCheck')",
    )
    await runner.query("DELETE FROM matter WHERE kind = 'contentCheck'")
    await runner.dropIndex('matter', 'matter_state')
    await runner.createIndex('matter', index('matter_state', 'town_id', 'kind', 'state', 'state_since', 'id'))
  }
}
