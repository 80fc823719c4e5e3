import { type Day, spokenDay } from '../../rules/days'

/** How a poster is called in lists, in what is told, and on its page. */
export const posterTitle = (station: string, issueNo: number) => `${station}的海报第 ${issueNo} 期`

/** What everyone reads at the station, besides the number: until when it holds, and what to do before an older one. */
export const posterInForce = (asOf: Day, nextOn: Day, today: Day) =>
  today > nextOn
    ? `过了${spokenDay(nextOn, today)}，该换了；最新的看公开栏。`
    : `截至${spokenDay(asOf, today)}，${spokenDay(nextOn, today)}换。墙上要是别的一期，请告诉镇人大办。`

/** What the history says of an issue. */
export const issueLine = (issueNo: number, asOf: Day) => `第 ${issueNo} 期，截至 ${spokenDay(asOf, asOf)}`
