import { pastLine, pastNote } from '../../../shared/matters/suggestion/past'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { beijingDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import { Refusal } from '../../../shared/words/refusals'
import { Ask } from '../../database/entities/matters/ask'
import { CoSignature } from '../../database/entities/suggestion/co-signature'
import { Commitment } from '../../database/entities/suggestion/commitment'
import { Consultation } from '../../database/entities/suggestion/consultation'
import { Evaluation } from '../../database/entities/suggestion/evaluation'
import { NumberSeries } from '../../database/entities/suggestion/number-series'
import { Reply } from '../../database/entities/suggestion/reply'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import { wake } from '../../database/waking'
import { beginMany } from '../../engine/begin-known'
import { kindNamed } from '../../engine/known-kinds'
import { calendarOfStep } from '../../engine/read-calendar'
import type { Actor } from '../../http/actor'
import { openForMany } from '../../matters/content-check/open'
import { readRecords } from '../../matters/suggestion/record'
import { readTownRules, ruleSetNow } from '../rules/rule-set'
import { lastOf, type PastPlan, type PlannedPast } from './plan'
import * as rows from './rows-of'

/** From so many on the tables are others than before. */
const many = 100
/** Rows that may hold long texts. */
const atOnce = 400

/**
 * Writes all of it, table by table; nobody is told of what is past, and what still goes on counts from today.
 * @returns their ids
 */
export async function writePast(
  tx: Tx,
  { townId, person }: Actor,
  { planned, moved }: PastPlan,
  now: Date,
): Promise<string[]> {
  if (person === null) throw new Refusal('not_allowed')
  const ruleSetId = await ruleSetNow(tx, townId, now)
  const writing: rows.Writing = {
    ...{ townId, personId: person.id, ruleSetId, now },
    rules: rulesOf(await readTownRules(tx, townId)),
    calendar: await calendarOfStep(tx, townId),
  }
  for (const series of moved) await moveSeries(tx, townId, series)
  const all = await openWords(tx, writing, planned)
  const rowsOf = <Row>(of: (writing: rows.Writing, one: rows.WrittenPast) => readonly Row[]) =>
    all.flatMap((one) => of(writing, one))
  await insertMany(
    tx,
    Suggestion,
    all.map((one) => rows.suggestionRow(writing, one)),
    atOnce,
  )
  await insertMany(tx, CoSignature, rowsOf(rows.signerRows))
  await insertMany(tx, SuggestionRound, rowsOf(rows.roundRows))
  await insertMany(tx, Ask, rowsOf(rows.askRows))
  await insertMany(tx, Consultation, rowsOf(rows.talkRows))
  await insertMany(tx, Reply, rowsOf(rows.replyRows), atOnce)
  await insertMany(tx, Commitment, rowsOf(rows.promiseRows))
  await insertMany(tx, Evaluation, rowsOf(rows.ratingRows))
  await beginMany(
    tx,
    kindNamed(suggestionTable.kind),
    townId,
    all.map((one) => ({
      ...{ id: one.id, state: lastOf(one).state, since: rows.since(one, now) },
      event: {
        ...{ action: 'start', party: 'congressOffice', personId: person.id, onDay: beijingDay(now) },
        ...{ note: pastNote, publicLine: pastLine },
      },
    })),
    (ids) => readRecords(tx, townId, ids),
    writing.calendar,
    now,
  )
  if (planned.length >= many) wake(tx, 'manyRows')
  return all.map(({ id }) => id)
}

/** Each gets its id, and what anyone will read of it goes the way of all such words. */
async function openWords(
  tx: Tx,
  { townId, personId, calendar, now }: rows.Writing,
  planned: readonly PlannedPast[],
): Promise<rows.WrittenPast[]> {
  const all = planned.map((one) => ({ ...one, id: newId(), words: rows.publicWords(one) }))
  const opened = await openForMany(
    tx,
    { townId, personId, calendar, now },
    all.map(({ id, suggestionNo, form, words }) => ({
      ...{ suggestionId: id, suggestionNo, subject: form.subject },
      words: words.map(([, text]) => text),
    })),
  )
  return all.map(({ words, ...one }, at) => ({
    ...one,
    checkOf: new Map(words.map(([name], word) => [name, opened[at]?.[word] ?? ''])),
  }))
}

/** @throws Refusal `stale` where somebody else has taken a number since it was planned */
async function moveSeries(tx: Tx, townId: string, { series, from, to }: PastPlan['moved'][number]) {
  try {
    if (from === null) await tx.insert(NumberSeries, { townId, series, last: to })
    else if ((await tx.update(NumberSeries, { townId, series, last: from }, { last: to })).affected !== 1)
      throw new Refusal('stale')
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('stale') : error
  }
}
