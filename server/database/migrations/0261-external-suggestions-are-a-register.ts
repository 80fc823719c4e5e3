import type { MigrationInterface, QueryRunner } from 'typeorm'
import { addRegisterColumns, dropRegisterColumns } from '../register-columns'

interface Step {
  id: string
  matterId: string
  kind: string
  action: string
  toState: string | null
}

/** Above every version that a matter can have, while its events are counted anew. */
const aside = 100_000

/**
 * What is written down of an external suggestion is a register: with a version, an end with a reason, and a history of its
 * own, into which the corrections of before are moved.
 */
export class ExternalSuggestionsAreARegister1795219202601 implements MigrationInterface {
  name = 'ExternalSuggestionsAreARegister1795219202601'

  async up(runner: QueryRunner) {
    await addRegisterColumns(runner, 'external_suggestion')
    const corrections = await steps(runner, "kind = 'externalSuggestion' AND action = 'correct'")
    const versions = new Map<string, number>()
    for (const { id, matterId } of corrections) {
      const version = (versions.get(matterId) ?? 0) + 1
      versions.set(matterId, version)
      await runner.query(
        `UPDATE matter_event SET kind = 'carriedSuggestion', action = 'change', version = ?, from_state = NULL,
           to_state = NULL, note = ? WHERE id = ?`,
        [version, JSON.stringify({ changes: [], why: null }), id],
      )
    }
    for (const [id, version] of versions)
      await runner.query('UPDATE external_suggestion SET version = ? WHERE id = ?', [version, id])
    await lookAgain(runner)
  }

  /** One that was ended is none for those who know of no end; what was changed is a step of the matter again. */
  async down(runner: QueryRunner) {
    const ended = 'SELECT id FROM external_suggestion WHERE ended_on IS NOT NULL'
    for (const table of ['search_token', 'matter_told', 'matter_holder', 'matter_event'])
      await runner.query(`DELETE FROM ${table} WHERE matter_id IN (${ended})`)
    await runner.query(`DELETE FROM matter WHERE id IN (${ended})`)
    await runner.query(`DELETE FROM external_suggestion_entry WHERE external_suggestion_id IN (${ended})`)
    await runner.query('DELETE FROM external_suggestion WHERE ended_on IS NOT NULL')
    await runner.query("DELETE FROM search_token WHERE kind = 'carriedSuggestion'")
    await runner.query("DELETE FROM matter_event WHERE kind = 'carriedSuggestion' AND action <> 'change'")
    await runner.query(
      "DELETE FROM matter_event WHERE kind = 'externalSuggestion' AND action IN ('strike', 'resume')",
    )
    await countAnew(runner)
    await dropRegisterColumns(runner, 'external_suggestion')
    await lookAgain(runner)
  }
}

const steps = (runner: QueryRunner, which: string) =>
  runner.query(
    `SELECT id, matter_id AS matterId, kind, action, to_state AS toState FROM matter_event
     WHERE ${which} ORDER BY matter_id, recorded_at, kind, version`,
  ) as Promise<Step[]>

/** The changes of the register take their places among the steps of each matter. */
async function countAnew(runner: QueryRunner) {
  const changed = "SELECT matter_id FROM matter_event WHERE kind = 'carriedSuggestion'"
  const all = await steps(
    runner,
    `kind IN ('externalSuggestion', 'carriedSuggestion') AND matter_id IN (${changed})`,
  )
  const counts = new Map<string, number>()
  const states = new Map<string, string | null>()
  for (const { id, matterId } of all) {
    const version = counts.get(matterId) ?? 0
    counts.set(matterId, version + 1)
    await runner.query('UPDATE matter_event SET version = ? WHERE id = ?', [aside + version, id])
  }
  for (const { id, matterId, kind, toState } of all) {
    const before = states.get(matterId) ?? null
    if (kind === 'externalSuggestion') states.set(matterId, toState)
    else
      await runner.query(
        `UPDATE matter_event SET kind = 'externalSuggestion', action = 'correct', from_state = ?, to_state = ?,
           note = NULL WHERE id = ?`,
        [before, before, id],
      )
    await runner.query('UPDATE matter_event SET version = version - ? WHERE id = ?', [aside, id])
  }
  for (const [id, count] of counts)
    await runner.query('UPDATE matter SET version = ? WHERE id = ?', [count - 1, id])
}

/** Who stands to each, and by what it is found, is derived anew when the server starts. */
const lookAgain = (runner: QueryRunner) =>
  runner.query("UPDATE matter SET next_at = '1970-01-01 00:00:00.000' WHERE kind = 'externalSuggestion'")
