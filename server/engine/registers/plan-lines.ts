import { standsAlready } from '../../../shared/grammar/nothing-changed'
import type { ImportReport, LineFate, Values } from '../../../shared/grammar/register'
import { beijingDay } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader, Tx } from '../../database/source'
import { wake } from '../../database/waking'
import type { Actor } from '../../http/actor'
import { planRow, type Planned, writeRows } from './keep'
import {
  fieldNames,
  formIn,
  type KeptRegister,
  type KeptRow,
  type Option,
  readableBy,
  titleOf,
} from './kept-register'
import { type Line, type Options, readLine } from './read-line'
import { isSameOwner, rowsFor, withOwner } from './own-rows'
import { changesBetween, labelled } from './record'
import { allRows } from './rows'
import { warningsIn } from './warnings'
import { type Names, namesIn, namesOf, wordsOf } from './words-of'

/** From so many on a table is another one than before. */
const many = 500

/**
 * What a spreadsheet does to a register, line by line. Written is all of it, or nothing: where one line is wrong, or it
 * is only looked at.
 */
export async function bringLines(
  tx: Tx,
  kept: KeptRegister,
  actor: Actor,
  { lines, notices }: { lines: readonly Line[]; notices: readonly string[] },
  { apply, now }: { apply: boolean; now: Date },
): Promise<ImportReport> {
  const { townId } = actor
  const { planned, told } = await planLines(tx, kept, actor, lines, now)
  const countOf = (fate: LineFate) => told.filter((one) => one.fate === fate).length
  const counts = {
    added: countOf('added'),
    changed: countOf('changed'),
    left: countOf('left'),
    wrong: countOf('wrong'),
  }
  const written = apply && counts.wrong === 0
  if (written) await writeRows(tx, kept, actor, planned, now)
  if (written && planned.length >= many) wake(tx, 'manyRows')
  return {
    lines: told,
    counts,
    notices: [...notices, ...(await warningsOf(tx, kept, townId, planned))],
    written,
  }
}

/** What may stand so and ought not to. */
async function warningsOf(tx: Tx, kept: KeptRegister, townId: string, planned: readonly Planned[]) {
  const warns = await warningsIn(tx, kept, townId)
  return planned.flatMap(({ row: { values } }) => {
    const warning = warns(values)
    return warning === undefined ? [] : [`${titleOf(kept.register, values, {})}：${warning}`]
  })
}

async function planLines(tx: Tx, kept: KeptRegister, actor: Actor, lines: readonly Line[], now: Date) {
  const { register } = kept
  const { townId } = actor
  const readable = readableBy(register, actor)
  const today = beijingDay(now)
  const listed = await listedOptions(tx, kept, townId)
  let rows: readonly KeptRow[] = await allRows(tx, kept, townId, rowsFor(register, actor))
  const names = await namesIn(tx, kept, townId, rows)
  const rowOf = new Map<string, number>()
  const titled = (values: Values, options: Options) =>
    titleOf(register, values, wordsOf(register, values, namesWith(names, options), fieldNames(register)))
  const planned: Planned[] = []
  const told: ImportReport['lines'] = []

  for (const line of lines) {
    const options = withOwn(kept, listed, rows)
    const { before, given, why } = readLine(kept, line, { rows, names, options, readable, today })
    const met = before && rowOf.get(before.id)
    if (met) why.push(`和第 ${met} 行是同一条，请只留一行。`)
    const others = rows.filter((one) => one !== before)
    const plan =
      why.length > 0
        ? why
        : await planLine(tx, kept, actor, { before, given, others, now }).catch(sentencesOf)
    if (Array.isArray(plan)) {
      const title = titled(before ? before.values : given, options)
      told.push({ row: line.row, fate: 'wrong', title, changes: [], why: plan })
      continue
    }
    rowOf.set(plan.row.id, line.row)
    const isSame = before !== null && standsAlready(before.values, plan.row.values)
    const changes = changesBetween(kept, before?.values ?? null, plan.row.values, namesWith(names, options))
    told.push({
      row: line.row,
      fate: isSame ? 'left' : before ? 'changed' : 'added',
      title: titled(plan.row.values, options),
      changes: isSame ? [] : labelled(kept, changes, readable),
      why: [],
    })
    if (isSame) continue
    planned.push(plan)
    rows = [...others, plan.row]
  }
  return { planned, told }
}

async function planLine(
  tx: Tx,
  kept: KeptRegister,
  actor: Actor,
  line: { before: KeptRow | null; given: Values; others: readonly KeptRow[]; now: Date },
) {
  const { register } = kept
  const given = withOwner(register, actor, line.given, line.before)
  const others = line.others.filter(({ values }) => isSameOwner(register, values, given))
  return planRow(tx, kept, { ...line, townId: actor.townId, given, others })
}

/** What can be picked that does not stand in the register itself: asked once. */
async function listedOptions(reader: Reader, { register, keeping }: KeptRegister, townId: string) {
  const options = new Map<string, readonly Option[]>()
  for (const kind of new Set(fieldNames(register).map((name) => formIn(register, name).kind))) {
    const picks = keeping.picks?.[kind]
    if (picks && !picks.among) options.set(kind, await picks.options(reader, townId))
  }
  return options
}

/** With the rows that the lines above have added. */
const withOwn = ({ keeping }: KeptRegister, listed: Options, rows: readonly KeptRow[]): Options =>
  new Map([
    ...listed,
    ...Object.entries(keeping.picks ?? {}).flatMap(([kind, picks]): [string, Option[]][] =>
      picks.among ? [[kind, picks.among(rows)]] : [],
    ),
  ])

/** How what stood there is called, and what may be picked now. */
const namesWith = (names: Names, options: Options): Names =>
  new Map([...options].map(([kind, list]) => [kind, new Map([...(names.get(kind) ?? []), ...namesOf(list)])]))

/** The sentences of a "no"; whatever else was thrown is a fault of ours. */
function sentencesOf(error: unknown): string[] {
  if (!(error instanceof Refusal)) throw error
  const sentences = Object.values(error.fields)
  return sentences.length > 0 ? sentences : [error.message]
}
