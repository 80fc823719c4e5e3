import type { Party } from './parties'

/** Where each party opens a matter; a push and a line of the inbox lead there. */
const suggestionPages: Readonly<Partial<Record<Party, string>>> = {
  leadDeputy: 'deputy/suggestion',
  coSigner: 'deputy/suggestion',
  invitee: 'deputy/suggestion',
  congressOffice: 'office/suggestion',
  presidium: 'office/suggestion',
  leadUnit: 'unit/suggestion',
  coUnit: 'unit/suggestion',
  formerUnit: 'unit/suggestion',
  letterUnit: 'unit/suggestion',
  mergedDeputy: 'deputy/suggestion',
  groupLeader: 'deputy/suggestion',
  groupMember: 'deputy/appraisals',
}

const opinionPages: Readonly<Partial<Record<Party, string>>> = {
  resident: 'pages/matter',
  deputy: 'deputy/opinion',
  congressOffice: 'office/opinion',
}

const withQuery = (page: string | undefined, townId: string, id: string) =>
  `${page ?? 'pages/inbox'}?town=${townId}&id=${id}`

export const suggestionPage = (party: Party, townId: string, id: string) =>
  withQuery(suggestionPages[party], townId, id)
export const opinionPage = (party: Party, townId: string, id: string) =>
  withQuery(opinionPages[party], townId, id)

/** All that a person was told. */
export const inboxPage = (townId: string) => `pages/inbox?town=${townId}`

/** 评先资格, of one's own unit or of all of them. */
export const awardStandingPage = (reader: 'unit' | 'office', townId: string) =>
  `${reader}/standing?town=${townId}`

/** Where the office loads the lists of days off. */
export const calendarPage = (townId: string) => `office/settings?town=${townId}&part=calendar`

/** What waits for a second person before it is public. */
export const contentChecksPage = (townId: string) => `office/content-checks?town=${townId}`

/** Where deputies and the office follow what was carried to a higher congress. */
export const externalPage = (townId: string, id: string) => withQuery('office/external-one', townId, id)
