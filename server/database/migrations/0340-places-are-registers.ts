import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, idColumn, word } from '../columns'
import { addRegisterColumns, dropRegisterColumns } from '../register-columns'
import { index, key, column, maybe, table } from '../tables'

const places = ['village', 'handling_unit', 'deputy_group', 'electoral_district', 'liaison_station'] as const

/** What only one of them has. */
const more = [
  ['handling_unit', maybe('merged_into_id', idColumn)],
  ['deputy_group', maybe('meeting_place', word(60))],
  ['electoral_district', maybe('seats', count)],
  ['liaison_station', maybe('map_place', word(40))],
  ['liaison_station', maybe('manager_name', word(20))],
  ['liaison_station', maybe('officer_name', word(20))],
  ['liaison_station', maybe('officer_phone', word(20))],
] as const

const villagesOfDistricts = table(
  'electoral_district_village',
  [key('electoral_district_id', idColumn), key('village_id', idColumn), column('position', count)],
  [],
)

const inOrder = (name: string) => index(`${name}_order`, 'town_id', 'position', 'id')

/** Villages, units, groups, districts and stations have a version, an end, and the names that they had before. */
export class PlacesAreRegisters1795219203400 implements MigrationInterface {
  name = 'PlacesAreRegisters1795219203400'

  async up(runner: QueryRunner) {
    for (const name of places) {
      await addRegisterColumns(runner, name)
      await runner.addColumn(name, new TableColumn(maybe('former_names', word(200))))
    }
    for (const [name, added] of more) await runner.addColumn(name, new TableColumn({ ...added }))
    for (const name of places) await runner.createIndex(name, inOrder(name))
    await runner.createTable(villagesOfDistricts)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(villagesOfDistricts)
    for (const name of places) await runner.dropIndex(name, inOrder(name))
    for (const [name, added] of [...more].reverse()) await runner.dropColumn(name, added.name)
    for (const name of [...places].reverse()) {
      await runner.dropColumn(name, 'former_names')
      await dropRegisterColumns(runner, name)
    }
  }
}
