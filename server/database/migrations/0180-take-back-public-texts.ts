import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../columns'
import { newId } from '../id'
import { column, key, maybe, table } from '../tables'

const history = table(
  'content_check_event',
  [
    key('content_check_id', idColumn),
    key('version', count),
    column('action', word(20)),
    maybe('person_id', idColumn),
    maybe('reason', longText),
    column('at', instant),
  ],
  [],
)
const ofChecks = [maybe('place_id', idColumn), maybe('found', longText), maybe('looked_at', instant)]
const links = [
  ['suggestion', 'text_check_id'],
  ['key_suggestion', 'leader_check_id'],
  ['external_suggestion', 'result_check_id'],
] as const

/** What is public without a check: where it stands, the link beside it, and how to find it. */
const unchecked = [
  {
    kind: 'item',
    link: ['suggestion', 'item_check_id'],
    sql: `SELECT id, town_id AS townId, id AS suggestionId, public_item AS text, accepted_at AS at FROM suggestion
      WHERE public_item IS NOT NULL AND item_check_id IS NULL AND confidential = 0`,
  },
  {
    kind: 'fullText',
    link: ['suggestion', 'text_check_id'],
    sql: `SELECT id, town_id AS townId, id AS suggestionId, facts AS text, proposal AS more,
        full_text_cleared_at AS at FROM suggestion WHERE full_text_cleared_at IS NOT NULL AND confidential = 0`,
  },
  {
    kind: 'leader',
    link: ['key_suggestion', 'leader_check_id'],
    sql: `SELECT k.id, k.town_id AS townId, k.suggestion_id AS suggestionId,
        CONCAT(k.leading_post, k.leading_official) AS text, k.picked_at AS at
      FROM key_suggestion k JOIN suggestion s ON s.id = k.suggestion_id WHERE s.confidential = 0`,
  },
  {
    kind: 'result',
    link: ['reply', 'result_check_id'],
    sql: `SELECT a.id, s.town_id AS townId, s.id AS suggestionId, a.public_result AS text, a.at
      FROM reply a JOIN suggestion s ON s.id = a.suggestion_id
      WHERE a.result_check_id IS NULL AND s.confidential = 0`,
  },
  {
    kind: 'promise',
    link: ['commitment', 'promise_check_id'],
    sql: `SELECT c.id, s.town_id AS townId, s.id AS suggestionId, c.promise AS text, c.promised_at AS at
      FROM commitment c JOIN suggestion s ON s.id = c.suggestion_id
      WHERE c.promise_check_id IS NULL AND s.confidential = 0`,
  },
  {
    kind: 'promiseResult',
    link: ['commitment', 'result_check_id'],
    sql: `SELECT c.id, s.town_id AS townId, s.id AS suggestionId, c.public_result AS text, c.reported_at AS at
      FROM commitment c JOIN suggestion s ON s.id = c.suggestion_id
      WHERE c.result_check_id IS NULL AND c.public_result IS NOT NULL AND s.confidential = 0`,
  },
] as const

/**
 * Every public text has a check, so that it can be taken back: what was public without one gets one now, and our own check
 * looks at all of them after the start. What became of a check is kept.
 */
export class TakeBackPublicTexts1795219201800 implements MigrationInterface {
  name = 'TakeBackPublicTexts1795219201800'

  async up(runner: QueryRunner) {
    await runner.createTable(history)
    await runner.changeColumn(
      'content_check',
      'suggestion_id',
      new TableColumn(maybe('suggestion_id', idColumn)),
    )
    await runner.addColumns(
      'content_check',
      ofChecks.map((one) => new TableColumn(one)),
    )
    for (const [name, link] of links) await runner.addColumn(name, new TableColumn(maybe(link, idColumn)))
    for (const { kind, link, sql } of unchecked) {
      const rows = (await runner.query(sql)) as Record<string, string | undefined>[]
      for (const row of rows) await check(runner, kind, link, row)
    }
  }

  async down(runner: QueryRunner) {
    for (const [name, link] of [...links].reverse()) await runner.dropColumn(name, link)
    await runner.query('DELETE FROM content_check WHERE suggestion_id IS NULL')
    await runner.dropColumns(
      'content_check',
      ofChecks.map(({ name }) => name),
    )
    await runner.changeColumn(
      'content_check',
      'suggestion_id',
      new TableColumn(column('suggestion_id', idColumn)),
    )
    await runner.dropTable(history)
  }
}

async function check(
  runner: QueryRunner,
  kind: string,
  [name, link]: readonly [string, string],
  { id, townId, suggestionId, text, more, at }: Record<string, string | undefined>,
) {
  const checkId = newId()
  await runner.query(
    `INSERT INTO content_check (id, town_id, suggestion_id, kind, text, version, state, state_since, written_at, check_after)
     VALUES (?, ?, ?, ?, ?, 0, 'passed', ?, ?, ?)`,
    [checkId, townId, suggestionId, kind, more === undefined ? text : `${text ?? ''}\n${more}`, at, at, at],
  )
  await runner.query(`UPDATE ${name} SET ${link} = ? WHERE id = ?`, [checkId, id])
}
