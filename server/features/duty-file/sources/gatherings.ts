import { activityKindNames, activityKinds, kindsThatCountAs } from '../../../../shared/matters/activity/kinds'
import { activityCountsIn } from '../../../../shared/matters/activity/states'
import { type DutyReportAction, dutyReportTable } from '../../../../shared/matters/duty-report/table'
import { reportedIn } from '../../../../shared/matters/duty-report-meeting/states'
import type { MeetingKind } from '../../../../shared/matters/meeting/kinds'
import { ownOrganisers, trainingOrganisers } from '../../../../shared/words/trainings'
import { quoted } from '../../../database/sql'
import { type Source, sourceRows } from '../source'

/** Where somebody was by the clerk's list: receptions, site reviews, trainings. */

const receptions: Source = {
  dutyKind: 'receptionServed',
  of: 'reception',
  rows: (whose) =>
    sourceRows(
      whose,
      { id: 'v.id', on: 'v.held_on', title: 'l.name', measure: 'v.received' },
      // Where nobody called the roll, whoever was to sit there sat there.
      `FROM reception_sitter s JOIN reception v ON v.id = s.reception_id AND v.town_id = ?
         JOIN matter m ON m.id = v.id AND m.state = 'held'
         JOIN liaison_station l ON l.id = v.liaison_station_id
       WHERE s.person_id = ? AND (s.sat IS NULL OR s.sat = 1)`,
      [whose.townId, whose.personId],
    ),
}

const siteReviews: Source = {
  dutyKind: 'siteReviewJoined',
  of: 'siteReview',
  rows: (whose) =>
    sourceRows(
      whose,
      { id: 'v.id', on: 'v.held_on', title: 'v.place' },
      `FROM site_review_deputy s JOIN site_review v ON v.id = s.site_review_id AND v.town_id = ?
         JOIN matter m ON m.id = v.id AND m.state = 'held'
       WHERE s.person_id = ?`,
      [whose.townId, whose.personId],
    ),
}

const outside = Object.entries(trainingOrganisers).filter(
  ([name]) => !ownOrganisers.some((one) => one === name),
)

const trainings: Source = {
  dutyKind: 'trainingAttended',
  of: 'training',
  rows: (whose) =>
    sourceRows(
      whose,
      {
        ...{ id: 'r.id', on: 'r.held_on', title: 'r.title' },
        organiser: `CASE ${outside.map(([name, word]) => `WHEN r.organiser = '${name}' THEN '${word}'`).join(' ')}
          ELSE NULL END`,
      },
      `FROM training_person s JOIN training r ON r.id = s.training_id AND r.town_id = ? AND r.ended_on IS NULL
       WHERE s.person_id = ? AND NOT EXISTS (
         SELECT 1 FROM activity_person y JOIN activity v ON v.id = y.activity_id AND v.town_id = r.town_id
           JOIN matter m ON m.id = v.id AND m.state IN (${quoted(activityCountsIn)})
         WHERE y.person_id = s.person_id AND y.came = 1 AND v.title = r.title AND v.day = r.held_on
           AND v.activity_kind IN (${quoted(kindsThatCountAs('training'))}))`,
      [whose.townId, whose.personId],
    ),
}

/** Each who came, once; a class that was written into the register of trainings as well is this line alone. */
const activities = [...new Set(activityKindNames.map((name) => activityKinds[name].dutyKind))].map(
  (dutyKind): Source => ({
    dutyKind,
    of: 'activity',
    rows: (whose) =>
      sourceRows(
        whose,
        { id: 'v.id', on: 'v.day', title: 'v.title', organiser: 'g.name' },
        `FROM activity_person s JOIN activity v ON v.id = s.activity_id AND v.town_id = ?
           LEFT JOIN deputy_group g ON g.id = v.deputy_group_id AND g.town_id = v.town_id
           JOIN matter m ON m.id = v.id AND m.state IN (${quoted(activityCountsIn)})
         WHERE s.person_id = ? AND s.came = 1 AND v.activity_kind IN (
           ${quoted(activityKindNames.filter((name) => activityKinds[name].dutyKind === dutyKind))})`,
        [whose.townId, whose.personId],
      ),
  }),
)

const meetingsOf = (meetingKind: MeetingKind, dutyKind: Source['dutyKind']): Source => ({
  dutyKind,
  of: 'meeting',
  rows: (whose) =>
    sourceRows(
      whose,
      { id: 'v.id', on: 'v.day', title: 'm.title' },
      // Whoever came back was there once; a roll that came to nothing counts nothing. Being there wins over a leave
      // that was noted before; a slip names its mark, or is taken back by the mark right after it.
      `FROM (SELECT DISTINCT x.meeting_id, x.roll_no FROM roll_mark x
         WHERE x.person_id = ? AND x.mark = 'arrived' AND NOT EXISTS (
           SELECT 1 FROM roll_mark u WHERE u.person_id = x.person_id AND u.meeting_id = x.meeting_id
             AND u.mark = 'undone' AND (u.undoes = x.id OR u.undoes IS NULL AND u.position = (
               SELECT MIN(n.position) FROM roll_mark n WHERE n.person_id = x.person_id
                 AND n.meeting_id = x.meeting_id AND n.position > x.position)))) s
         JOIN meeting v ON v.id = s.meeting_id AND v.roll_no = s.roll_no AND v.town_id = ?
           AND v.meeting_kind = '${meetingKind}'
         JOIN matter m ON m.id = v.id AND m.state IN ('ended', 'drafted', 'approved')`,
      [whose.personId, whose.townId],
    ),
})

/** 述职: whoever reported, from the result on. */
const reports: Source = {
  dutyKind: 'dutyReported',
  of: 'dutyReportMeeting',
  rows: (whose) =>
    sourceRows(
      whose,
      { id: 'v.id', on: 'v.held_on', title: 'm.title' },
      `FROM duty_report s JOIN duty_report_meeting v ON v.id = s.meeting_id AND v.town_id = ?
         JOIN matter m ON m.id = v.id AND m.state IN (${quoted(reportedIn)})
       WHERE s.person_id = ? AND s.here = 1`,
      [whose.townId, whose.personId],
    ),
}

/** 回应选民意见: once all that the letter brought is answered. */
const answers: Source = {
  dutyKind: 'votersAnswered',
  of: 'dutyReport',
  rows: (whose) =>
    sourceRows(
      whose,
      { id: 's.id', on: 'e.on_day', title: 'm.title' },
      `FROM duty_report s JOIN matter m ON m.id = s.id AND m.town_id = ?
         JOIN matter_event e ON e.matter_id = s.id AND e.kind = '${dutyReportTable.kind}'
           AND e.action = '${'complete' satisfies DutyReportAction}'
       WHERE s.person_id = ?`,
      [whose.townId, whose.personId],
    ),
}

export const gatherings: readonly Source[] = [
  reports,
  answers,
  receptions,
  siteReviews,
  trainings,
  ...activities,
  meetingsOf('groupMeeting', 'groupActivity'),
  meetingsOf('presidiumMeeting', 'presidiumAttended'),
  meetingsOf('congressSession', 'sessionAttended'),
]
