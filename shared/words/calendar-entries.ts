/** Who finds on the calendar what the office writes there. */
export const calendarAudiences = {
  everyone: '谁都看得到，公开',
  deputies: '代表和单位',
  office: '镇人大办',
} as const
export type CalendarAudience = keyof typeof calendarAudiences

/** What stands on the calendar of a town. */
export const calendarKinds = {
  congressSession: '人代会',
  meeting: '会议',
  activity: '活动',
  reception: '接访',
  report: '述职',
  entry: '别的事',
} as const
export type CalendarKind = keyof typeof calendarKinds

/** What somebody who is expected has said of it. */
export const expectedWords = { asked: '等您回一声', answered: '回过话了' } as const
