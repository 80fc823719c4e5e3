import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table } from '../tables'

const trainings = table(
  'training',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('title', word(60)),
    column('topic', word(20)),
    column('training_form', word(20)),
    column('held_on', day),
    maybe('held_until', day),
    maybe('hours', word(10)),
    maybe('teacher', word(40)),
    column('organiser', word(20)),
  ],
  [index('training_order', 'town_id', 'held_on', 'id')],
)
const persons = table(
  'training_person',
  [key('training_id', idColumn), key('person_id', idColumn), column('position', count)],
  [index('training_person_person', 'person_id')],
)

/** 学习培训: what was held between sessions, and who was there. */
export class CreateTrainings1795219206000 implements MigrationInterface {
  name = 'CreateTrainings1795219206000'

  async up(runner: QueryRunner) {
    await runner.createTable(trainings)
    await addRegisterColumns(runner, 'training')
    await runner.createTable(persons)
  }

  async down(runner: QueryRunner) {
    await runner.query("DELETE FROM matter_event WHERE kind = 'training'")
    await runner.dropTable(persons)
    await runner.dropTable(trainings)
  }
}
