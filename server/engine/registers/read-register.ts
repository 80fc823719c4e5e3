import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { Register, ShownRows, Values } from '../../../shared/grammar/register'
import { mayDo } from '../../../shared/permissions'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { whereWords } from './find'
import { historyOf } from './history'
import {
  fieldNames,
  formIn,
  type KeptRegister,
  type KeptRow,
  readableBy,
  spokenEnd,
  titleOf,
} from './kept-register'
import { rowsFor } from './own-rows'
import { allRows, everywhere, pageOfRegister, rowById, type Where } from './rows'
import { standsOf } from './stands'
import { warningsIn } from './warnings'
import { type Names, namesIn, wordsOf } from './words-of'

type Endpoints = Register['endpoints']

interface Asked {
  cursor?: string | undefined
  shown?: ShownRows | undefined
  narrow?: string | undefined
  words?: string
}

/** One page for somebody, of what was looked for where words are given. */
export async function listRegister(
  reader: Reader,
  kept: KeptRegister,
  actor: Actor,
  asked: Asked,
  now: Date,
): Promise<OutputOf<Endpoints['list']>> {
  const readable = readableBy(kept.register, actor)
  const theirs = rowsFor(kept.register, actor)
  const found =
    asked.words === undefined
      ? everywhere
      : await whereWords(reader, kept, actor.townId, asked.words, { readable, theirs })
  const narrowed = kept.keeping.narrows?.[asked.narrow ?? 'all']
  const where: Where = {
    sql: `${theirs.sql}${found.sql}${narrowed === undefined ? '' : ` AND ${narrowed}`}`,
    parameters: [...theirs.parameters, ...found.parameters],
  }
  const { rows, next } = await pageOfRegister(reader, kept, actor.townId, { ...asked, where })
  return {
    items: await presentRows(reader, kept, actor, rows, now),
    next,
    mayKeep: mayDo(kept.register.keptBy, actor.roles),
  }
}

/** One row and what became of it. @throws Refusal `not_found` */
export async function showRow(
  reader: Reader,
  kept: KeptRegister,
  actor: Actor,
  id: string,
  now: Date,
): Promise<OutputOf<Endpoints['show']>> {
  const row = await rowById(reader, kept, actor.townId, id, rowsFor(kept.register, actor))
  const [shown] = await presentRows(reader, kept, actor, [row], now)
  return {
    ...(shown as OutputOf<Endpoints['list']>['items'][number]),
    history: await historyOf(reader, kept, actor, id),
    mayKeep: mayDo(kept.register.keptBy, actor.roles),
  }
}

/** What others pick of a register, those that count. */
export async function optionsOf(
  reader: Reader,
  kept: KeptRegister,
  actor: Actor,
): Promise<OutputOf<Endpoints['options']>> {
  const { townId } = actor
  const all = await allRows(reader, kept, townId, rowsFor(kept.register, actor))
  const rows = all.filter(({ endedOn }) => endedOn === null)
  const names = await namesIn(reader, kept, townId, rows)
  const noteOf = ({ values }: KeptRow) => {
    const picked = fieldNames(kept.register).filter(
      (name) =>
        kept.register.private?.[name] === undefined && kept.keeping.picks?.[formIn(kept.register, name).kind],
    )
    return Object.values(wordsOf(kept.register, values, names, picked))[0] ?? null
  }
  return {
    options: rows.map((row) => ({
      id: row.id,
      name: titleOf(
        kept.register,
        row.values,
        wordsOf(kept.register, row.values, names, fieldNames(kept.register)),
      ),
      note: noteOf(row),
    })),
  }
}

/** What the form of a register picks from. */
export async function listsOf(
  reader: Reader,
  { keeping }: KeptRegister,
  townId: string,
): Promise<OutputOf<Endpoints['lists']>> {
  const lists: OutputOf<Endpoints['lists']>['lists'] = {}
  for (const [kind, picks] of Object.entries(keeping.picks ?? {}))
    lists[kind] = await picks.options(reader, townId)
  return { lists }
}

async function presentRows(
  reader: Reader,
  kept: KeptRegister,
  actor: Actor,
  rows: readonly KeptRow[],
  now: Date,
) {
  const names = await namesIn(reader, kept, actor.townId, rows)
  const ids = rows.map(({ id }) => id)
  const counts = ids.length === 0 ? undefined : await kept.keeping.counts?.(reader, actor.townId, ids)
  const said = ids.length === 0 ? undefined : await kept.keeping.tells?.(reader, actor.townId, ids, now)
  const readable = readableBy(kept.register, actor)
  const stands = await standsOf(reader, kept.register, ids, now)
  const warns = await warningsIn(reader, kept, actor.townId)
  return rows.map((row) => ({
    ...presentRow(kept.register, row, {
      names,
      readable,
      counts: counts?.get(row.id),
      said: said?.get(row.id),
    }),
    stands: stands.get(row.id) ?? null,
    warning: row.endedOn === null ? (warns(row.values) ?? null) : null,
  }))
}

const presentRow = (
  register: Register,
  row: KeptRow,
  {
    names,
    readable,
    counts,
    said,
  }: {
    names: Names
    readable: readonly string[]
    counts: Values | undefined
    said: Readonly<Record<string, string>> | undefined
  },
) => ({
  id: row.id,
  version: row.version,
  title: titleOf(register, row.values, wordsOf(register, row.values, names, fieldNames(register))),
  values: Object.fromEntries(readable.map((name) => [name, row.values[name] ?? null])),
  words: { ...wordsOf(register, row.values, names, readable), ...said },
  counts: Object.fromEntries(
    Object.keys(register.counts ?? {}).map((name) => [name, Number(counts?.[name] ?? 0)]),
  ),
  endedOn: row.endedOn,
  endedWhy: row.endedOn === null ? null : spokenEnd(register, row),
  endedKind: row.endedKind,
})
