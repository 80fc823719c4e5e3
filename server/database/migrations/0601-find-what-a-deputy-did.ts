import type { MigrationInterface, QueryRunner } from 'typeorm'
import { index } from '../tables'

const wanted = [
  ['suggestion', index('suggestion_lead_deputy', 'lead_deputy_id')],
  ['co_signature', index('co_signature_person', 'person_id')],
  ['site_review_deputy', index('site_review_deputy_person', 'person_id')],
  ['opinion_message', index('opinion_message_deputy', 'deputy_id')],
] as const

/** 履职档案 is read from where things were done, so each of these is found by who did it. */
export class FindWhatADeputyDid1795219206010 implements MigrationInterface {
  name = 'FindWhatADeputyDid1795219206010'

  async up(runner: QueryRunner) {
    for (const [table, one] of wanted) await runner.createIndex(table, one)
  }

  async down(runner: QueryRunner) {
    for (const [table, one] of [...wanted].reverse()) await runner.dropIndex(table, one)
  }
}
