import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { day, idColumn, count, instant, longText } from '../columns'
import { isoInstant } from '../sql'
import { column, index, key, maybe, table } from '../tables'

const coUnits = table(
  'co_unit',
  [
    key('suggestion_id', idColumn),
    key('handling_unit_id', idColumn),
    maybe('due_on', day),
    maybe('opinion', longText),
    maybe('given_at', instant),
    maybe('sent_back_at', instant),
    maybe('sent_back_reason', longText),
    maybe('waived_at', instant),
    maybe('waived_reason', longText),
  ],
  [index('co_unit_unit', 'handling_unit_id')],
)
const informationRequests = table(
  'information_request',
  [
    key('suggestion_id', idColumn),
    key('round_no', count),
    column('question', longText),
    column('asked_on', day),
    column('due_on', day),
    column('deadline_before', day),
    maybe('answer', longText),
    maybe('answered_at', instant),
  ],
  [],
)
/** Of a round, once its clock was stopped: until then it stood in the question. */
const countedBefore = maybe('counted_before', day)

interface CoUnit {
  id: string
  townId: string
  unitId: string
  handedOverOn: Day | null
  since: string
  dueOn: Day | null
  opinion: string | null
  givenAt: string | null
  givenBy: string | null
  sentBackAt: string | null
  sentBackReason: string | null
  waivedAt: string | null
  waivedReason: string | null
}
interface Information {
  id: string
  townId: string
  deputyId: string
  roundNo: number
  question: string
  askedOn: Day
  dueOn: Day
  answer: string | null
  answeredAt: string | null
  answeredBy: string | null
}
/** A row of `ask`, in the order of its columns. */
interface AskRow {
  matterId: string
  ask: string
  roundNo: number
  holder: string
  no: number
  townId: string
  askedOn: Day
  dueOn: Day | null
  question: string | null
  answer: string | null
  answeredBy: string | null
  answeredAt: string | null
  endedAt: string | null
  endedHow: string | null
  endedWhy: string | null
}

const atOnce = 100
/** Of whom a co-unit's opinion came, by the history. */
const whoTook = (action: string, at: string) =>
  `(SELECT MAX(e.person_id) FROM matter_event e WHERE e.kind = 'suggestion' AND e.matter_id = c.suggestion_id
    AND e.action = '${action}' AND e.recorded_at = ${at})`

/** What co-units owe and what the deputy was asked are questions like all others; days come as text on both engines. */
export class CoOpinionsAndInformationAreAsks1795219202510 implements MigrationInterface {
  name = 'CoOpinionsAndInformationAreAsks1795219202510'

  async up(runner: QueryRunner) {
    const units = (await runner.query(
      `SELECT c.suggestion_id AS id, s.town_id AS townId, c.handling_unit_id AS unitId,
         CONCAT(r.handed_over_on, '') AS handedOverOn, m.state_since AS since, CONCAT(c.due_on, '') AS dueOn,
         c.opinion, c.given_at AS givenAt, ${whoTook('giveCoOpinion', 'c.given_at')} AS givenBy,
         c.sent_back_at AS sentBackAt, c.sent_back_reason AS sentBackReason, c.waived_at AS waivedAt,
         c.waived_reason AS waivedReason
       FROM co_unit c JOIN suggestion s ON s.id = c.suggestion_id JOIN matter m ON m.id = s.id
       LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = 1`,
    )) as CoUnit[]
    const asked = (await runner.query(
      `SELECT c.suggestion_id AS id, s.town_id AS townId, s.lead_deputy_id AS deputyId, c.round_no AS roundNo,
         c.question, CONCAT(c.asked_on, '') AS askedOn, CONCAT(c.due_on, '') AS dueOn, c.answer,
         c.answered_at AS answeredAt, ${whoTook('giveInformation', 'c.answered_at')} AS answeredBy
       FROM information_request c JOIN suggestion s ON s.id = c.suggestion_id`,
    )) as Information[]
    await put(runner, [...units.flatMap(asksOf), ...asked.map(askOf)])
    await runner.addColumn('suggestion_round', new TableColumn(countedBefore))
    await runner.query(
      `UPDATE suggestion_round SET counted_before = (SELECT i.deadline_before FROM information_request i
         WHERE i.suggestion_id = suggestion_round.suggestion_id AND i.round_no = suggestion_round.round_no)`,
    )
    await lookAgain(runner)
    await runner.dropTable(informationRequests)
    await runner.dropTable(coUnits)
  }

  async down(runner: QueryRunner) {
    await runner.createTable(coUnits)
    await runner.createTable(informationRequests)
    const rows = (await runner.query(
      `SELECT a.matter_id AS matterId, a.ask, a.round_no AS roundNo, a.holder, a.no, a.question, a.answer,
         CONCAT(a.asked_on, '') AS askedOn, CONCAT(a.due_on, '') AS dueOn, a.answered_at AS answeredAt,
         a.ended_at AS endedAt, a.ended_how AS endedHow, a.ended_why AS endedWhy,
         CONCAT(r.counted_before, '') AS countedBefore
       FROM ask a LEFT JOIN suggestion_round r ON r.suggestion_id = a.matter_id AND r.round_no = a.round_no
       WHERE a.kind = 'suggestion' AND (a.ended_how IS NULL OR a.ended_how <> 'withdrawn')`,
    )) as (AskRow & { countedBefore: Day | null })[]
    for (const row of rows) {
      if (row.ask === 'information') await putInformation(runner, row)
      if (row.ask !== 'coOpinion' || row.endedHow === 'sentBack') continue
      const before = rows.find(
        (one) => one.matterId === row.matterId && one.holder === row.holder && one.endedHow === 'sentBack',
      )
      await putCoUnit(runner, row, before?.endedAt ?? null)
    }
    await lookAgain(runner)
    await runner.query("DELETE FROM ask WHERE kind = 'suggestion'")
    await runner.dropColumn('suggestion_round', 'counted_before')
  }
}

const open = {
  answer: null,
  answeredBy: null,
  answeredAt: null,
  endedAt: null,
  endedHow: null,
  endedWhy: null,
}

/** One that was sent back is a question that ended, and another one after it; what it said then was not kept. */
function asksOf(unit: CoUnit): AskRow[] {
  const { sentBackAt, opinion, waivedAt } = unit
  const about = {
    ...{
      matterId: unit.id,
      ask: 'coOpinion',
      roundNo: 1,
      holder: `unit:${unit.unitId}`,
      townId: unit.townId,
    },
    ...open,
  }
  const askedOn = unit.handedOverOn ?? dayOf(unit.since)
  const last = {
    ...about,
    ...{ dueOn: unit.dueOn, question: unit.sentBackReason },
    ...{ answer: opinion === null ? null : JSON.stringify({ opinion }) },
    ...{ answeredBy: opinion === null ? null : unit.givenBy, answeredAt: unit.givenAt },
    ...{ endedAt: waivedAt, endedHow: waivedAt === null ? null : 'waived', endedWhy: unit.waivedReason },
  }
  if (sentBackAt === null) return [{ ...last, no: 1, askedOn }]
  const before = { endedAt: sentBackAt, endedHow: 'sentBack', endedWhy: unit.sentBackReason }
  return [
    { ...about, no: 1, askedOn, dueOn: null, question: null, ...before },
    { ...last, no: 2, askedOn: dayOf(sentBackAt) },
  ]
}

const dayOf = (at: string) => beijingDay(new Date(isoInstant(at)))

const askOf = (one: Information): AskRow => ({
  ...{ matterId: one.id, ask: 'information', roundNo: one.roundNo, holder: `person:${one.deputyId}`, no: 1 },
  ...{ townId: one.townId, askedOn: one.askedOn, dueOn: one.dueOn, question: one.question },
  ...open,
  ...{ answer: one.answer === null ? null : JSON.stringify({ answer: one.answer }) },
  ...{ answeredBy: one.answer === null ? null : one.answeredBy, answeredAt: one.answeredAt },
})

async function put(runner: QueryRunner, rows: readonly AskRow[]) {
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    await runner.query(
      `INSERT INTO ask (matter_id, ask, round_no, holder, no, town_id, kind, asked_on, due_on, question, answer,
         answered_by, answered_at, ended_at, ended_how, ended_why)
       VALUES ${some.map(() => "(?, ?, ?, ?, ?, ?, 'suggestion', ?, ?, ?, ?, ?, ?, ?, ?, ?)").join(', ')}`,
      some.flatMap((row) => [
        ...[row.matterId, row.ask, row.roundNo, row.holder, row.no, row.townId, row.askedOn, row.dueOn],
        ...[
          row.question,
          row.answer,
          row.answeredBy,
          row.answeredAt,
          row.endedAt,
          row.endedHow,
          row.endedWhy,
        ],
      ]),
    )
  }
}

const said = (answer: string | null, field: string) =>
  answer === null ? null : ((JSON.parse(answer) as Record<string, string>)[field] ?? null)

const putCoUnit = (runner: QueryRunner, row: AskRow, sentBackAt: string | null) =>
  runner.query(
    `INSERT INTO co_unit (suggestion_id, handling_unit_id, due_on, opinion, given_at, sent_back_at, sent_back_reason,
       waived_at, waived_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[
        row.matterId,
        row.holder.slice('unit:'.length),
        row.dueOn,
        said(row.answer, 'opinion'),
        row.answeredAt,
      ],
      ...[sentBackAt, row.question, row.endedAt, row.endedWhy],
    ],
  )

const putInformation = (runner: QueryRunner, row: AskRow & { countedBefore: Day | null }) =>
  runner.query(
    `INSERT INTO information_request (suggestion_id, round_no, question, asked_on, due_on, deadline_before, answer,
       answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[row.matterId, row.roundNo, row.question, row.askedOn, row.dueOn, row.countedBefore ?? row.askedOn],
      ...[said(row.answer, 'answer'), row.answeredAt],
    ],
  )

/** Who is asked stands in the lists from now on: they are derived when the server starts. */
const lookAgain = (runner: QueryRunner) =>
  runner.query(
    `UPDATE matter SET next_at = '1970-01-01 00:00:00.000' WHERE id IN (SELECT matter_id FROM ask)`,
  )
