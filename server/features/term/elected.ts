import { isOfTownship } from '../../database/in-office'
import type { Reader, Tx } from '../../database/source'

/** Of a row `e` of those elected: that they wait for the first session of their term. */
const waits = 'e.ended_on IS NULL'

/** Of a row `e`: that they are a deputy of this congress already. */
export const goesOn = `EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = e.person_id AND m.town_id = e.town_id
  AND ${isOfTownship('m')})`

const somebodyWaits = (town: string) =>
  `EXISTS (SELECT 1 FROM elected_deputy e WHERE e.town_id = ${town} AND ${waits})`

/** Mandates `r` that end with the term, of those who were not elected again: once somebody was elected for the next. */
export const notElectedAgain = `r.congress_level = 'township' AND r.ended_on IS NULL AND ${somebodyWaits('r.town_id')}
  AND NOT EXISTS (SELECT 1 FROM elected_deputy o WHERE o.person_id = r.person_id AND o.town_id = r.town_id
    AND o.ended_on IS NULL)`

/** Districts `r` that have more seats than were won in them; a district of which nothing is said has one. */
export const unfilledNext = `r.congress_level = 'township' AND ${somebodyWaits('r.town_id')}
  AND COALESCE(r.seats, 1) > (SELECT COUNT(*) FROM elected_deputy o WHERE o.town_id = r.town_id
    AND o.electoral_district_id = r.id AND o.ended_on IS NULL)`
export const unfilledNow = `r.congress_level = 'township'
  AND COALESCE(r.seats, 1) > (SELECT COUNT(*) FROM mandate o WHERE o.town_id = r.town_id
    AND o.electoral_district_id = r.id AND o.ended_on IS NULL)`

/** How many were elected for a term: who waits for its first session, and who took up the mandate on its day. */
export async function electedFor(reader: Reader | Tx, townId: string, termNo: number) {
  const [row] = await reader.query<{ waiting: number | string | null; begun: number | string | null }[]>(
    `SELECT SUM(CASE WHEN e.ended_on IS NULL THEN 1 ELSE 0 END) AS waiting,
       SUM(CASE WHEN e.begun_on IS NULL THEN 0 ELSE 1 END) AS begun
     FROM elected_deputy e WHERE e.town_id = ? AND e.term_no = ?`,
    [townId, termNo],
  )
  return { waiting: Number(row?.waiting ?? 0), begun: Number(row?.begun ?? 0) }
}

/** Whether somebody of the register is elected for a term that has not begun. */
export async function isElected(tx: Tx, townId: string, personId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT e.id FROM elected_deputy e WHERE e.person_id = ? AND e.town_id = ? AND ${waits} LIMIT 1`,
    [personId, townId],
  )
  return rows.length > 0
}
