import { newId } from '../../../../server/database/id'
import { type Row, who } from '../row'
import { oneActivity } from '../stories/activity'

const { staff } = who
const office = ['office'] as const
const holidays = { year: 2027, text: '2027-01-01 放假' }

/** Whoever is expected at the meeting of the group, and those whom it is reported to. */
const ofTheGroup: Row = {
  may: ['deputy', 'leader', ...staff],
  but: { coSigner: 'not_found', otherDeputy: 'not_found' },
}

/** It exists for the deputy whom it is about and for whoever keeps it; of the others who work here for nobody. */
const unconcerned = Object.fromEntries(
  who.working.filter((one) => !['deputy', ...staff].includes(one)).map((one) => [one, 'not_found']),
)

/** What only those do who keep the town's business. */
export const officeRows: Readonly<Record<string, Row>> = {
  showHealthDetails: { may: ['office', 'countyStaff'], but: { neighbourOffice: 'yes', otherCounty: 'yes' } },
  listAuditLog: { may: staff, ask: () => ({ query: {} }) },
  showCalendar: { may: staff },
  showCalendarEntries: { may: who.working, ask: () => ({ query: {} }) },
  checkHolidays: { may: staff, told: 'bad_input', ask: () => ({ input: holidays }) },
  loadHolidays: { may: staff, told: 'bad_input', ask: () => ({ input: { version: 0, ...holidays } }) },
  readHolidayFile: { may: staff, told: 'bad_input' },
  takeBackHolidays: { may: staff, told: 'not_found', ask: () => ({ params: { id: newId() } }) },
  addLocalDay: {
    may: staff,
    ask: () => ({ input: { version: 0, day: '2027-03-03', kind: 'holiday', reason: '庙会' } }),
  },
  removeLocalDay: {
    may: staff,
    told: 'bad_input',
    ask: () => ({ input: { version: 0, day: '2027-03-03', reason: '不办了' } }),
  },
  showRules: { may: staff },
  pickProfile: {
    may: staff,
    ask: () => ({ input: { version: 0, profile: 'shandong', reason: '县里决定' } }),
  },
  overrideRule: {
    may: staff,
    ask: () => ({ input: { version: 0, field: 'maxRounds', value: '3', reason: '镇里决定' } }),
  },
  removeOverride: {
    may: staff,
    told: 'bad_input',
    ask: () => ({ input: { version: 0, field: 'maxRounds', reason: '照规定办' } }),
  },
  listDeliveries: { may: office, ask: () => ({ query: {} }) },
  listUnreached: { may: office },
  listOpenOfUnit: { may: office, ask: ({ town }) => ({ params: { id: town.unitId } }) },
  mergeUnit: {
    may: office,
    ask: ({ town, things }) => ({
      params: { id: things.rows.handlingUnits ?? '' },
      input: { version: 0, form: { intoUnitId: town.coUnitId, endedOn: '2026-11-20' } },
    }),
  },
  splitUnit: {
    may: office,
    ask: ({ town }) => ({
      params: { id: town.unitId },
      input: { version: 0, form: { name: '镇河长办', unitKind: 'townOffice' } },
    }),
  },
  showTerm: { may: staff },
  takeBackElected: {
    may: office,
    ask: () => ({ input: { version: 1, form: { why: '重新登记' } } }),
  },
  listVillageNotices: { may: office },
  noteTold: { may: office, ask: ({ things }) => ({ input: { ids: [things.delivery], how: 'phone' } }) },
  sendAgain: { may: office, ask: ({ things }) => ({ params: { id: things.delivery } }) },
  writeSms: { may: office, ask: ({ things }) => ({ params: { id: things.delivery } }) },
  showFigures: { may: [...staff, 'countyStaff'], ask: () => ({ query: {} }) },
  showDeputyStructure: { may: [...staff, 'countyStaff'] },
  takeDeputyStructure: { may: [...staff, 'countyStaff'] },
  showAnnualReport: { may: [...staff, 'countyStaff'] },
  giveReport: { may: staff, told: 'passes', ask: () => ({ input: { year: '2026' } }) },
  takeAnnualReport: { may: [...staff, 'countyStaff'], ask: () => ({ query: { year: '2026' } }) },
  showMonth: { may: staff },
  showToldFigures: { may: staff },
  showPersonTimes: { may: [...staff, 'countyStaff'], ask: () => ({ query: {} }) },
  listAgeing: { may: staff, ask: () => ({ query: {} }) },
  exportLedger: { may: staff, ask: () => ({ query: {} }) },
  holdMeeting: {
    may: staff,
    told: 'stale',
    ask: ({ town, things }) => ({
      input: {
        heldOn: '2026-11-23',
        place: '会议室',
        items: [{ id: things.handling, version: 1, form: { leadUnitId: town.unitId } }],
      },
    }),
  },
  listToHandOver: { may: staff, ask: () => ({ query: {} }) },
  listMeetings: { may: staff, ask: () => ({ query: {} }) },
  showMeeting: { may: staff, ask: ({ things }) => ({ params: { id: things.meeting } }) },
  listKeySuggestions: { may: [...staff, 'secretary'] },
  createInvite: { may: office, ask: ({ things }) => ({ params: { id: things.unbound } }) },
  showPerson: { may: staff, ask: ({ things }) => ({ params: { id: things.unbound } }) },
  endBinding: {
    may: office,
    ask: ({ town }) => ({ params: { id: town.coSigner.id }, input: { why: '换了微信' } }),
  },
  mergePersons: {
    may: office,
    ask: ({ town, things }) => ({
      params: { id: things.unbound },
      input: { version: 0, form: { otherId: town.coSigner.id, why: '同一个人写了两遍' } },
    }),
  },
  checkPastSuggestions: { may: office, told: 'bad_input' },
  bringPastSuggestions: { may: office, told: 'bad_input' },
  takePastTemplate: { may: office },
  listPastImports: { may: office, ask: () => ({ query: {} }) },
  takeBackPastSuggestions: { may: office, told: 'not_found', ask: () => ({ params: { id: newId() } }) },
  checkRoster: { may: office, told: 'bad_input' },
  bringRoster: { may: office, told: 'bad_input' },
  showProgress: { may: office, ask: () => ({ query: { sending: 'nothing-sent' } }) },
  takeTemplate: { may: office, heavy: true },
  listImports: { may: office, ask: () => ({ query: {} }) },
  takeBackRoster: { may: office, told: 'not_found', ask: () => ({ params: { id: newId() } }) },
  setPortrait: {
    may: office,
    ask: ({ town, things }) => ({ params: { id: town.coSigner.id }, file: things.picture, input: {} }),
  },
  setStationPhoto: {
    may: office,
    ask: ({ town, things }) => ({ params: { id: town.station }, file: things.picture, input: {} }),
  },
  showFirstSteps: { may: office },
  putFirstStepsAway: { may: office },
  listPosters: { may: office },
  showLetterBox: { may: office, ask: ({ things }) => ({ params: { id: things.letterBox } }) },
  showPoster: { may: office, ask: ({ things }) => ({ params: { id: things.poster } }) },
  showContactFigures: { may: [...staff, 'countyStaff'], ask: () => ({ query: {} }) },
  showSilence: { may: [...staff, ...who.deputies] },
  proposeVisits: { may: [...staff, ...who.deputies] },
  showTwoWayContacts: { may: [...staff, 'secretary', ...who.units] },
  showOwnDutyFile: { may: [...who.deputies, 'formerDeputy'], ask: () => ({ query: {} }) },
  // Chair and leader read more than others who have these roles.
  showDutyFile: {
    may: ['office'],
    but: Object.fromEntries([...who.deputies, 'presidium'].map((one) => [one, 'not_found'])),
    ask: ({ town }) => ({ params: { id: town.otherDeputy.id }, query: {} }),
  },
  showOwnGoals: { may: [...who.deputies, 'formerDeputy'] },
  showOwnDutyBook: { may: [...who.deputies, 'formerDeputy'], ask: () => ({ query: {} }) },
  showDutyBook: {
    may: ['office'],
    but: Object.fromEntries([...who.deputies, 'presidium'].map((one) => [one, 'not_found'])),
    ask: ({ town }) => ({ params: { id: town.otherDeputy.id }, query: {} }),
  },
  listDutyFiles: { may: [...staff, ...who.deputies] },
  showOwnDuties: { may: [...who.deputies, 'office'] },
  listReceptions: { may: ['office'], ask: () => ({ query: {} }) },
  planReceptions: {
    may: ['office'],
    ask: ({ town }) => ({
      input: { stationId: town.station, from: '2027-03-01', to: '2027-03-31', each: '1' },
    }),
  },
  // Whoever sits there and the office; whoever else follows the work of the town finds none.
  showReception: {
    may: ['deputy', 'office'],
    but: Object.fromEntries(
      who.working.filter((one) => one !== 'deputy' && one !== 'office').map((one) => [one, 'not_found']),
    ),
    ask: ({ things }) => ({ params: { id: things.reception } }),
  },
  listMeetingLamps: { may: [...staff, ...who.deputies], ask: () => ({}) },
  listMeetingMatters: { may: [...staff, ...who.deputies], ask: () => ({ query: {} }) },
  // Whoever leads the group, and the office for any of them.
  planMeeting: {
    may: ['leader', 'office'],
    ask: ({ things }) => ({ input: { groupId: things.group } }),
  },
  announceActivity: {
    may: ['leader', 'office'],
    ask: ({ things }) => ({ input: { ...oneActivity, title: `清沟${newId()}`, groupIds: [things.group] } }),
  },
  listActivities: { may: [...staff, ...who.deputies], ask: () => ({ query: {} }) },
  showActivity: {
    ...ofTheGroup,
    ask: ({ things }) => ({ params: { id: things.activity } }),
  },
  listReportMeetings: { may: [...staff, ...who.deputies], ask: () => ({ query: {} }) },
  showReportPlan: { may: staff, ask: () => ({ query: {} }) },
  planReportMeeting: {
    may: staff,
    ask: ({ things }) => ({ input: { planYear: 2026, electoralDistrictId: things.district } }),
  },
  // Whoever reports there, the chair of the day, the office.
  showReportMeeting: {
    may: ['deputy', ...staff],
    but: Object.fromEntries(['coSigner', 'otherDeputy', 'leader'].map((one) => [one, 'not_found'])),
    ask: ({ things }) => ({ params: { id: things.reportMeeting } }),
  },
  showDutyReport: {
    may: ['deputy', ...staff],
    but: unconcerned,
    ask: ({ things }) => ({ params: { id: things.feedback } }),
  },
  // The code is for the wall of the room alone.
  showReportWall: {
    may: staff,
    but: Object.fromEntries(who.deputies.map((one) => [one, 'not_found'])),
    ask: ({ things }) => ({ params: { id: things.reportMeeting } }),
  },
  planYear: { may: staff, ask: () => ({ input: { year: 2027 } }) },
  listActivityPlans: { may: [...who.deputies, ...staff] },
  showActivityPlan: {
    may: ['deputy', ...staff],
    but: { ...unconcerned, leader: 'yes' },
    ask: ({ things }) => ({ params: { id: things.plan } }),
  },
  listWarnings: { may: staff, ask: () => ({ query: {} }) },
  proposeWarning: {
    may: staff,
    ask: ({ town }) => ({
      input: { deputyId: town.deputy.id, facts: '2026-11-10 没有请假，缺席培训', text: '请说说原因。' },
    }),
  },
  // Once it was asked: whoever it is about, the office, and whoever chairs.
  showWarning: {
    may: ['deputy', ...staff],
    but: unconcerned,
    ask: ({ things }) => ({ params: { id: things.warning } }),
  },
  listAwards: { may: staff, ask: () => ({ query: {} }) },
  proposeAward: {
    may: staff,
    ask: ({ town }) => ({
      input: {
        ...{ year: 2026, awardKind: 'deputy', title: `热心${newId().slice(0, 6)}`, deeds: '修桥。' },
        personId: town.deputy.id,
      },
    }),
  },
  publishAwards: {
    may: ['presidium'],
    told: 'passes',
    ask: ({ things }) => ({ input: { awardIds: [things.proposedAward], decidedHow: '第 9 次主席团会议' } }),
  },
  grantAwards: {
    may: ['presidium'],
    told: 'passes',
    ask: ({ things }) => ({ input: { awardIds: [things.award], decidedHow: '第 9 次主席团会议' } }),
  },
  // Whoever it is about, and who decides and keeps it.
  showAward: {
    may: ['deputy', ...staff],
    but: unconcerned,
    ask: ({ things }) => ({ params: { id: things.award } }),
  },
  askGroups: { may: staff, ask: () => ({ input: { question: '集镇停车怎么管？', until: '2026-12-20' } }) },
  planBodyMeeting: {
    may: staff,
    ask: () => ({
      input: { meetingKind: 'presidiumMeeting', title: `会议 ${newId().slice(0, 8)}`, heldBy: '2026-12-31' },
    }),
  },
  showRoll: { may: office, ask: ({ things }) => ({ params: { id: things.bodyMeeting } }) },
  keepMarks: {
    may: office,
    ask: ({ things }) => ({
      params: { id: things.bodyMeeting },
      input: { rollNo: 1, observers: null, marks: [] },
    }),
  },
  showMeetingMatter: {
    ...ofTheGroup,
    ask: ({ things }) => ({ params: { id: things.groupMeeting } }),
  },
  takeMinutes: {
    ...ofTheGroup,
    ask: ({ things }) => ({ params: { id: things.groupMeeting } }),
  },
  startPoster: {
    may: office,
    told: 'bad_input',
    ask: ({ town }) => ({ input: { stationId: town.station, every: '1' } }),
  },
  listCodes: { may: office },
  makeCode: { may: office, ask: ({ town }) => ({ input: { kind: 'deputy', id: town.deputy.id } }) },
  showCodeImage: { may: office, ask: ({ things }) => ({ params: { scene: things.scene } }) },
  revokeCode: { may: office, ask: ({ things }) => ({ params: { scene: things.scene } }) },
  listContentChecks: { may: staff, ask: () => ({ query: {} }) },
  listPublicTexts: { may: staff, ask: () => ({ input: { list: 'matters' } }) },
  listAwardStandings: { may: staff, ask: () => ({ query: {} }) },
  disqualifyUnit: {
    may: ['presidium'],
    ask: ({ town }) => ({
      params: { unit: town.unitId },
      query: {},
      input: { decision: '取消评先资格。', decidedHow: '第 12 次主席团会议' },
    }),
  },
  answerAppeal: {
    may: ['presidium'],
    told: 'no_open_appeal',
    ask: ({ things }) => ({ params: { id: things.disqualification }, query: {} }),
  },
  listSiteReviews: { may: staff, ask: () => ({ query: {} }) },
  listReviewable: { may: staff },
  showSiteReview: { may: staff, ask: ({ things }) => ({ params: { id: things.review } }) },
  planSiteReview: {
    may: staff,
    ask: ({ town, things }) => ({
      input: {
        heldOn: '2026-12-10',
        place: '村委会',
        suggestionIds: [things.handling],
        deputyIds: [town.deputy.id],
      },
    }),
  },
  listMergeTargets: { may: office, ask: ({ things }) => ({ params: { id: things.handling } }) },
  addExternalEntry: {
    may: office,
    ask: ({ things }) => ({
      params: { id: things.external },
      input: { version: 0, form: { kind: 'progress', heldOn: '2026-11-22', note: '正在研究。' } },
    }),
  },
  rateExternal: {
    may: office,
    told: 'external_unanswered',
    ask: ({ things }) => ({
      params: { id: things.external },
      input: { version: 0, form: { satisfaction: 'satisfied' } },
    }),
  },
}
