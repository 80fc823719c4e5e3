import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, idColumn, longText, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table, unique } from '../tables'

const campaigns = table(
  'honour_campaign',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('name', word(20)),
    column('from_year', count),
    maybe('to_year', count),
    column('criteria', longText),
  ],
  [index('honour_campaign_from', 'town_id', 'from_year', 'id')],
)

const awards = [
  table(
    'award',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('year', count),
      column('award_kind', word(12)),
      maybe('honour_campaign_id', idColumn),
      column('title', word(20)),
      maybe('criteria', longText),
      maybe('person_id', idColumn),
      maybe('deputy_group_id', idColumn),
      maybe('suggestion_id', idColumn),
      column('deeds', word(100)),
      maybe('notice_from', day),
      maybe('notice_to', day),
      maybe('decide_by', day),
      maybe('decided_on', day),
      maybe('decided_how', word(60)),
      maybe('certificate_no', word(30)),
      column('rule_set_id', idColumn),
    ],
    [
      index('award_town', 'town_id', 'year', 'id'),
      unique('award_certificate', 'town_id', 'certificate_no'),
      index('award_person', 'person_id', 'id'),
      index('award_suggestion', 'suggestion_id', 'id'),
    ],
  ),
  table(
    'award_objection',
    [
      key('id', idColumn),
      column('award_id', idColumn),
      column('position', count),
      column('noted_on', day),
      column('way', word(10)),
      column('text', word(500)),
      maybe('answer', word(500)),
      maybe('answered_on', day),
    ],
    [index('award_objection_award', 'award_id', 'position')],
  ),
]

/** 创先争优 and 表彰: campaigns with their criteria, and the names that are put forward. */
export class CreateAwards1795219206710 implements MigrationInterface {
  name = 'CreateAwards1795219206710'

  async up(runner: QueryRunner) {
    await runner.createTable(campaigns)
    await addRegisterColumns(runner, 'honour_campaign')
    for (const each of awards) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'award')
    for (const each of [...awards].reverse()) await runner.dropTable(each)
    await runner.query("DELETE FROM matter_event WHERE kind = 'honourCampaign'")
    await runner.dropTable(campaigns)
  }
}
