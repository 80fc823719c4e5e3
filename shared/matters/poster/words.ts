import { type Day, spokenDay } from '../../rules/days'

/** How a poster is called in lists, in what is told, and on its page. */
export const posterTitle = (station: string, issueNo: number) => `${station}的海报第 ${issueNo} 期`

/** What everyone reads at the station: which issue is in force, and until when. */
export const posterInForce = (issueNo: number, asOf: Day, nextOn: Day, today: Day) =>
  today > nextOn
    ? `第 ${issueNo} 期该换了，最新的看公开栏`
    : `第 ${issueNo} 期，截至${spokenDay(asOf, today)}，${spokenDay(nextOn, today)}换`
/** Whoever stands before an older one is told so. */
export const olderPoster = '墙上贴的不是这一期，请告诉镇人大办'

/** What the history says of an issue. */
export const issueLine = (issueNo: number, asOf: Day) => `第 ${issueNo} 期，截至 ${spokenDay(asOf, asOf)}`
