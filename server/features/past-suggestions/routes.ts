import {
  bringPastSuggestions,
  checkPastSuggestions,
  takePastTemplate,
} from '../../../shared/api/past-suggestions'
import { type ImportReport, type LineFate, spreadsheet } from '../../../shared/grammar/register'
import { beijingDay } from '../../../shared/rules/days'
import type { Tx } from '../../database/source'
import { writeAudit } from '../../engine/write-audit'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import type { Table } from '../registers/parse-table'
import { readTable } from '../registers/read-table'
import { readOptions } from './options'
import { planPast } from './plan'
import { readLines } from './read-lines'
import { makeTemplate } from './template'
import { writePast } from './write'

/** Suggestions from before the town worked here, as a spreadsheet: looked at first, then written whole or not at all. */
export function routes(bind: Bind) {
  for (const [endpoint, apply] of [
    [checkPastSuggestions, false],
    [bringPastSuggestions, true],
  ] as const)
    bind.upload(endpoint, readTable, ({ tx, actor, prepared, now }) => bring(tx, actor, prepared, apply, now))
  bind.read(takePastTemplate, async ({ context }) => {
    context.attachment('补录以前的建议.xlsx')
    context.type = spreadsheet
    return makeTemplate()
  })
}

async function bring(tx: Tx, actor: Actor, table: Table, apply: boolean, now: Date): Promise<ImportReport> {
  const { townId } = actor
  const { lines, notices } = readLines(table, await readOptions(tx, townId), beijingDay(now))
  const plan = await planPast(tx, townId, lines)
  const countOf = (fate: LineFate) => plan.told.filter((one) => one.fate === fate).length
  const counts = { added: countOf('added'), changed: 0, left: countOf('left'), wrong: countOf('wrong') }
  const written = apply && counts.wrong === 0
  if (written && counts.added > 0) {
    await writePast(tx, actor, plan, now)
    const entry = { fromValue: null, toValue: `${counts.added} 件`, reason: null }
    const by = { townId, personId: actor.person?.id ?? null, what: '补录了以前的建议' }
    await writeAudit(tx, { ...by, ...entry }, now)
  }
  return { lines: plan.told, counts, notices: [...notices, ...plan.notices], written }
}
