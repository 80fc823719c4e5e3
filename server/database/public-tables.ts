/**
 * The tables that answers for everyone are made of: whoever writes one of them changes what everyone reads. A test walks
 * what is public and finds every table that it reads here.
 */
export const publicTables: ReadonlySet<string> = new Set([
  'town',
  'village',
  'liaison_station',
  'reception',
  'reception_sitter',
  'station_deputy',
  'letter_box',
  'poster',
  'person',
  'deputy_group',
  'electoral_district',
  'electoral_district_village',
  'mandate',
  'area',
  'town_event',
  'duty_report_meeting',
  'duty_report',
  'report_opinion',
  'award',
  'congress_rule',
  'handling_unit',
  'suggestion',
  'suggestion_round',
  'reply',
  'evaluation',
  'commitment',
  'commitment_milestone',
  'key_suggestion',
  'photo_use',
  'given_report',
  'content_check',
  'congress_session',
  'meeting',
  'calendar_entry',
  'rule_set',
  'official_day',
  'local_day',
])

/** Most of their rows nobody outside ever sees; what is public of them changes with a step of a public kind only. */
export const publicByStep: ReadonlySet<string> = new Set([
  'matter',
  'matter_event',
  'photo',
  'consultation',
  'resident_opinion',
])
/** Of what a resident writes, only how the result was rated is public. */
export const residentVerdict = 'residentVerdict'
export const publicKinds: readonly string[] = [
  'suggestion',
  'meeting',
  'reception',
  'contentCheck',
  'dutyReportMeeting',
  'dutyReport',
  'award',
  residentVerdict,
]

/** Of those, what answers are made of that belong to no town. */
export const publicEverywhere = 'town'
