import { type Source, sourceRows } from '../source'

/** 建议: proposed, co-signed, and its result rated. Before it is accepted it counts for nobody. */

const pending = `CASE WHEN m.state = 'withdrawn' THEN '已撤回'
  WHEN s.accepted_at IS NULL THEN '未受理' ELSE NULL END`

const led: Source = {
  dutyKind: 'suggestionSubmitted',
  of: 'suggestion',
  rows: (whose) =>
    sourceRows(
      whose,
      {
        ...{ id: 's.id', at: 's.submitted_at', title: 's.subject', note: 's.suggestion_no' },
        ...{ pending, restricted: 's.confidential' },
      },
      `FROM suggestion s JOIN matter m ON m.id = s.id
       WHERE s.town_id = ? AND s.lead_deputy_id = ? AND s.submitted_at IS NOT NULL`,
      [whose.townId, whose.personId],
    ),
}

const coSigned: Source = {
  dutyKind: 'suggestionCoSigned',
  of: 'suggestion',
  rows: (whose) =>
    sourceRows(
      whose,
      {
        ...{ id: 's.id', at: 'c.answered_at', title: 's.subject', note: 's.suggestion_no' },
        ...{ pending, restricted: 's.confidential' },
      },
      // Of a text that was changed since, the signature counts no longer.
      `FROM co_signature c JOIN suggestion s ON s.id = c.suggestion_id AND s.town_id = ?
         AND s.text_version = c.text_version AND s.submitted_at IS NOT NULL JOIN matter m ON m.id = s.id
       WHERE c.person_id = ? AND c.answer = 'signed'`,
      [whose.townId, whose.personId],
    ),
}

const rated: Source = {
  dutyKind: 'resultEvaluated',
  of: 'suggestion',
  rows: (whose) =>
    sourceRows(
      whose,
      {
        ...{ id: 's.id', at: 'v.at', title: 's.subject', note: 's.suggestion_no' },
        restricted: 's.confidential',
      },
      // Rated again in a later round it is one suggestion all the same.
      `FROM suggestion s JOIN evaluation v ON v.suggestion_id = s.id
       WHERE s.town_id = ? AND s.lead_deputy_id = ? AND NOT EXISTS (SELECT 1 FROM evaluation x
         WHERE x.suggestion_id = s.id AND x.round_no < v.round_no)`,
      [whose.townId, whose.personId],
    ),
}

export const suggestions: readonly Source[] = [led, coSigned, rated]
