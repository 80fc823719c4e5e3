import type { FigureGroup, Figures, Grouping } from '../../../shared/api/figures'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { type Counts, counted, ratesOf } from '../../../shared/rules/rates'
import { type KeptRules, rulesOf } from '../../../shared/rules/rules'
import type { Reader } from '../../database/source'
import { byEndOfDay } from '../../database/sql'
import { cohortSql, lapsedSql, type Narrowed } from './cohort'
import { closedSql, confirmedSql, inHandSql, solvedSql } from './facts'
import { groupingRows } from './groupings'
import { awaitsDeputySql, longOverdueSql, overdueSql } from './overdue'

/** The figures of one town for a period of hand-over: in all, and told apart. Counted by the database. */
export async function readFigures(
  reader: Reader,
  townId: string,
  { by, ...period }: Narrowed & { by?: Grouping | undefined },
  now: Date,
): Promise<{ total: Figures; groups: FigureGroup[] }> {
  const grouping = by === undefined ? undefined : groupingRows[by]
  const keySql = grouping?.keySql ?? "''"
  const today = beijingDay(now)
  const counts = new Map<string, Counts>()
  const rounds = await countRounds(reader, townId, period, keySql, today)
  // Where no round is due, nothing is overdue either.
  const { longOverdueDays } = rounds[0] ? rulesOf(rounds[0]) : { longOverdueDays: 0 }
  const suggestions = await countSuggestions(reader, townId, period, keySql, today, longOverdueDays)
  for (const rows of [suggestions, rounds]) {
    for (const { groupKey, ...row } of rows) {
      counts.set(groupKey, add(counts.get(groupKey) ?? nothing, row))
    }
  }
  const list = (await grouping?.list(reader, townId, [...counts.keys()])) ?? []
  return {
    total: figuresOf([...counts.values()].reduce(add, nothing)),
    groups: list.flatMap(({ key, name, partOf }) => {
      const found = [key, ...list.filter((one) => one.partOf === key).map((one) => one.key)].flatMap(
        (one) => counts.get(one) ?? [],
      )
      if (found.length === 0) return []
      return [{ key, name, partOf: partOf ?? null, ...figuresOf(found.reduce(add, nothing)) }]
    }),
  }
}

type CountRow = { groupKey: string } & Partial<Record<keyof Counts, number | string | null>>

export const nothing = Object.fromEntries(counted.map((name) => [name, 0])) as unknown as Counts

/** MariaDB answers sums as text. */
export const add = (counts: Counts, more: Partial<Record<keyof Counts, number | string | null>>): Counts =>
  Object.fromEntries(
    counted.map((name) => [name, counts[name] + Number(more[name] ?? 0)]),
  ) as unknown as Counts

export const figuresOf = (counts: Counts): Figures => ({ counts, rates: ratesOf(counts) })

/** What is true of one suggestion, as SQL; the count of a group is the number of those for which it is. */
function facts(today: Day, longOverdueDays: number): Readonly<Partial<Record<keyof Counts, string>>> {
  const rated = (rating: string) => `NOT ${lapsedSql} AND le.result_rating ${rating}`
  return {
    handedOver: '1 = 1',
    replied: 'fa.id IS NOT NULL',
    consulted: `EXISTS (SELECT 1 FROM consultation k WHERE k.suggestion_id = s.id AND k.round_no <= fa.round_no
      AND k.merged_id IS NULL AND k.answer = 'confirmed' AND k.answered_at <= fa.at)`,
    due: `fa.id IS NOT NULL OR (r.deadline_on < ? AND NOT ${awaitsDeputySql})`,
    closed: closedSql,
    solved: solvedSql('la', 'ce'),
    confirmed: confirmedSql('la', 'ce'),
    fulfilled: `${closedSql} AND la.outcome <> 'solved' AND EXISTS (SELECT 1 FROM commitment p
      WHERE p.suggestion_id = s.id AND p.result = 'fulfilled' AND COALESCE(p.rating, '') <> 'notSatisfied')`,
    evaluated: rated('IS NOT NULL'),
    satisfied: rated("= 'satisfied'"),
    satisfiedOrBasically: rated("IN ('satisfied', 'basicallySatisfied')"),
    firstEvaluated: 'fe.id IS NOT NULL',
    firstSatisfied: "fe.result_rating = 'satisfied'",
    noResponse: lapsedSql,
    inHand: inHandSql,
    overdue: overdueSql,
    longOverdue: longOverdueSql(today, longOverdueDays),
    awaitsDeputy: awaitsDeputySql,
  }
}

function countSuggestions(
  reader: Reader,
  townId: string,
  period: Narrowed,
  keySql: string,
  today: Day,
  longOverdueDays: number,
) {
  const cohort = cohortSql(townId, period)
  const sums = Object.entries(facts(today, longOverdueDays))
  return reader.query<CountRow[]>(
    `SELECT ${keySql} AS groupKey,
       ${sums.map(([name, fact]) => `SUM(CASE WHEN ${fact} THEN 1 ELSE 0 END) AS ${name}`).join(',\n')}
     ${cohort.joined}
     JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     LEFT JOIN evaluation ce ON ce.suggestion_id = s.id AND ce.round_no = s.current_round
     ${cohort.where}
     GROUP BY ${keySql}`,
    [...sums.flatMap(([, fact]) => (fact.match(/\?/g) ?? []).map(() => today)), ...cohort.parameters],
  )
}

/** With the rules of the town of today. A round that was given up for a newer one without a reply is nobody's debt any more. */
function countRounds(reader: Reader, townId: string, period: Narrowed, keySql: string, today: string) {
  const cohort = cohortSql(townId, period)
  return reader.query<(CountRow & KeptRules)[]>(
    `SELECT ${keySql} AS groupKey, COUNT(*) AS roundsDue,
       SUM(CASE WHEN a.id IS NOT NULL AND ${byEndOfDay('a.at', 'r.deadline_on')} THEN 1 ELSE 0 END) AS roundsOnTime,
       MAX(COALESCE(rs.profile, t.profile)) AS profileName, MAX(rs.overrides) AS overrides
     ${cohort.joined}
     JOIN town t ON t.id = s.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
     JOIN suggestion_round r ON r.suggestion_id = s.id
     LEFT JOIN reply a ON a.suggestion_id = r.suggestion_id AND a.round_no = r.round_no
     ${cohort.where}
       AND (a.id IS NOT NULL OR (r.round_no = s.current_round AND r.deadline_on < ? AND NOT ${awaitsDeputySql}))
     GROUP BY ${keySql}`,
    [...cohort.parameters, today],
  )
}
