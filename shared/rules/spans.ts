/** A length of time as its regulation counts it. 日 are calendar days, 工作日 leave out holidays; see `calendar.ts`. */
export type Span = { workingDays: number } | { days: number } | { months: number }

/** `10 个工作日`, `5 日`, `2 个月`. */
export const spokenSpan = (span: Span): string =>
  'workingDays' in span
    ? `${span.workingDays} 个工作日`
    : 'days' in span
      ? `${span.days} 日`
      : `${span.months} 个月`
