import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, idColumn, word } from '../columns'
import { addRegisterColumns, dropRegisterColumns } from '../register-columns'
import { index, maybe } from '../tables'

const more = [
  new TableColumn(maybe('birth_year', count)),
  new TableColumn(maybe('occupation_kind', word(20))),
  new TableColumn(maybe('party', word(20))),
  new TableColumn(maybe('education', word(20))),
  new TableColumn(maybe('merged_into_id', idColumn)),
]
const byPlace = index('person_place', 'town_id', 'position', 'id')

/** Somebody of the register has a version, an end with a day and a reason, and is merged with a double of themselves. */
export class PeopleAreARegister1795219203350 implements MigrationInterface {
  name = 'PeopleAreARegister1795219203350'

  async up(runner: QueryRunner) {
    await addRegisterColumns(runner, 'person')
    await runner.addColumns('person', more)
    await runner.createIndex('person', byPlace)
  }

  /** What was merged is one: all that named the double names the other. */
  async down(runner: QueryRunner) {
    await runner.query('DELETE FROM person WHERE merged_into_id IS NOT NULL')
    await runner.query("DELETE FROM search_token WHERE kind = 'person' OR kind LIKE 'person.%'")
    await runner.query("DELETE FROM matter_event WHERE kind = 'person'")
    await runner.dropIndex('person', byPlace)
    for (const { name } of [...more].reverse()) await runner.dropColumn('person', name)
    await dropRegisterColumns(runner, 'person')
  }
}
