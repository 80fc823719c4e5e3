import type { DutyPart } from './parts'

/** What a deputy did, as the duty file has it. Each kind is counted apart: no number adds up different kinds. */
export interface DutyKind {
  word: string
  part: DutyPart
  /** What its measure counts, where it has one. */
  counts?: '人'
  /** What one of them is; most are a time. */
  unit?: '件'
  /** 办实事、调处 …: stands in the own file alone; to whoever else reads it, only that there is some. */
  restricted?: true
  /** 代表法 58: part of what the public reads of a deputy, as a number. */
  isPublic?: true
  /** Who calls together, where somebody does; only of these may a median stand beside the own number. */
  organised?: '镇人大' | '主席团' | '代表小组'
}

const of = <const K extends string>(kinds: Record<K, DutyKind>): Readonly<Record<K, DutyKind>> => kinds

export const dutyKinds = of({
  sessionAttended: { word: '参加人代会', part: 'meetings', organised: '镇人大', isPublic: true },
  presidiumAttended: { word: '参加主席团会议', part: 'meetings', organised: '主席团', isPublic: true },

  inspectionJoined: {
    ...{ word: '视察、执法检查', part: 'inspections', organised: '镇人大', isPublic: true },
  },
  studyJoined: { word: '专题调研', part: 'inspections', organised: '镇人大', isPublic: true },
  siteReviewJoined: { word: '现场评议', part: 'inspections', organised: '镇人大', isPublic: true },

  trainingAttended: {
    ...{ word: '学习培训', part: 'trainings', organised: '镇人大', isPublic: true },
  },

  groupActivity: { word: '小组会议', part: 'contacts', organised: '代表小组', isPublic: true },
  activityJoined: { word: '代表活动', part: 'contacts', organised: '镇人大', isPublic: true },
  receptionServed: { word: '接待选民', part: 'contacts', counts: '人', organised: '镇人大', isPublic: true },
  votersVisited: { word: '走访选民', part: 'contacts', counts: '人', isPublic: true },
  opinionAnswered: { word: '回复群众', part: 'contacts', unit: '件', isPublic: true },
  goodDeedDone: { word: '办实事', part: 'contacts', unit: '件', isPublic: true },
  publicService: { word: '宣讲、公益', part: 'contacts', isPublic: true },
  mediationDone: { word: '调处纠纷', part: 'contacts', unit: '件', restricted: true },
  assistanceGiven: { word: '帮扶', part: 'contacts', restricted: true },
  careVisitMade: { word: '慰问', part: 'contacts', restricted: true },
  otherDuty: { word: '其他', part: 'contacts' },

  suggestionSubmitted: { word: '领衔建议', part: 'suggestions', unit: '件', isPublic: true },
  suggestionCoSigned: { word: '附议', part: 'suggestions', unit: '件', isPublic: true },
  resultEvaluated: { word: '评价办理结果', part: 'suggestions', unit: '件', isPublic: true },

  dutyReported: { word: '向选民述职', part: 'reports', isPublic: true },
  votersAnswered: { word: '回应选民意见', part: 'reports' },

  awardReceived: { word: '表彰', part: 'honours', isPublic: true },
})
export type DutyKindName = keyof typeof dutyKinds

export const dutyKindNames = Object.keys(dutyKinds) as readonly DutyKindName[]
/** What may be recorded by hand, where no other part of the house saw it. */
export const handKinds = [
  'trainingAttended',
  'inspectionJoined',
  'studyJoined',
  'publicService',
  'otherDuty',
] as const satisfies readonly DutyKindName[]
export const dutyKindsOf = (part: DutyPart) => dutyKindNames.filter((kind) => dutyKinds[kind].part === part)

/** `走访选民 12 次，24 人`；`领衔建议 1 件`. */
export function spokenCount(
  kind: DutyKindName,
  { lines, measure }: { lines: number; measure: number | null },
) {
  const { word, unit = '次', counts } = dutyKinds[kind]
  return `${word} ${lines} ${unit}${measure === null ? '' : `，${measure} ${counts ?? ''}`}`
}
