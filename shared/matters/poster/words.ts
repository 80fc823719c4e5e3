import { type Day, spokenDay } from '../../rules/days'

/** How a poster is called in lists, in what is told, and on its page. */
export const posterTitle = (station: string, issueNo: number) => `${station}的海报第 ${issueNo} 期`

/** What the history says of an issue. */
export const issueLine = (issueNo: number, asOf: Day) => `第 ${issueNo} 期，截至 ${spokenDay(asOf, asOf)}`
