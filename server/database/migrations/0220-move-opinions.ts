import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { dueOf } from '../../../shared/grammar/due'
import type { StateRow } from '../../../shared/grammar/matter'
import { type KeptRules, rulesOf } from '../../../shared/rules/rules'
import { count, instant, word } from '../columns'
import type { Reader } from '../source'
import { isoInstant, sqlInstant } from '../sql'
import { column, index } from '../tables'

const columns = [column('version', count), column('state', word(20)), column('state_since', instant)]
const before = [
  index('resident_opinion_town_state', 'town_id', 'state', 'state_since'),
  index('resident_opinion_resident', 'resident_id', 'state_since', 'id'),
  index('resident_opinion_deputy', 'deputy_id', 'state_since', 'id'),
]
const after = [
  index('resident_opinion_town', 'town_id', 'created_at', 'id'),
  index('resident_opinion_resident', 'resident_id', 'created_at'),
  index('resident_opinion_check', 'check_after', 'id'),
]
const watched = "('sent', 'answerSent', 'endSent')"

/** The clocks of before, which told twice at most: as the first two steps of the ladder of the state. */
const heldWords = { ladder: 'heldWords', rung: 'congressOffice', limit: { hours: 'heldHours' } } as const
const clocks: Readonly<Record<string, { ladder: string; rung: string; limit: StateRow<'deputy'>['limit'] }>> =
  {
    received: { ladder: 'answer', rung: 'awaited', limit: { hours: 'answerHours' } },
    replied: { ladder: 'conversation', rung: 'awaited', limit: { workingDays: 'conversationWorkingDays' } },
    held: heldWords,
    answerHeld: heldWords,
    endHeld: heldWords,
  }

/** Where an opinion stands is kept with every other matter; what the clock has told of it is not told again. */
export class MoveOpinions1795219202200 implements MigrationInterface {
  name = 'MoveOpinions1795219202200'

  async up(runner: QueryRunner) {
    await runner.query(
      `INSERT INTO matter (id, kind, town_id, state, version, state_since, title, found_by, next_at)
       SELECT id, 'opinion', town_id, state, version, state_since, '', '', '1970-01-01 00:00:00.000'
       FROM resident_opinion`,
    )
    await carryNotices(runner)
    await runner.query(`UPDATE resident_opinion SET check_after = CASE WHEN state IN ${watched}
      THEN COALESCE(check_after, state_since) END`)
    await runner.dropIndices('resident_opinion', before)
    await runner.dropColumns(
      'resident_opinion',
      columns.map(({ name }) => name),
    )
    await runner.createIndices('resident_opinion', after)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndices('resident_opinion', after)
    for (const { name, ...kind } of columns)
      await runner.addColumn('resident_opinion', new TableColumn({ name, ...kind, isNullable: true }))
    for (const { name } of columns)
      await runner.query(
        `UPDATE resident_opinion SET ${name} = (SELECT m.${name} FROM matter m WHERE m.id = resident_opinion.id)`,
      )
    for (const one of columns) await runner.changeColumn('resident_opinion', one.name, new TableColumn(one))
    await runner.createIndices('resident_opinion', before)
    await runner.query('UPDATE resident_opinion SET check_after = NULL WHERE check_after = state_since')
    await runner.query(
      `INSERT INTO late_notice (matter_id, state_since, urgency, told_at)
       SELECT o.id, o.state_since, CASE x.step WHEN 0 THEN 'dueSoon' ELSE 'overdue' END, MIN(x.told_at)
       FROM matter_told x JOIN resident_opinion o ON o.id = x.matter_id
       WHERE x.told_at >= o.state_since AND x.step <= 1 AND NOT EXISTS (SELECT 1 FROM late_notice n
         WHERE n.matter_id = o.id AND n.state_since = o.state_since
           AND n.urgency = CASE x.step WHEN 0 THEN 'dueSoon' ELSE 'overdue' END)
       GROUP BY o.id, o.state_since, x.step`,
    )
    for (const table of ['search_token', 'matter_holder', 'matter_told'])
      await runner.query(`DELETE FROM ${table} WHERE matter_id IN (SELECT id FROM resident_opinion)`)
    await runner.query("DELETE FROM matter WHERE kind = 'opinion'")
  }
}

type Notice = KeptRules & {
  id: string
  state: string
  since: string
  urgency: string
  at: string
}

/** By the days off of the country: a town with others of its own may hear of one conversation once more. */
async function carryNotices(runner: QueryRunner) {
  const reader: Reader = {
    query: <Rows>(sql: string, parameters?: unknown[]) => runner.query(sql, parameters) as Promise<Rows>,
  }
  const notices = await reader.query<Notice[]>(
    `SELECT o.id, o.state, o.state_since AS since, n.urgency, n.told_at AS at,
       COALESCE(rs.profile, t.profile) AS profileName, rs.overrides
     FROM late_notice n JOIN resident_opinion o ON o.id = n.matter_id AND o.state_since = n.state_since
     JOIN town t ON t.id = o.town_id LEFT JOIN rule_set rs ON rs.id = COALESCE(o.rule_set_id, t.rule_set_id)`,
  )
  for (const { id, state, since, urgency, at, ...rules } of notices) {
    const clock = clocks[state]
    if (clock === undefined) continue
    const row: StateRow<'deputy'> = {
      label: '',
      plain: '',
      step: 'collect',
      waitsFor: 'deputy',
      limit: clock.limit,
    }
    const from = new Date(isoInstant(since))
    const due = dueOf(row, from, null, rulesOf(rules), from)
    if (due === null) continue
    await runner.query(
      'INSERT INTO matter_told (matter_id, ladder, late_from, step, rung, told_at) VALUES (?, ?, ?, ?, ?, ?)',
      [id, clock.ladder, sqlInstant(due.lateFrom), urgency === 'dueSoon' ? 0 : 1, clock.rung, at],
    )
  }
}
