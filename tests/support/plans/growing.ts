/** Tables that stay small however long a county lives, and why: whoever reads them through reads a few rows. */
export const small: Readonly<Record<string, string>> = {
  county: 'a province has about a hundred and sixty',
  town: 'one row a town: a county has about twenty, and the public list shows them all',
  job_run: 'one row a job',
  push_channel: 'one row a way on which pushes leave',
  official_day: 'about thirty days a year',
}

/** What belongs to the register of a town, of which a town has about a hundred, or a few hundred a year, however long it lives. */
export const ofTheRegister: ReadonlySet<string> = new Set(
  `village handling_unit liaison_station station_deputy deputy_group electoral_district category rule_set local_day
   congress_session person portrait station_photo mandate elected_deputy post number_series desk_password recovery_code invite
   qr_code code_scan external_suggestion area association association_member election station_check station_asset congress_rule
   town_event calendar_entry training training_person contact_link contact_link_deputy contact_entry contact_entry_deputy
   reception reception_sitter meeting roll_mark agenda_item decision resolution presidium_decision group_question group_answer
   activity activity_person finding election_result deliberation_note deliberation_summary summary_item
   duty_report_meeting duty_report report_rating report_slip report_opinion report_put_off
   honour_campaign award award_objection duty_warning app_feedback activity_plan plan_item`.split(/\s+/),
)
