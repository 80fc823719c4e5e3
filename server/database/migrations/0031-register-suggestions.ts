import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { flag, idColumn, instant, longText, word } from '../columns'
import { column, maybe } from '../tables'

/** What was written before is a suggestion of which the five disclosures are public, as they were. */
const columns = [
  column('kind', { ...word(12), default: "'suggestion'" }),
  maybe('origin', word(20)),
  maybe('origin_note', word(120)),
  maybe('wished_unit_id', idColumn),
  column('publicity', { ...word(10), default: "'titleOnly'" }),
  column('confidential', flag),
  maybe('confidential_reason', longText),
  maybe('full_text_cleared_at', instant),
  maybe('period', word(12)),
  maybe('congress_session_id', idColumn),
  maybe('agenda_decision', longText),
]

export class RegisterSuggestions1795219200301 implements MigrationInterface {
  name = 'RegisterSuggestions1795219200301'

  async up(runner: QueryRunner) {
    for (const each of columns) await runner.addColumn('suggestion', new TableColumn(each))
  }

  async down(runner: QueryRunner) {
    for (const each of [...columns].reverse()) await runner.dropColumn('suggestion', each.name)
  }
}
