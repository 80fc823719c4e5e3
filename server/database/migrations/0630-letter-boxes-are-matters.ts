import type { MigrationInterface, QueryRunner } from 'typeorm'
import { putEvents, putMatters, takeAway } from '../carry-matters'
import { count, day, idColumn } from '../columns'
import { newId } from '../id'
import { column, key, maybe, table, unique } from '../tables'

const boxes = table(
  'letter_box',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('liaison_station_id', idColumn),
    maybe('hung_station_id', idColumn),
    column('opened_on', day),
    column('letters', count),
  ],
  [unique('letter_box_hung', 'hung_station_id')],
)

interface Opened {
  townId: string
  stationId: string
  openedOn: string
  letters: number
  personId: string | null
}

/** A station whose box was opened has one; when its matter begins is when it was opened last. */
export class LetterBoxesAreMatters1795219206300 implements MigrationInterface {
  name = 'LetterBoxesAreMatters1795219206300'

  async up(runner: QueryRunner) {
    await runner.createTable(boxes)
    const opened = (await runner.query(
      `SELECT town_id AS townId, liaison_station_id AS stationId, opened_on AS openedOn, letters, typed_by_id AS personId
       FROM box_opening ORDER BY liaison_station_id, opened_on, id`,
    )) as Opened[]
    const last = [...new Map(opened.map((one) => [one.stationId, one])).values()].map((one) => ({
      ...one,
      id: newId(),
      at: `${one.openedOn} 04:00:00.000`,
    }))
    for (const { id, townId, stationId, openedOn, letters } of last)
      await runner.query(
        `INSERT INTO letter_box (id, town_id, liaison_station_id, hung_station_id, opened_on, letters)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [id, townId, stationId, stationId, openedOn, letters],
      )
    await putMatters(
      runner,
      'letterBox',
      last.map(({ id, townId, at }) => ({ id, townId, state: 'locked', version: 0, stateSince: at })),
    )
    await putEvents(
      runner,
      'letterBox',
      last.map(({ id, townId, personId, at }) => ({
        ...{ townId, matterId: id, version: 0, action: 'start', fromState: null, toState: 'locked' },
        ...{ party: 'congressOffice', personId, at },
      })),
    )
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'letterBox')
    await runner.dropTable(boxes)
  }
}
