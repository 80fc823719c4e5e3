/** What the clock says, to whom: `2026-06-01 unit 《…》快到期了，请在6月11日前办。` */
export type Line = string

/** To whoever is awaited. */
export const soon = (day: string, who: string, on: string): Line =>
  `${day} ${who} 《…》快到期了，请在${on}前办。`
export const late = (day: string, who: string, on: string): Line =>
  `${day} ${who} 《…》已经逾期（${on}），请马上办理。`

/** To those above, and to the deputy. */
export const soonOf = (day: string, who: string, on: string, awaited = '镇水利站'): Line =>
  `${day} ${who} 《…》快到期了（${on}），现在等${awaited}，请提醒。`
export const lateOf = (day: string, who: string, on: string, awaited = '镇水利站'): Line =>
  `${day} ${who} 《…》已经逾期（${on}），现在等${awaited}。`

/** Every two months the unit says how it stands. */
export const reportSoon = (day: string, who: string, on: string): Line =>
  `${day} ${who} 《…》该报告办理进展了，请在${on}前报告。`
export const reportLate = (day: string, who: string, on: string): Line =>
  `${day} ${who} 《…》的进展报告逾期了（${on}），请马上报告。`
export const reportLateOf = (day: string, who: string, on: string, awaited = '镇水利站'): Line =>
  `${day} ${who} 《…》的进展报告逾期了（${on}），现在等${awaited}。`

/** A co-unit that has not given its opinion; then those who can press, or wait no longer. */
export const unheard = (soonDay: string, lateDay: string, on: string): Line[] => [
  `${soonDay} coUnit 《…》等贵单位的协办意见，请在${on}前提出。`,
  `${lateDay} coUnit 《…》的协办意见已经逾期（${on}），请马上提出。`,
  ...['unit', 'leader', 'head', 'office'].map(
    (who) => `${lateDay} ${who} 《…》的协办意见逾期了（${on}），镇财政所还没有提出。`,
  ),
]

/** A deputy is asked once more for a rating; then the clock closes it. */
export const unrated = (asked: string, on: string, closed: string): Line[] => [
  soon(asked, 'deputy', on),
  `${closed} deputy 《…》的评价时间已过，按“未表态”办结。`,
  `${closed} office 《…》（…）代表未表态，已办结。`,
]

/**
 * The ladder of 镇水利站, which has a clerk, a leader in charge and a head: the day on which each is told, and the weeks
 * in which the chair hears it again.
 */
export const climb = (
  on: string,
  [clerk, leader, head, office, chair]: readonly [string, string, string, string, string],
  weeks: readonly string[] = [],
  onNextYear = on,
): Line[] => [
  soon(clerk, 'unit', on),
  soon(leader, 'leader', on),
  late(head, 'head', onNextYear),
  lateOf(head, 'deputy', onNextYear),
  lateOf(office, 'office', onNextYear),
  lateOf(chair, 'chair', onNextYear),
  ...weeks.map((week) => lateOf(week, 'chair', week < '2027' ? on : onNextYear)),
]

/** More than thirty days after its deadline: a rung of its own, once, for all whom it concerns. */
export const gravely = (day: string): Line[] => [
  ...['unit', 'leader', 'head'].map(
    (who) => `${day} ${who} 《…》已经严重逾期，请单位负责人今天就安排，向代表和镇人大办说明什么时候答复。`,
  ),
  ...['deputy', 'office', 'chair'].map((who) => `${day} ${who} 《…》已经严重逾期，现在等镇水利站。`),
]

/** What was said up to the morning of this day; then it was no longer the unit's turn. */
export const until = (day: string, lines: readonly Line[]): Line[] =>
  lines.filter((line) => line.slice(0, 10) <= day)
