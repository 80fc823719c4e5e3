/**
 * The one vocabulary for "who": how a person stands to one suggestion or one opinion.
 * A party decides who may act *and* who is told; roles (see `permissions.ts`) cover only what has no matter in it.
 */
export const parties = {
  leadDeputy: '领衔代表',
  coSigner: '附议代表',
  invitee: '受邀附议的代表',
  decliner: '没有附议的代表',
  congressOffice: '镇人大办',
  presidium: '镇人大主席团',
  leadingOfficial: '领办领导',
  partyCommittee: '镇党委',
  leadUnit: '主办单位',
  coUnit: '协办单位',
  formerUnit: '原承办单位',
  letterUnit: '收到代表来信的单位',
  mergedDeputy: '并案的领衔代表',
  groupLeader: '代表小组组长',
  groupMember: '代表小组成员',
  groupMeeting: '代表小组会议',
  presidiumMeeting: '主席团会议',
  convener: '召集人',
  expected: '应到的人',
  attendee: '到了的人',
  inspectedUnit: '被视察的单位',
  appraisedUnit: '要整改的单位',
  concerned: '这件事关系到的人',
  deputy: '收到留言的代表',
  resident: '反映情况的群众',
  participant: '参加现场评议的代表',
  sitter: '值守的人',
  standIn: '被请换班的人',
  handlingUnit: '承办单位',
  carrier: '向上级提出的代表',
  voter: '投过票的代表',
  asker: '直接问单位的代表',
  askedUnit: '被问的单位',
  writer: '写的人',
  fileOwner: '档案本人',
  system: '系统',
} as const

export type Party = keyof typeof parties
