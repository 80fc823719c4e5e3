import type { SiteReviewView } from '../../../shared/matters/site-review/endpoints'
import { addMonths, beijingDay, type Day } from '../../../shared/rules/days'
import type {
  SiteReviewGate,
  SiteReviewParty,
  SiteReviewState,
} from '../../../shared/matters/site-review/table'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { quoted } from '../../database/sql'
import { atOnce } from '../../database/together'
import type { Actor } from '../../http/actor'
import { viewMatter } from '../../engine/view'
import { type MatterStanding, standingOf } from '../../engine/standing'
import { presentRow } from '../suggestion/rows'
import { standingsOf } from '../suggestion/standing'
import { kind as siteReview } from './kind'
import type { ReviewRecord } from './record'

/** What can be looked at on the spot: wherever the table lets a finding be written down. */
export const reviewableStates = Object.keys(suggestionActions.recordSiteFinding.moves) as SuggestionState[]

interface ReviewRow {
  id: string
  heldOn: Day
  place: string
  others: string | null
  at: string
  state: SiteReviewState
  reason: string | null
  count: number | string
  recorded: number | string | null
}

export async function listSiteReviews(reader: Reader, townId: string, cursor: string | undefined, now: Date) {
  const place = after('v.at', 'v.id', cursor)
  const rows = await reader.query<ReviewRow[]>(
    `SELECT v.id, v.held_on AS heldOn, v.place, v.others, v.at, m.state, v.reason, COUNT(x.suggestion_id) AS count,
       SUM(CASE WHEN x.finding IS NULL THEN 0 ELSE 1 END) AS recorded
     FROM (SELECT * FROM site_review v WHERE v.town_id = ?${place.sql}${place.order} LIMIT ${pageSize + 1}) AS v
     JOIN matter m ON m.id = v.id JOIN site_review_matter x ON x.site_review_id = v.id
     GROUP BY v.id, v.held_on, v.place, v.others, v.at, m.state, v.reason${place.order}`,
    [townId, ...place.parameters],
  )
  const page = pageOfRows(rows, ({ at, id }) => ({ at, id }))
  const [from, before] = quarterOf(beijingDay(now))
  const inQuarter = await reader.query<unknown[]>(
    `SELECT v.id FROM site_review v JOIN matter m ON m.id = v.id
     WHERE v.town_id = ? AND m.state <> ? AND v.held_on >= ? AND v.held_on < ? LIMIT 1`,
    [townId, 'calledOff' satisfies SiteReviewState, from, before],
  )
  return { items: page.rows.map(summary), next: page.next, thisQuarter: inQuarter.length > 0 }
}

/** The first day of the quarter, and of the next. */
function quarterOf(day: Day): [Day, Day] {
  const month = Number(day.slice(5, 7))
  const first = `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  return [first, addMonths(first, 3)]
}

export const listReviewable = (reader: Reader, townId: string) =>
  reader.query<{ id: string; no: string | null; subject: string; unit: string | null }[]>(
    `SELECT s.id, s.suggestion_no AS no, s.subject, u.name AS unit
     FROM matter sm JOIN suggestion s ON s.id = sm.id
     LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
     WHERE sm.kind = 'suggestion' AND sm.town_id = ? AND sm.state IN (${quoted(reviewableStates)}) ORDER BY s.suggestion_no, s.id`,
    [townId],
  )

export const viewSiteReview = async (reader: Reader, actor: Actor, id: string, now: Date) =>
  viewOf(reader, actor, await standingOf(reader, siteReview, actor, id, now))

export async function viewOf(
  reader: Reader,
  actor: Actor,
  standing: MatterStanding<SiteReviewState, SiteReviewParty, SiteReviewGate, ReviewRecord>,
): Promise<SiteReviewView> {
  const { heldOn, place, others, reason, deputies, suggestions } = standing.record
  const { now } = standing.at
  const [standings, view] = await atOnce(reader, () =>
    Promise.all([
      standingsOf(
        reader,
        actor,
        suggestions.map((one) => one.id),
        now,
      ),
      viewMatter(reader, siteReview, standing, now),
    ]),
  )
  return {
    ...view,
    ...{ heldOn, place, others, reason },
    count: suggestions.length,
    recorded: suggestions.filter(({ finding }) => finding !== null).length,
    deputies: deputies.map(({ name }) => name),
    matters: suggestions.flatMap(({ id: suggestionId, finding }) => {
      const found = standings.find(({ record }) => record.id === suggestionId)
      if (found === undefined) return []
      const { version, no, subject, unit, state, actions } = presentRow(found)
      return [{ id: suggestionId, version, no, subject, unit, state, finding, actions }]
    }),
  }
}

const summary = ({ id, heldOn, place, others, state, reason, count, recorded }: ReviewRow) => ({
  id,
  heldOn,
  place,
  others,
  state,
  reason,
  count: Number(count),
  recorded: Number(recorded ?? 0),
})
