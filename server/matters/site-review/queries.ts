import type { SiteReviewView } from '../../../shared/matters/site-review/endpoints'
import { addMonths, beijingDay, type Day } from '../../../shared/rules/days'
import { openActions } from '../../../shared/grammar/decide'
import { Refusal } from '../../../shared/words/refusals'
import {
  type SiteReviewGate,
  type SiteReviewParty,
  type SiteReviewState,
  siteReviewTable,
} from '../../../shared/matters/site-review/table'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { quoted } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { presentRow } from '../suggestion/rows'
import { standingsOf } from '../suggestion/standing'

/** What can be looked at on the spot: wherever the table lets a finding be written down. */
export const reviewableStates = Object.keys(suggestionActions.recordSiteFinding.moves) as SuggestionState[]

interface ReviewRow {
  id: string
  heldOn: Day
  place: string
  others: string | null
  at: string
  version: number
  state: SiteReviewState
  reason: string | null
  count: number | string
  recorded: number | string | null
}

const reviewSql = `
  SELECT v.id, v.held_on AS heldOn, v.place, v.others, v.at, v.version, v.state, v.reason, COUNT(m.suggestion_id) AS count,
    SUM(CASE WHEN m.finding IS NULL THEN 0 ELSE 1 END) AS recorded
  FROM site_review v JOIN site_review_matter m ON m.site_review_id = v.id
  WHERE v.town_id = ?`
const grouped = ' GROUP BY v.id, v.held_on, v.place, v.others, v.at, v.version, v.state, v.reason'

export async function listSiteReviews(reader: Reader, townId: string, cursor: string | undefined, now: Date) {
  const place = after('v.at', 'v.id', cursor)
  const rows = await reader.query<ReviewRow[]>(
    `${reviewSql}${place.sql}${grouped}${place.order} LIMIT ${pageSize + 1}`,
    [townId, ...place.parameters],
  )
  const page = pageOfRows(rows, ({ at, id }) => ({ at, id }))
  const [from, before] = quarterOf(beijingDay(now))
  const inQuarter = await reader.query<unknown[]>(
    'SELECT id FROM site_review WHERE town_id = ? AND state = ? AND held_on >= ? AND held_on < ? LIMIT 1',
    [townId, 'planned' satisfies SiteReviewState, from, before],
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
     FROM suggestion s JOIN matter sm ON sm.id = s.id
     LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
     WHERE s.town_id = ? AND sm.state IN (${quoted(reviewableStates)}) ORDER BY s.suggestion_no, s.id`,
    [townId],
  )

/** Who holds it, and how far it is. @throws Refusal `not_found` */
export async function reviewStandingOf(reader: Reader, actor: Actor, id: string) {
  const [review] = await reader.query<ReviewRow[]>(`${reviewSql} AND v.id = ?${grouped}`, [actor.townId, id])
  if (!review) throw new Refusal('not_found')
  const parties = new Set<SiteReviewParty>()
  if (actor.roles.includes('congressOffice')) parties.add('congressOffice')
  if (actor.roles.includes('presidiumMember')) parties.add('presidium')
  const open = new Set<SiteReviewGate>(Number(review.recorded ?? 0) === 0 ? ['nothingFound'] : [])
  return { review, state: review.state, parties, open }
}

export async function viewSiteReview(
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<SiteReviewView> {
  const { review, ...standing } = await reviewStandingOf(reader, actor, id)
  return {
    ...summary(review),
    version: review.version,
    actions: openActions(siteReviewTable, standing),
    deputies: (await readParticipants(reader, id)).map(({ name }) => name),
    matters: (await readMatters(reader, actor, id, now)).map(({ standing: of, finding }) => {
      const { id: suggestionId, version, no, subject, unit, state, actions } = presentRow(of)
      return { id: suggestionId, version, no, subject, unit, state, finding, actions }
    }),
  }
}

/** The deputies who take part. */
export const readParticipants = (reader: Reader, id: string) =>
  reader.query<{ id: string; name: string }[]>(
    `SELECT p.id, p.name FROM site_review_deputy d JOIN person p ON p.id = d.person_id
     WHERE d.site_review_id = ? ORDER BY p.position, p.id`,
    [id],
  )

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

/** The suggestions that are looked at, in the order in which they were picked. */
export async function readMatters(reader: Reader, actor: Actor, id: string, now: Date) {
  const matters = await reader.query<{ id: string; finding: string | null }[]>(
    'SELECT suggestion_id AS id, finding FROM site_review_matter WHERE site_review_id = ? ORDER BY position',
    [id],
  )
  const ids = matters.map((matter) => matter.id)
  const standings = await standingsOf(reader, actor, ids, now)
  return matters.flatMap(({ id: suggestionId, finding }) => {
    const standing = standings.find(({ record }) => record.id === suggestionId)
    return standing ? [{ standing, finding }] : []
  })
}
