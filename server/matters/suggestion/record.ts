import type { Day } from '../../../shared/rules/days'
import type { KeptRules } from '../../../shared/rules/rules'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { untitled } from '../../../shared/matters/suggestion/text'
import type { Publicity, Satisfaction, SuggestionKind } from '../../../shared/words/words'
import { marks } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { keptRules, rulesOfMatter } from '../../features/rules/rule-set'

/** A suggestion with all that the table needs to decide about it, and how one person stands to it. */
export interface SuggestionRecord extends KeptRules {
  id: string
  townId: string
  version: number
  state: SuggestionState
  stateSince: string
  suggestionNo: string | null
  subject: string
  kind: SuggestionKind
  publicity: Publicity
  confidential: number
  /** Facts and proposal are both written. */
  isComplete: number
  textVersion: number
  villageId: string | null
  leadDeputyId: string
  leadDeputyName: string
  category: string | null
  publicItem: string | null
  currentRound: number
  submittedAt: string | null
  leadUnitId: string | null
  unitName: string | null
  /** The deadline of the round; of the promise, while that is followed. */
  deadlineOn: Day | null
  openInvitations: number
  /** Co-signers of the text as it stands. */
  signatures: number
  openConsultations: number
  confirmedConsultations: number
  /** How the asking person answered an invitation to co-sign: `askedAgain` when the text has changed since. */
  mySignature: 'open' | 'signed' | 'askedAgain' | 'declined' | 'ended' | null
  inCoUnit: number
  inFormerUnit: number
  inLetterUnit: number
  mergedIntoId: string | null
  /** Suggestions of the asking deputy that are merged into this one. */
  myMerged: number
  handedOverOn: Day | null
  /** Where it came from, while it waits for a decision aside of the main line. */
  cameFrom: SuggestionState | null
  /** Returns that this unit has asked for in this round. */
  returnRequests: number
  extensions: number
  informationDueOn: Day | null
  informationAnsweredAt: string | null
  openCoOpinions: number
  myOpenCoOpinions: number
  returnableCoOpinions: number
  commitmentDueOn: Day | null
  commitmentReportedAt: string | null
  openReferrals: number
  /** When the unit last reported how the handling stands. */
  progressReportedAt: string | null
  /** The day of the first site review whose finding is not written down. */
  siteReviewOn: Day | null
  summonsHeldOn: Day | null
  summonsRecordedAt: string | null
  isResident: number
  /** How the lead deputy rated the result of this round. */
  currentResultRating: Satisfaction | null
  /** The deputy group of the lead deputy. */
  leadGroupId: string | null
  leadsGroup: number
  openBallots: number
  /** Ballots on this round. */
  roundBallots: number
  keySuggestionId: string | null
  keyYear: number | null
}

/** Whoever asks: a person in a town, or the clock. */
export type Asker = Actor | { townId: string; system: true }

/** The select list and joins that every read of suggestions begins with; the town wall stands in its first condition. */
export function recordSql(asker: Asker): { sql: string; parameters: unknown[] } {
  const actor = 'system' in asker ? undefined : asker
  const unitIds = actor?.unitIds ?? []
  const sql = `
    SELECT s.id, s.town_id AS townId, s.version, s.state, s.state_since AS stateSince,
      s.suggestion_no AS suggestionNo, s.subject, s.kind, s.publicity, s.confidential,
      s.merged_into_id AS mergedIntoId,
      (SELECT COUNT(*) FROM suggestion m WHERE m.merged_into_id = s.id AND m.lead_deputy_id = ?) AS myMerged,
      CASE WHEN s.proposal = '' OR s.facts = '' OR s.subject = '${untitled}' THEN 0 ELSE 1 END AS isComplete,
      s.text_version AS textVersion, s.village_id AS villageId, s.lead_deputy_id AS leadDeputyId,
      lead.name AS leadDeputyName, s.category, s.public_item AS publicItem, s.current_round AS currentRound,
      s.submitted_at AS submittedAt, ${keptRules},
      r.lead_unit_id AS leadUnitId, u.name AS unitName, r.handed_over_on AS handedOverOn,
      CASE WHEN s.state = 'tracking' THEN promise.due_on ELSE r.deadline_on END AS deadlineOn,
      promise.due_on AS commitmentDueOn, promise.reported_at AS commitmentReportedAt,
      info.due_on AS informationDueOn, info.answered_at AS informationAnsweredAt,
      talk.held_on AS summonsHeldOn, talk.recorded_at AS summonsRecordedAt,
      (SELECT e.from_state FROM matter_event e WHERE e.matter_id = s.id AND e.kind = 'suggestion' AND e.to_state = s.state
        AND e.from_state <> s.state AND s.state IN ('returnRequested', 'extensionRequested')
        ORDER BY e.version DESC LIMIT 1) AS cameFrom,
      (SELECT COUNT(*) FROM return_request q WHERE q.suggestion_id = s.id AND q.round_no = s.current_round
        AND q.handling_unit_id = r.lead_unit_id) AS returnRequests,
      (SELECT COUNT(*) FROM upward_referral w WHERE w.suggestion_id = s.id
        AND w.answered_on IS NULL) AS openReferrals,
      (SELECT MAX(pe.recorded_at) FROM matter_event pe WHERE pe.matter_id = s.id AND pe.kind = 'suggestion'
        AND pe.action = 'reportProgress') AS progressReportedAt,
      (SELECT MIN(sr.held_on) FROM site_review_matter sm JOIN site_review sr ON sr.id = sm.site_review_id
        WHERE sm.suggestion_id = s.id AND sm.finding IS NULL AND sr.state = 'planned') AS siteReviewOn,
      (SELECT COUNT(*) FROM extension x WHERE x.suggestion_id = s.id
        AND x.round_no = s.current_round) AS extensions,
      (SELECT COUNT(*) FROM co_unit cu WHERE cu.suggestion_id = s.id
        AND cu.opinion IS NULL AND cu.waived_at IS NULL) AS openCoOpinions,
      (SELECT COUNT(*) FROM co_unit cu WHERE cu.suggestion_id = s.id AND cu.opinion IS NULL
        AND cu.waived_at IS NULL AND cu.handling_unit_id IN (${marks(unitIds)})) AS myOpenCoOpinions,
      (SELECT COUNT(*) FROM co_unit cu WHERE cu.suggestion_id = s.id
        AND cu.opinion IS NOT NULL AND cu.sent_back_at IS NULL) AS returnableCoOpinions,
      (SELECT COUNT(*) FROM return_request q WHERE q.suggestion_id = s.id AND q.answer = 'approved'
        AND q.handling_unit_id IN (${marks(unitIds)})) AS inFormerUnit,
      (SELECT COUNT(*) FROM review v WHERE v.suggestion_id = s.id
        AND v.letter_unit_id IN (${marks(unitIds)})) AS inLetterUnit,
      (SELECT COUNT(*) FROM co_signature c WHERE c.suggestion_id = s.id
        AND c.answer = 'signed' AND c.text_version = s.text_version) AS signatures,
      (SELECT COUNT(*) FROM co_signature c WHERE c.suggestion_id = s.id
        AND (c.answer = 'open' OR (c.answer = 'signed' AND c.text_version <> s.text_version))) AS openInvitations,
      (SELECT COUNT(*) FROM consultation k WHERE k.suggestion_id = s.id AND k.round_no = s.current_round
        AND k.answer = 'open') AS openConsultations,
      (SELECT COUNT(*) FROM consultation k WHERE k.suggestion_id = s.id AND k.round_no = s.current_round
        AND k.answer = 'confirmed') AS confirmedConsultations,
      (SELECT e.result_rating FROM evaluation e WHERE e.suggestion_id = s.id
        AND e.round_no = s.current_round) AS currentResultRating,
      lead.deputy_group_id AS leadGroupId,
      (SELECT COUNT(*) FROM person g WHERE g.id = ? AND g.group_leader = 1
        AND g.deputy_group_id = lead.deputy_group_id) AS leadsGroup,
      (SELECT COUNT(*) FROM group_ballot b JOIN matter bm ON bm.id = b.id
        WHERE b.suggestion_id = s.id AND bm.state = 'open') AS openBallots,
      (SELECT COUNT(*) FROM group_ballot b WHERE b.suggestion_id = s.id
        AND b.round_no = s.current_round) AS roundBallots,
      chosen.id AS keySuggestionId, chosen.year AS keyYear,
      CASE WHEN mine.answer = 'signed' AND mine.text_version <> s.text_version THEN 'askedAgain'
        ELSE mine.answer END AS mySignature,
      (SELECT COUNT(*) FROM co_unit cu WHERE cu.suggestion_id = s.id
        AND cu.handling_unit_id IN (${marks(unitIds)})) AS inCoUnit,
      (SELECT COUNT(*) FROM resident_opinion o WHERE o.suggestion_id = s.id AND o.resident_id = ?) AS isResident
    FROM suggestion s
    JOIN town t ON t.id = s.town_id
    ${rulesOfMatter('s')}
    JOIN person lead ON lead.id = s.lead_deputy_id
    LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
    LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
    LEFT JOIN commitment promise ON promise.suggestion_id = s.id AND promise.ended_at IS NULL
    LEFT JOIN information_request info ON info.suggestion_id = s.id AND info.round_no = s.current_round
    LEFT JOIN summons talk ON talk.suggestion_id = s.id AND talk.round_no = s.current_round
    LEFT JOIN key_suggestion chosen ON chosen.suggestion_id = s.id AND chosen.ended_at IS NULL
    LEFT JOIN co_signature mine ON mine.suggestion_id = s.id AND mine.person_id = ?
    WHERE s.town_id = ?`
  return {
    sql,
    parameters: [
      actor?.person?.id ?? '',
      ...unitIds,
      ...unitIds,
      ...unitIds,
      actor?.person?.id ?? '',
      ...unitIds,
      actor?.residentId ?? '',
      actor?.person?.id ?? '',
      asker.townId,
    ],
  }
}

/** The person behind a step; the clock has no name. */
export const personIdOf = (asker: Asker) => ('system' in asker ? null : (asker.person?.id ?? null))
