import { roles } from '../permissions'

/** For whom there is a guide of one page. */
export const guideReaders = {
  resident: roles.resident,
  deputy: roles.deputy,
  congressOffice: roles.congressOffice,
  unitStaff: roles.unitStaff,
  presidiumMember: roles.presidiumMember,
} as const
export type GuideReader = keyof typeof guideReaders
