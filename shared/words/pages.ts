import type { Party } from './parties'

/** Where whoever works on a matter opens it; a push and a line of the inbox lead there. */
export const matterPage = (kind: string, townId: string, id: string) =>
  `desk/matter?kind=${kind}&town=${townId}&id=${id}`

/** Members of a group vote in the list; everybody else opens the suggestion. */
export const suggestionPage = (party: Party, townId: string, id: string) =>
  party === 'groupMember' ? `desk/appraisals?town=${townId}&id=${id}` : matterPage('suggestion', townId, id)

/** A resident has a page of his own, which comes with the first download. */
export const opinionPage = (party: Party, townId: string, id: string) =>
  party === 'resident' ? `pages/matter?town=${townId}&id=${id}` : matterPage('opinion', townId, id)

/** Where whoever wrote reads what became of it. */
export const petitionPage = (townId: string, id: string) => `voice/petition?town=${townId}&id=${id}`

/** What everybody may see of it. */
export const publicSuggestionPage = (townId: string, id: string) => `pages/suggestion?town=${townId}&id=${id}`

/** All that a person was told. */
export const inboxPage = (townId: string) => `pages/inbox?town=${townId}`

/** The list of work, narrowed to what is told of together. */
export const workPage = (townId: string, narrowed: Readonly<Record<string, string>>) =>
  `desk/list?${Object.entries({ town: townId, ...narrowed })
    .map(([name, value]) => `${name}=${value}`)
    .join('&')}`

/** Where the office loads the lists of days off. */
export const calendarPage = (townId: string) => `office/settings?town=${townId}&part=calendar`

/** Whom one is to keep in touch with. */
export const contactsPage = (townId: string) => `duty/contacts?town=${townId}`

/** Where deputies and the office follow what was carried to a higher congress. */
export const externalPage = (townId: string, id: string) => matterPage('externalSuggestion', townId, id)
