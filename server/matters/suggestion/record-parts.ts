import type { Day } from '../../../shared/rules/days'
import type { ProfileName } from '../../../shared/rules/profiles'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { untitled } from '../../../shared/matters/suggestion/text'
import type { Party } from '../../../shared/words/parties'
import type { Publicity, Satisfaction, SuggestionKind } from '../../../shared/words/words'
import { isTownshipDeputy } from '../../database/in-office'
import { instantText, marks } from '../../database/sql'
import { part } from '../../database/together'
import { askedPart } from '../../engine/asks/read'
import { rulesOfMatter } from '../../features/rules/rule-set'
import { decidersPart } from './deciders'
import { followersPart, residentsPart } from './residents-part'
import { groupLeadersPart, leadingOfficialsPart } from './leaders'

/** What is read to decide about suggestions, by their ids; the town wall stands in the first part. */

export interface HeadRow {
  id: string
  townId: string
  version: number
  state: SuggestionState
  stateSince: string
  profileName: ProfileName
  overrides: string | null
  suggestionNo: string | null
  subject: string
  kind: SuggestionKind
  publicity: Publicity
  confidential: number
  /** The deputy wants the presidium to read it first, and it has not. */
  unreadByPresidium: number
  /** Facts and proposal are both written. */
  isComplete: number
  textVersion: number
  villageId: string | null
  leadDeputyId: string
  leadDeputyName: string
  /** The deputy group of the lead deputy. */
  leadGroupId: string | null
  /** The lead deputy sits in the congress of the township now. */
  leadCounts: number
  category: string | null
  publicItem: string | null
  currentRound: number
  submittedAt: string | null
  mergedIntoId: string | null
  leadUnitId: string | null
  unitName: string | null
  leaderInCharge: string | null
  handlerName: string | null
  handlerPhone: string | null
  handedOverOn: Day | null
  clockStartedOn: Day | null
  roundDeadlineOn: Day | null
  countedTo: Day | null
  /** The day that the deadline was counted to before a question to the deputy stopped the clock. */
  countedBefore: Day | null
  /** The deadline of the round; of the promise, while that is followed. */
  deadlineOn: Day | null
  commitmentDueOn: Day | null
  commitmentReportedAt: string | null
  /** The presidium no longer waits for the deputy in this round. */
  replyOpenedAt: string | null
  summonsHeldOn: Day | null
  summonsRecordedAt: string | null
  extensionAnswer: 'open' | 'granted' | 'refused' | null
  openReferralId: string | null
  /** How the lead deputy rated the result of this round. */
  currentResultRating: Satisfaction | null
  keySuggestionId: string | null
  keyYear: number | null
  /** The check of who leads it. */
  keyLeaderCheckId: string | null
}

/** Of each of these there is at most one at a time. */
const heads = (townId: string, ids: readonly string[]) =>
  part<HeadRow>({
    columns: {
      id: 'm.id',
      townId: 'm.town_id',
      version: 'm.version',
      state: 'm.state',
      stateSince: instantText('m.state_since'),
      profileName: 'COALESCE(rs.profile, t.profile)',
      overrides: 'rs.overrides',
      suggestionNo: 's.suggestion_no',
      subject: 's.subject',
      kind: 's.kind',
      publicity: 's.publicity',
      confidential: 's.confidential',
      unreadByPresidium: 'CASE WHEN s.presidium_first = 1 AND s.presidium_read_at IS NULL THEN 1 ELSE 0 END',
      isComplete: `CASE WHEN s.proposal = '' OR s.facts = '' OR s.subject = '${untitled}' THEN 0 ELSE 1 END`,
      textVersion: 's.text_version',
      villageId: 's.village_id',
      leadDeputyId: 's.lead_deputy_id',
      leadDeputyName: 'lead.name',
      leadGroupId: 'lead.deputy_group_id',
      leadCounts: `CASE WHEN ${isTownshipDeputy('lead.id')} THEN 1 ELSE 0 END`,
      category: 's.category',
      publicItem: 's.public_item',
      currentRound: 's.current_round',
      submittedAt: instantText('s.submitted_at'),
      mergedIntoId: 's.merged_into_id',
      leadUnitId: 'r.lead_unit_id',
      unitName: 'u.name',
      leaderInCharge: 'r.leader_in_charge',
      handlerName: 'r.handler_name',
      handlerPhone: 'r.handler_phone',
      handedOverOn: 'r.handed_over_on',
      clockStartedOn: 'COALESCE(r.clock_started_on, r.handed_over_on)',
      replyOpenedAt: instantText('r.reply_opened_at'),
      roundDeadlineOn: 'r.deadline_on',
      countedTo: 'COALESCE(r.counted_to, r.deadline_on)',
      countedBefore: 'r.counted_before',
      deadlineOn: "CASE WHEN m.state = 'tracking' THEN promise.due_on ELSE r.deadline_on END",
      commitmentDueOn: 'promise.due_on',
      commitmentReportedAt: instantText('promise.reported_at'),
      summonsHeldOn: 'talk.held_on',
      summonsRecordedAt: instantText('talk.recorded_at'),
      extensionAnswer: 'x.answer',
      openReferralId: 'w.id',
      currentResultRating: 'e.result_rating',
      keySuggestionId: 'chosen.id',
      ...{ keyYear: 'chosen.year', keyLeaderCheckId: 'chosen.leader_check_id' },
    },
    from: `FROM matter m JOIN suggestion s ON s.id = m.id
      JOIN town t ON t.id = s.town_id
      ${rulesOfMatter('s')}
      JOIN person lead ON lead.id = s.lead_deputy_id
      LEFT JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
      LEFT JOIN handling_unit u ON u.id = r.lead_unit_id
      LEFT JOIN commitment promise ON promise.suggestion_id = s.id AND promise.ended_at IS NULL
      LEFT JOIN summons talk ON talk.suggestion_id = s.id AND talk.round_no = s.current_round
      LEFT JOIN extension x ON x.suggestion_id = s.id AND x.round_no = s.current_round
      LEFT JOIN upward_referral w ON w.suggestion_id = s.id AND w.answered_on IS NULL
      LEFT JOIN evaluation e ON e.suggestion_id = s.id AND e.round_no = s.current_round
      LEFT JOIN key_suggestion chosen ON chosen.suggestion_id = s.id AND chosen.ended_at IS NULL
      WHERE m.town_id = ? AND m.id IN (${marks(ids)})`,
    order: 'm.id',
    parameters: [townId, ...ids],
  })

/** A row that belongs to one of the suggestions. */
export interface Of {
  of: string
}

export const partsOfRecords = (townId: string, ids: readonly string[]) => {
  const those = `IN (${marks(ids)})`
  const parameters = [...ids]
  return {
    heads: heads(townId, ids),
    coSignatures: part<
      Of & {
        personId: string
        answer: 'open' | 'signed' | 'declined' | 'ended'
        textVersion: number
        /** Sits in the congress of the township now: a signature of another is none. */
        counts: number
      }
    >({
      columns: {
        of: 'c.suggestion_id',
        personId: 'c.person_id',
        answer: 'c.answer',
        textVersion: 'c.text_version',
        counts: `CASE WHEN ${isTownshipDeputy('c.person_id')} THEN 1 ELSE 0 END`,
      },
      from: `FROM co_signature c WHERE c.suggestion_id ${those}`,
      order: 'c.person_id',
      parameters,
    }),
    deciders: decidersPart(ids, { onlyMarked: true }),
    asked: askedPart(ids),
    consultations: part<
      Of & {
        id: string
        roundNo: number
        /** With whose proposer, where not with the lead deputy. */
        mergedId: string | null
        answer: 'open' | 'confirmed' | 'disputed' | 'disowned'
        headAsked: number
        recordedAt: string
      }
    >({
      columns: {
        of: 'k.suggestion_id',
        id: 'k.id',
        roundNo: 'k.round_no',
        mergedId: 'k.merged_id',
        answer: 'k.answer',
        headAsked: 'k.head_asked',
        recordedAt: instantText('k.recorded_at'),
      },
      from: `FROM consultation k WHERE k.suggestion_id ${those}`,
      order: 'k.id',
      parameters,
    }),
    returns: part<
      Of & {
        roundNo: number
        unitId: string
        answer: 'open' | 'approved' | 'refused'
        handedOverOn: Day
        decidedAt: string | null
      }
    >({
      columns: {
        of: 'q.suggestion_id',
        roundNo: 'q.round_no',
        unitId: 'q.handling_unit_id',
        answer: 'q.answer',
        handedOverOn: 'q.handed_over_on',
        decidedAt: instantText('q.decided_at'),
      },
      from: `FROM return_request q WHERE q.suggestion_id ${those}`,
      order: 'q.id',
      parameters,
    }),
    letters: part<Of & { unitId: string }>({
      columns: { of: 'v.suggestion_id', unitId: 'v.letter_unit_id' },
      from: `FROM review v WHERE v.suggestion_id ${those} AND v.letter_unit_id IS NOT NULL`,
      order: 'v.id',
      parameters,
    }),
    /** Those that are handled with it, or were answered with it. */
    merged: part<Of & { id: string; state: SuggestionState; leadDeputyId: string }>({
      columns: { of: 'o.merged_into_id', id: 'o.id', state: 'om.state', leadDeputyId: 'o.lead_deputy_id' },
      from: `FROM suggestion o JOIN matter om ON om.id = o.id WHERE o.merged_into_id ${those}`,
      order: 'o.id',
      parameters,
    }),
    residents: residentsPart(those, parameters),
    followers: followersPart(those, parameters),
    groupLeaders: groupLeadersPart(ids),
    leadingOfficials: leadingOfficialsPart(ids),
    ballots: part<Of & { roundNo: number; isOpen: number }>({
      columns: {
        of: 'b.suggestion_id',
        roundNo: 'b.round_no',
        isOpen: "CASE WHEN bm.state = 'open' THEN 1 ELSE 0 END",
      },
      from: `FROM group_ballot b JOIN matter bm ON bm.id = b.id WHERE b.suggestion_id ${those}`,
      order: 'b.round_no',
      parameters,
    }),
    /** Site reviews whose finding is not written down. */
    siteReviews: part<Of & { heldOn: Day }>({
      columns: { of: 'sm.suggestion_id', heldOn: 'sr.held_on' },
      from: `FROM site_review_matter sm JOIN site_review sr ON sr.id = sm.site_review_id
        JOIN matter rm ON rm.id = sr.id AND rm.state = 'planned'
        WHERE sm.suggestion_id ${those} AND sm.finding IS NULL`,
      order: 'sr.held_on',
      parameters,
    }),
    /** Of the history, what later steps go by: where it came from, who leads since when, what was typed for somebody. */
    history: part<
      Of & {
        action: string
        fromState: SuggestionState
        toState: SuggestionState
        at: string
        personId?: string | null
        party?: Party
      }
    >({
      columns: {
        of: 'h.matter_id',
        action: 'h.action',
        fromState: 'h.from_state',
        toState: 'h.to_state',
        at: instantText('h.recorded_at'),
        personId: 'h.person_id',
        party: 'h.party',
      },
      from: `FROM matter_event h WHERE h.matter_id ${those} AND (h.from_state <> h.to_state OR h.spoken_how IS NOT NULL
        OR h.action IN ('reportProgress', 'passLead', 'objectToRecord', 'objectToConsultation', 'objectToUnit'))`,
      order: 'h.version',
      parameters,
    }),
  }
}
