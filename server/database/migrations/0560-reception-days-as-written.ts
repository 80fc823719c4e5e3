import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, idColumn, word } from '../columns'
import { column, key, maybe, table } from '../tables'

const leaders = table(
  'station_leader',
  [key('liaison_station_id', idColumn), key('person_id', idColumn), column('position', count)],
  [],
)
const added = [
  maybe('reception_days', word(100)),
  maybe('reception_word', word(20)),
  maybe('reception_place', word(60)),
]
const before = maybe('reception_rule', word(40))

const weekdays = '日一二三四五六'
const numerals = '零一二三四'
/** Each rule as it was kept before, and as offices write it. */
const rules: readonly (readonly [code: string, words: string])[] = [
  ...Array.from({ length: 31 }, (_, at) => [`day:${at + 1}`, `每月${at + 1}日`] as const),
  ...[1, 2, 3, 4].flatMap((nth) =>
    [...weekdays].map(
      (name, day) => [`weekday:${nth}:${day}`, `每月第${numerals[nth] ?? ''}个星期${name}`] as const,
    ),
  ),
]

/** Several rules stand in one line, in the words in which offices write them; leaders sit beside deputies. */
export class ReceptionDaysAsWritten1795219205600 implements MigrationInterface {
  name = 'ReceptionDaysAsWritten1795219205600'

  async up(runner: QueryRunner) {
    await runner.addColumns(
      'liaison_station',
      added.map((one) => new TableColumn(one)),
    )
    for (const [code, words] of rules)
      await runner.query('UPDATE liaison_station SET reception_days = ? WHERE reception_rule = ?', [
        words,
        code,
      ])
    await runner.dropColumn('liaison_station', before.name)
    await runner.createTable(leaders)
  }

  /** What the code of before cannot say is lost with the way back. */
  async down(runner: QueryRunner) {
    await runner.dropTable(leaders)
    await runner.addColumn('liaison_station', new TableColumn(before))
    for (const [code, words] of rules)
      await runner.query('UPDATE liaison_station SET reception_rule = ? WHERE reception_days = ?', [
        code,
        words,
      ])
    await runner.dropColumns(
      'liaison_station',
      added.map(({ name }) => name),
    )
  }
}
