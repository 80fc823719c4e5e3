import type { MigrationInterface, QueryRunner } from 'typeorm'
import { addRegisterColumns, dropRegisterColumns } from '../register-columns'

/** A session has a version, and can be taken back with a reason; nothing is deleted. */
export class SessionsAreARegister1795219202400 implements MigrationInterface {
  name = 'SessionsAreARegister1795219202400'

  async up(runner: QueryRunner) {
    await addRegisterColumns(runner, 'congress_session')
  }

  /** One that was taken back is none for those who know of no end. */
  async down(runner: QueryRunner) {
    await runner.query('DELETE FROM congress_session WHERE ended_on IS NOT NULL')
    await dropRegisterColumns(runner, 'congress_session')
  }
}
