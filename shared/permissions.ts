/**
 * Role → what it may do apart from the workflow. Whoever stands to a matter as one of its parties
 * is decided by the tables, not here.
 */
export const roles = {
  resident: '群众',
  /** Of this congress, which alone starts, signs, votes and is counted. */
  deputy: '代表',
  /** Of higher congresses only: residents write to them, and their matters go the way of that level. */
  higherDeputy: '上级人大代表',
  /** Their suggestions and what was promised to them are still answered to them. */
  formerDeputy: '原代表',
  congressOffice: '镇人大办',
  presidiumMember: '主席团成员',
  /** 党政主要领导: each sees and moves the key suggestions that they lead. */
  leadingOfficial: '领办领导',
  /** Sees all key suggestions of the town, and dispatches them. */
  partyCommittee: '镇党委',
  unitStaff: '承办单位',
  countyStaff: '县人大',
} as const
export type Role = keyof typeof roles

export const permissions = {
  writeOpinion: [
    'resident',
    'deputy',
    'higherDeputy',
    'formerDeputy',
    'congressOffice',
    'presidiumMember',
    'leadingOfficial',
    'partyCommittee',
    'unitStaff',
    'countyStaff',
  ],
  /** What people without a phone say, and what became of it. */
  recordVoice: ['deputy', 'higherDeputy', 'congressOffice'],
  /** That residents hear what became of what they said. */
  tellResidents: ['deputy', 'higherDeputy', 'congressOffice'],
  /** What is public, for those who never open the app. */
  readAloud: ['deputy', 'higherDeputy', 'congressOffice', 'presidiumMember'],
  /** 直接问单位 (catalogue 37). */
  askUnits: ['deputy', 'higherDeputy'],
  /** 走访、联系选民、请假: each their own, and the office for those who have no phone. */
  keepOwnRecords: ['deputy', 'higherDeputy', 'congressOffice'],
  keepAllRecords: ['congressOffice'],
  /** 双联系: each what they did themselves. Nobody of the county. */
  keepContacts: ['congressOffice', 'presidiumMember', 'leadingOfficial', 'unitStaff'],
  followContacts: ['congressOffice', 'presidiumMember'],
  /** 静默图: of the deputies only those who lead a group; nobody of the county. */
  followSilence: ['deputy', 'congressOffice', 'presidiumMember'],
  startSuggestion: ['deputy'],
  /** What deputies hand in on paper or say. */
  recordSuggestion: ['congressOffice'],
  pickDeputies: ['deputy', 'congressOffice', 'presidiumMember'],
  pickUnits: ['deputy', 'higherDeputy', 'congressOffice', 'presidiumMember', 'unitStaff'],
  followWork: [
    'deputy',
    'higherDeputy',
    'formerDeputy',
    'congressOffice',
    'presidiumMember',
    'leadingOfficial',
    'partyCommittee',
    'unitStaff',
  ],
  handOver: ['congressOffice', 'presidiumMember'],
  invite: ['congressOffice'],
  followPersons: ['congressOffice', 'presidiumMember'],
  keepPersons: ['congressOffice'],
  importRoster: ['congressOffice'],
  /** Units, groups, districts, stations, villages. */
  keepPlaces: ['congressOffice'],
  followDeliveries: ['congressOffice'],
  printCodes: ['congressOffice'],
  setPortrait: ['congressOffice'],
  uploadPhoto: ['unitStaff', 'congressOffice'],
  /** What hangs on a suggestion, a reply, a report of progress, or stands beside what was typed for somebody. */
  uploadFile: ['deputy', 'higherDeputy', 'unitStaff', 'congressOffice'],
  blurPhoto: ['deputy', 'higherDeputy', 'unitStaff', 'congressOffice', 'presidiumMember'],
  followFigures: ['congressOffice', 'presidiumMember', 'countyStaff'],
  followCounty: ['countyStaff'],
  /** Ledger and ageing report: they name what is not public yet. */
  keepLedger: ['congressOffice', 'presidiumMember'],
  mergeSuggestions: ['congressOffice'],
  followExternal: ['deputy', 'higherDeputy', 'congressOffice', 'presidiumMember'],
  keepExternal: ['congressOffice'],
  keepCategories: ['congressOffice', 'presidiumMember'],
  keepSessions: ['congressOffice', 'presidiumMember'],
  followKeySuggestions: ['congressOffice', 'presidiumMember', 'leadingOfficial', 'partyCommittee'],
  keepTraining: ['congressOffice'],
  /** 日历: what is no matter. */
  keepCalendar: ['congressOffice'],
  /** 履职档案: each their own; leader and chair those that the duty file says, which the reading decides. */
  followOwnDuties: ['deputy', 'higherDeputy', 'formerDeputy'],
  readDutyFiles: ['deputy', 'congressOffice', 'presidiumMember'],
  /** 小组会议: each deputy those of their own group. */
  followMeetings: ['deputy', 'higherDeputy', 'congressOffice', 'presidiumMember'],
  planMeetings: ['deputy', 'congressOffice'],
  /** 年度活动计划. */
  planYear: ['congressOffice', 'presidiumMember'],
  /** 代表活动: the office for everybody, a leader for the own group. */
  announceActivities: ['deputy', 'congressOffice'],
  /** 述职: who reports in which year. */
  planReports: ['congressOffice', 'presidiumMember'],
  /** 表彰: put forward by either, decided by the presidium. */
  followAwards: ['congressOffice', 'presidiumMember'],
  decideAwards: ['presidiumMember'],
  keepAwards: ['congressOffice'],
  /** 警示: written down by the office or whoever chairs; who may read one, each says itself. */
  proposeWarnings: ['congressOffice', 'presidiumMember'],
  /** 点名 of the congress and its presidium. */
  keepRoll: ['congressOffice'],
  followAppraisals: ['deputy', 'congressOffice', 'presidiumMember'],
  castVote: ['deputy'],
  /** Who sits in which congress, and who holds which post. */
  followMandates: ['congressOffice', 'presidiumMember'],
  keepMandates: ['congressOffice'],
  followPosts: ['congressOffice', 'presidiumMember'],
  keepPosts: ['congressOffice'],
  /** 评先资格: deputies and residents never see it; a unit sees its own. */
  followAwardStandings: ['congressOffice', 'presidiumMember'],
  seeOwnAwardStanding: ['unitStaff'],
  decideAwardStanding: ['presidiumMember'],
  holdSiteReviews: ['congressOffice', 'presidiumMember'],
  /** Read, before everyone may, what somebody else wrote for the public. */
  readBeforePublic: ['congressOffice', 'presidiumMember'],
  /** How the service runs: why pushes rest, how late the office is. */
  watchService: ['congressOffice', 'countyStaff'],
  setRules: ['congressOffice', 'presidiumMember'],
} as const satisfies Record<string, readonly Role[]>
export type Permission = keyof typeof permissions

export const mayDo = (permission: Permission, held: readonly Role[]) =>
  (permissions[permission] as readonly Role[]).some((role) => held.includes(role))

const notOfTownship =
  '您不是镇人大代表，不在镇人大提建议、附议和表决。县级以上人大代表的事，请告诉镇人大办，由他们登记为“上级代表建议”，带到您那一级人大。'
const noLonger = '您现在不履行代表职务，不能再提新的建议、附议和表决。以前提的照常办理，结果照样答复您。'
const mandateNeeded: Readonly<Partial<Record<Role, string>>> = {
  higherDeputy: notOfTownship,
  formerDeputy: noLonger,
}

/** What whoever lacks a permission is told, where more can be said than that it is not theirs: by what they are. */
const sentences: Readonly<Partial<Record<Permission, typeof mandateNeeded>>> = {
  startSuggestion: mandateNeeded,
  castVote: mandateNeeded,
}
export const whyNot = (permission: Permission, held: readonly Role[]): string | undefined =>
  mayDo(permission, held)
    ? undefined
    : held.map((role) => sentences[permission]?.[role]).find((sentence) => sentence !== undefined)

/** What a person is in the register of a town, and the role that comes with it. */
export const posts = {
  congressOffice: { label: '镇人大办工作人员', role: 'congressOffice' },
  presidiumMember: { label: '主席团成员', role: 'presidiumMember' },
  leadingOfficial: { label: '领办领导', role: 'leadingOfficial' },
  partyCommittee: { label: '镇党委工作人员', role: 'partyCommittee' },
  unitHead: { label: '单位负责人', role: 'unitStaff' },
  unitLeader: { label: '分管领导', role: 'unitStaff' },
  unitClerk: { label: '经办人', role: 'unitStaff' },
  countyStaff: { label: '县人大工作人员', role: 'countyStaff' },
} as const satisfies Record<string, { label: string; role: Role }>
export type PostKind = keyof typeof posts
