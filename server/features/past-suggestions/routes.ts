import {
  bringPastSuggestions,
  checkPastSuggestions,
  listPastImports,
  takeBackPastSuggestions,
  takePastTemplate,
} from '../../../shared/api/past-suggestions'
import { type ImportReport, type LineFate, spreadsheet } from '../../../shared/grammar/register'
import { beijingDay } from '../../../shared/rules/days'
import type { Tx } from '../../database/source'
import { writeAudit } from '../../engine/write-audit'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import type { Table } from '../registers/parse-table'
import { readImports, rememberImport } from '../imports/records'
import { readTable } from '../registers/read-table'
import { readOptions } from './options'
import { planPast } from './plan'
import { readLines } from './read-lines'
import { type PastUndo, takeBackPast } from './take-back'
import { makeTemplate } from './template'
import { writePast } from './write'

/** Suggestions from before the town worked here, as a spreadsheet: looked at first, then written whole or not at all. */
export function routes(bind: Bind) {
  for (const [endpoint, apply] of [
    [checkPastSuggestions, false],
    [bringPastSuggestions, true],
  ] as const)
    bind.upload(endpoint, readTable, ({ tx, actor, prepared, input, now }) =>
      bring(tx, actor, { table: prepared, fileName: input.fileName, apply }, now),
    )
  bind.read(takePastTemplate, async ({ context }) => {
    context.attachment('补录以前的建议.xlsx')
    context.type = spreadsheet
    return makeTemplate()
  })
  bind.read(listPastImports, ({ reader, actor, query }) =>
    readImports(reader, actor.townId, 'past', query.cursor),
  )
  bind.write(takeBackPastSuggestions, ({ tx, actor, params, now }) => takeBackPast(tx, actor, params.id, now))
}

interface Sent {
  table: Table
  fileName: string
  apply: boolean
}

async function bring(
  tx: Tx,
  actor: Actor,
  { table, fileName, apply }: Sent,
  now: Date,
): Promise<ImportReport> {
  const { townId } = actor
  const { lines, notices } = readLines(table, await readOptions(tx, townId), beijingDay(now))
  const plan = await planPast(tx, townId, lines)
  const countOf = (fate: LineFate) => plan.told.filter((one) => one.fate === fate).length
  const counts = { added: countOf('added'), changed: 0, left: countOf('left'), wrong: countOf('wrong') }
  const written = apply && counts.wrong === 0
  if (written && counts.added > 0) {
    const undo: PastUndo = { ids: await writePast(tx, actor, plan, now), moved: plan.moved }
    const by = { townId, personId: actor.person?.id ?? null }
    const count = `${plan.planned.length} 件`
    await rememberImport(tx, { ...by, kind: 'past', fileName, says: `补录 ${count}`, undo }, now)
    const entry = { what: '补录了以前的建议', fromValue: null, toValue: count, reason: null }
    await writeAudit(tx, { ...by, ...entry }, now)
  }
  return { lines: plan.told, counts, notices: [...notices, ...plan.notices], written }
}
