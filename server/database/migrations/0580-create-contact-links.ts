import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table } from '../tables'

const registers = {
  contactLink: table(
    'contact_link',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('contact_kind', word(20)),
      maybe('person_id', idColumn),
      maybe('county_leader', word(20)),
      maybe('deputy_group_id', idColumn),
      maybe('note', word(60)),
      column('position', count),
    ],
    [
      index('contact_link_place', 'town_id', 'position', 'id'),
      index('contact_link_own', 'town_id', 'person_id'),
    ],
  ),
  contactEntry: table(
    'contact_entry',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      maybe('person_id', idColumn),
      maybe('county_leader', word(20)),
      column('contacted_on', day),
      column('contact_way', word(20)),
      maybe('deputy_group_id', idColumn),
      maybe('difficulty', word(500)),
      maybe('result', word(300)),
    ],
    [
      index('contact_entry_order', 'town_id', 'contacted_on', 'id'),
      index('contact_entry_own', 'town_id', 'person_id', 'contacted_on', 'id'),
      index('contact_entry_group', 'town_id', 'deputy_group_id', 'contacted_on'),
    ],
  ),
}
const deputies = ['contact_link', 'contact_entry'].map((name) =>
  table(
    `${name}_deputy`,
    [key(`${name}_id`, idColumn), key('person_id', idColumn), column('position', count)],
    [index(`${name}_deputy_person`, 'person_id')],
  ),
)

/** 双联系: who keeps in touch with which deputies, and when they did. */
export class CreateContactLinks1795219205800 implements MigrationInterface {
  name = 'CreateContactLinks1795219205800'

  async up(runner: QueryRunner) {
    for (const register of Object.values(registers)) {
      await runner.createTable(register)
      await addRegisterColumns(runner, register.name)
    }
    for (const each of deputies) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...deputies].reverse()) await runner.dropTable(each)
    for (const [kind, register] of Object.entries(registers).reverse()) {
      await runner.query('DELETE FROM matter_event WHERE kind = ?', [kind])
      await runner.dropTable(register)
    }
  }
}
