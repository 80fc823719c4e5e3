import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, idColumn, longText, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table } from '../tables'

/** Nothing is ticked where nobody has looked. */
const flag = { type: 'boolean' } as const

const registers = [
  table(
    'area',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('name', word(40)),
      column('village_id', idColumn),
      column('area_kind', word(20)),
      maybe('area_id', idColumn),
      maybe('households', count),
      maybe('population', count),
      column('position', count),
    ],
    [
      index('area_village', 'town_id', 'village_id'),
      index('area_above', 'town_id', 'area_id'),
      index('area_place', 'town_id', 'position', 'id'),
    ],
  ),
  table(
    'election',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('electoral_district_id', idColumn),
      column('elected_on', day),
      column('registered_voters', count),
      maybe('votes_cast', count),
      maybe('note', word(60)),
    ],
    [index('election_day', 'town_id', 'elected_on')],
  ),
  table(
    'association',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('name', word(40)),
      maybe('purpose', word(300)),
      maybe('head_id', idColumn),
    ],
    [index('association_name', 'town_id', 'name')],
  ),
  table(
    'station_check',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('liaison_station_id', idColumn),
      column('checked_on', day),
      maybe('checked_by', word(20)),
      maybe('place', flag),
      maybe('sign', flag),
      maybe('equipment', flag),
      maybe('staff', flag),
      maybe('rules', flag),
      maybe('ledger', flag),
      maybe('deputy_info', flag),
      maybe('activity_record', flag),
      maybe('note', word(100)),
    ],
    [index('station_check_day', 'town_id', 'checked_on')],
  ),
  table(
    'station_asset',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('liaison_station_id', idColumn),
      column('asset_kind', word(20)),
      column('name', word(40)),
      column('quantity', count),
      maybe('asset_state', word(20)),
      maybe('received_on', day),
      maybe('received_by', word(20)),
    ],
    [index('station_asset_name', 'town_id', 'name')],
  ),
  table(
    'congress_rule',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('name', word(60)),
      column('subject', word(20)),
      maybe('adopted_by', word(60)),
      maybe('adopted_on', day),
      column('text', longText),
      maybe('on_wall', flag),
      maybe('ended_kind', word(20)),
    ],
    [index('congress_rule_name', 'town_id', 'name')],
  ),
  table(
    'town_event',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('year', count),
      maybe('month', count),
      column('text', word(300)),
      column('place', count),
    ],
    [index('town_event_place', 'town_id', 'place')],
  ),
]
const members = table(
  'association_member',
  [key('association_id', idColumn), key('person_id', idColumn), column('position', count)],
  [],
)
const ofVillages = [maybe('households', count), maybe('population', count)]
const ofPosts = [maybe('engagement', word(20)), maybe('other_duties', count)]
const kinds = 'area election association stationCheck stationAsset congressRule townEvent'.split(' ')

/** Areas, elections, associations, what stations have, the rules of the congress, and how the town came to be. */
export class WhatATownConsistsOf1795219205700 implements MigrationInterface {
  name = 'WhatATownConsistsOf1795219205700'

  async up(runner: QueryRunner) {
    for (const register of registers) {
      await runner.createTable(register)
      await addRegisterColumns(runner, register.name)
    }
    await runner.createTable(members)
    await runner.addColumns('village', ofVillages.map(added))
    await runner.addColumns('post', ofPosts.map(added))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns('post', names(ofPosts))
    await runner.dropColumns('village', names(ofVillages))
    await runner.dropTable(members)
    for (const kind of kinds) await runner.query('DELETE FROM matter_event WHERE kind = ?', [kind])
    for (const register of [...registers].reverse()) await runner.dropTable(register)
  }
}

const added = (one: (typeof ofPosts)[number]) => new TableColumn(one)
const names = (columns: typeof ofPosts) => columns.map(({ name }) => name)
