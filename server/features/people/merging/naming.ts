/** A column that names somebody of the register. */
export interface Naming {
  table: string
  column: string
  /** By which the rows are found again, the first of the primary key. */
  key?: string
  /** How it is written, where it is not the id alone: `person:…`. */
  before?: string
  /** Where the column may name something else as well: when it names a person. */
  where?: string
  /** With which columns the person is unique: of two rows that would be one, that with the smaller `rank` stays. */
  once?: readonly string[]
  rank?: string
  /** The index of its table begins with the town. */
  inTown?: true
  /** The other row stays, and names nobody in this column: a code that hangs on a wall still leads to them. */
  rests?: true
}

const plain = (table: string, ...columns: string[]): Naming[] => columns.map((column) => ({ table, column }))
const keyed = (table: string, key: string, column = 'person_id'): Naming => ({ table, column, key })

/**
 * Every column that names a person: when two turn out to be one, all of them follow. A test walks the entities, so that
 * none can be forgotten.
 */
export const naming: readonly Naming[] = [
  ...plain('matter_event', 'person_id', 'by_word_of'),
  ...plain('suggestion', 'lead_deputy_id'),
  ...plain('resident_opinion', 'deputy_id', 'words_by_id', 'typed_by_id'),
  ...plain('opinion_message', 'deputy_id'),
  ...plain('external_suggestion', 'deputy_id'),
  ...plain('external_suggestion_entry', 'person_id'),
  ...plain('review', 'person_id'),
  ...plain('reply', 'person_id'),
  keyed('reply_version', 'suggestion_id'),
  ...plain('reminder', 'person_id'),
  keyed('valid_reason', 'suggestion_id'),
  ...plain('key_suggestion', 'leader_id'),
  keyed('key_suggestion_note', 'key_suggestion_id'),
  ...plain('hand_over_meeting', 'person_id'),
  ...plain('site_review', 'person_id'),
  keyed('site_review_matter', 'site_review_id'),
  ...plain('photo', 'person_id'),
  ...plain('given_report', 'person_id'),
  ...plain('content_check', 'person_id'),
  { table: 'content_check', column: 'place_id', where: "kind = 'portrait'" },
  ...plain('unit_line', 'deputy_id'),
  ...plain('petition', 'handler_id', 'typed_by_id'),
  ...plain('told_how', 'told_by_id'),
  ...plain('reading', 'typed_by_id'),
  ...plain('resident_look', 'person_id'),
  ...plain('box_opening', 'typed_by_id'),
  ...plain('audit_log', 'person_id'),
  ...plain('import_record', 'person_id', 'taken_back_by'),
  { table: 'inbox_message', column: 'recipient_id', where: "recipient_kind = 'person'" },
  { table: 'outbox_message', column: 'recipient_id', where: "recipient_kind = 'person'" },
  ...plain('outbox_message', 'told_by_id'),
  ...plain('invite', 'person_id'),
  ...plain('mandate', 'person_id'),
  ...plain('elected_deputy', 'person_id'),
  ...plain('post', 'person_id'),
  ...plain('association', 'head_id'),
  { table: 'qr_code', column: 'target_id', key: 'scene', where: "target_kind = 'deputy'" },
  keyed('qr_code', 'scene', 'created_by_id'),
  keyed('qr_code', 'scene', 'revoked_by_id'),
  { table: 'qr_code', column: 'live_for', key: 'scene', before: 'deputy:', once: [], rests: true },
  ...plain('person', 'merged_into_id'),
  keyed('ask', 'matter_id', 'answered_by'),
  {
    ...{ table: 'ask', column: 'holder', key: 'matter_id', before: 'person:' },
    ...{
      once: ['matter_id', 'ask', 'round_no', 'no'],
      rank: 'CASE WHEN answered_at IS NULL THEN 1 ELSE 0 END',
    },
  },
  {
    ...{ table: 'matter_holder', column: 'holder', key: 'matter_id', before: 'person:' },
    ...{ once: ['matter_id', 'party', 'from_on'], inTown: true },
  },
  {
    ...{ table: 'co_signature', column: 'person_id', key: 'suggestion_id', once: ['suggestion_id'] },
    rank: "CASE answer WHEN 'signed' THEN 0 WHEN 'open' THEN 1 ELSE 2 END",
  },
  { table: 'suggestion_concern', column: 'person_id', key: 'suggestion_id', once: ['suggestion_id'] },
  {
    ...{ table: 'ballot_voter', column: 'person_id', key: 'group_ballot_id' },
    ...{ once: ['group_ballot_id'] },
  },
  {
    ...{ table: 'site_review_deputy', column: 'person_id', key: 'site_review_id' },
    ...{ once: ['site_review_id'] },
  },
  {
    ...{ table: 'station_deputy', column: 'person_id', key: 'liaison_station_id' },
    ...{ once: ['liaison_station_id'], rank: 'position' },
  },
  {
    ...{ table: 'station_leader', column: 'person_id', key: 'liaison_station_id' },
    ...{ once: ['liaison_station_id'], rank: 'position' },
  },
  {
    ...{ table: 'association_member', column: 'person_id', key: 'association_id' },
    ...{ once: ['association_id'], rank: 'position' },
  },
  {
    ...{ table: 'training_person', column: 'person_id', key: 'training_id' },
    ...{ once: ['training_id'], rank: 'position' },
  },
  {
    ...{ table: 'activity_person', column: 'person_id', key: 'activity_id' },
    ...{ once: ['activity_id'], rank: 'CASE WHEN came = 1 THEN 0 WHEN came = 0 THEN 1 ELSE 2 END' },
  },
  keyed('activity_person', 'activity_id', 'by_person_id'),
  ...plain('duty_record', 'deputy_id'),
  ...plain('absence', 'person_id'),
  ...plain('visit', 'deputy_id'),
  ...plain('good_deed', 'deputy_id'),
  ...plain('contact_voter', 'deputy_id'),
  ...plain('contact_link', 'person_id'),
  ...plain('contact_entry', 'person_id'),
  {
    ...{ table: 'contact_link_deputy', column: 'person_id', key: 'contact_link_id' },
    ...{ once: ['contact_link_id'], rank: 'position' },
  },
  {
    ...{ table: 'contact_entry_deputy', column: 'person_id', key: 'contact_entry_id' },
    ...{ once: ['contact_entry_id'], rank: 'position' },
  },
  ...plain('reception', 'swap_from_id'),
  {
    ...{ table: 'reception_sitter', column: 'person_id', key: 'reception_id' },
    ...{ once: ['reception_id'], rank: 'position' },
  },
  ...plain('review_item', 'lead_id'),
  ...plain('review_item', 'noted_by_id'),
  ...plain('roll_mark', 'person_id'),
  ...plain('roll_mark', 'by_person_id'),
  ...plain('decision', 'noted_by_id'),
  ...plain('election_result', 'noted_by_id'),
  ...plain('deliberation_note', 'speaker_id'),
  ...plain('deliberation_note', 'by_person_id'),
  ...plain('resolution', 'person_id'),
  ...plain('duty_report_meeting', 'chair_id'),
  ...plain('duty_report', 'person_id'),
  ...plain('award', 'person_id'),
  ...plain('duty_warning', 'deputy_id'),
  ...plain('duty_warning', 'chair_id'),
  ...plain('duty_warning', 'member_id'),
  ...plain('app_feedback', 'person_id'),
  { table: 'portrait', column: 'person_id', key: 'person_id', once: [] },
]
