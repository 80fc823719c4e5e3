/**
 * The parts of a duty file, in the order of the published list of one township; what a deputy does to keep in touch with
 * voters stands in the fifth. The first are the basic data of the register.
 */
export const dutyParts = {
  meetings: '参加会议',
  inspections: '视察调研',
  trainings: '学习培训',
  contacts: '小组活动和联系群众',
  suggestions: '提出建议',
  reports: '述职和接受监督',
  honours: '表彰',
} as const
export type DutyPart = keyof typeof dutyParts
