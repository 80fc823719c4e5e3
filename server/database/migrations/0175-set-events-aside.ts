import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { maybe } from '../tables'

/** What WeChat said and nobody could make out is kept apart, with the reason. */
export class SetEventsAside1795219201750 implements MigrationInterface {
  name = 'SetEventsAside1795219201750'

  async up(runner: QueryRunner) {
    await runner.addColumn('wechat_event', new TableColumn(maybe('set_aside_for', word(200))))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('wechat_event', 'set_aside_for')
  }
}
