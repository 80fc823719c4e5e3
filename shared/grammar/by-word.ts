import * as z from 'zod/mini'
import { filesHelp, mostFiles } from '../files'
import { parties, type Party } from '../words/parties'
import { spokenWays } from '../words/words'
import { choice, day, files, line, maybe } from './fields'
import type { ActionRow, Move } from './matter'
import { targetsOf } from './moves'

/**
 * Acts that did not happen on a phone: by telephone, on paper, face to face. A step that may be typed for whoever takes it
 * has a second row of its own, which does the same and says who spoke, how and when. Whoever is said to have spoken reads
 * of it and may object for some days, which puts the step back.
 */

/** Nobody has to bring a photo or a paper. */
export const evidence = maybe(
  line('凭据', 200, { help: '可不写。例如：谁接的电话，哪份纸质表。写职务，不写群众的姓名和电话。' }),
)

/** The paper itself, where there is one. @param whoReads as the sentence names them */
export const paperFor = (whoReads: string) =>
  maybe(files('纸或截图的照片', mostFiles, { help: `可不传。${filesHelp}${whoReads}才看得到，不公开。` }))
type Paper = z.output<ReturnType<typeof paperFor>>

export const withPaper =
  (whoReads: string) =>
  <Row extends { input: z.ZodMiniType }>(row: Row) => ({
    ...row,
    input: z.safeExtend(row.input as unknown as z.ZodMiniObject, {
      files: paperFor(whoReads),
    }) as unknown as z.ZodMiniType<z.output<Row['input']> & { files?: Paper }>,
  })

/** What is kept of the word that somebody gave. */
const spoken = {
  spokeHow: choice('怎么说的', spokenWays),
  spokeOn: day('哪天说的', 'happened'),
  evidence,
}
export type Spoken = z.output<z.ZodMiniObject<typeof spoken>>

type Rows<S extends string, P extends Party, G extends string> = Readonly<Record<string, ActionRow<S, P, G>>>
export type ByWord<Name extends string> = `${Name}ByWord`

type RowsByWord<S extends string, P extends Party, G extends string, All extends Rows<S, P, G>> = {
  readonly [name in keyof All & string as ByWord<name>]: Omit<ActionRow<S, P, G>, 'input'> & {
    input: z.ZodMiniType<z.output<All[name]['input']> & Spoken>
  }
}

/** @param by who may type it; whoever takes the step by himself is the first of its own row */
function rowByWord<S extends string, P extends Party, G extends string>(
  name: string,
  row: ActionRow<S, P, G>,
  by: readonly [P, ...P[]],
  objects: boolean,
): ActionRow<S, P, G> {
  const [party] = row.by
  if (party === undefined) throw new Error(`${name} is nobody's`)
  const { byClock: _clock, insteadOf: _instead, ...rest } = row
  const typist = parties[by[0]]
  const ifNotSo = objects ? '请在{latest}前提出异议' : `请告诉${typist}`
  return {
    ...rest,
    label: `代录：${row.label}`,
    tone: 'quiet',
    by,
    input: z.safeExtend(row.input as z.ZodMiniObject, spoken),
    tells: {
      ...row.tells,
      [party]: `${typist}按您{how}说的，代您登记了“${row.label}”（《{subject}》）。不是这样的，${ifNotSo}。`,
    },
    insteadOf: [party],
    byWordOf: { party, step: name },
    source: `Catalogue 54, 32, 35: what did not happen on a phone counts the same. ${row.source}`,
  }
}

/**
 * `byWordOf<State, Party, Gate>()({ evaluate, withdraw }, ['congressOffice'])`
 * @param objects the table has a step by which whoever spoke puts it back
 */
export const byWordOf =
  <S extends string, P extends Party, G extends string>() =>
  <const All extends Rows<S, P, G>>(rows: All, by: readonly [P, ...P[]], { objects = false } = {}) =>
    Object.fromEntries(
      Object.entries<ActionRow<S, P, G>>(rows).map(([name, row]) => [
        `${name}ByWord`,
        rowByWord<S, P, G>(name, row, by, objects),
      ]),
    ) as unknown as RowsByWord<S, P, G, All>

/** Where an objection leads: from wherever a typed step can have led back to where it came from. */
export function movesBack<S extends string>(
  rows: Readonly<Record<string, { moves: { readonly [from in S]?: Move<S> } }>>,
): { readonly [from in S]?: Move<S> } {
  const cameFrom = new Map<S, S[]>()
  for (const { moves } of Object.values(rows))
    for (const [from, move] of Object.entries(moves) as [S, Move<S>][])
      for (const to of targetsOf(move)) cameFrom.set(to, [...(cameFrom.get(to) ?? []), from])
  return Object.fromEntries(
    [...cameFrom].map(([at, all]) => {
      const from = [...new Set(all)]
      return [at, from.length === 1 ? from[0] : Object.fromEntries(from.map((one) => [one, one]))]
    }),
  ) as { readonly [from in S]?: Move<S> }
}
