import type { MigrationInterface, QueryRunner } from 'typeorm'
import { index } from '../tables'

/** Written with every row and read by no statement: what they were for goes through the head and the holders of a matter. */
const dropped = [
  ['matter_event', index('matter_event_newest', 'town_id', 'kind', 'action', 'recorded_at', 'id')],
  ['matter_event', index('matter_event_person', 'person_id', 'on_day', 'id')],
  ['review', index('review_letter_unit', 'letter_unit_id')],
  ['hand_over_item', index('hand_over_item_suggestion', 'suggestion_id')],
  ['return_request', index('return_request_unit', 'handling_unit_id')],
  ['co_signature', index('co_signature_person', 'person_id')],
  ['suggestion', index('suggestion_lead', 'lead_deputy_id')],
  ['commitment', index('commitment_due', 'ended_at', 'due_on')],
  ['rule_set', index('rule_set_town', 'town_id')],
] as const

export class DropUnusedIndexes1795219202760 implements MigrationInterface {
  name = 'DropUnusedIndexes1795219202760'

  async up(runner: QueryRunner) {
    for (const [table, one] of dropped) await runner.dropIndex(table, one)
  }

  async down(runner: QueryRunner) {
    for (const [table, one] of dropped) await runner.createIndex(table, one)
  }
}
