/**
 * Addresses of earlier releases, and where they lead now. They still lie in people's inboxes, on cards that WeChat has
 * sent, and in bookmarks: a line may go when nobody can have kept one.
 */
const moved: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'deputy/tasks': 'desk/list',
    'office/tasks': 'desk/list',
    'unit/tasks': 'desk/list',
    'deputy/suggestion': 'desk/matter?kind=suggestion',
    'office/suggestion': 'desk/matter?kind=suggestion',
    'unit/suggestion': 'desk/matter?kind=suggestion',
    'deputy/opinion': 'desk/matter?kind=opinion',
    'office/opinion': 'desk/matter?kind=opinion',
    'office/site-review': 'desk/matter?kind=siteReview',
    'office/external': 'register/list?name=carriedSuggestion',
    'office/external-one': 'desk/matter?kind=externalSuggestion',
    'deputy/draft': 'desk/draft',
    'deputy/appraisals': 'desk/appraisals',
    'office/appraisals': 'desk/appraisals',
    'office/progress': 'desk/progress',
    'unit/progress': 'desk/progress',
    'office/standing': 'desk/standing',
    'unit/standing': 'desk/standing',
    'office/categories': 'register/list?name=category',
    'office/sessions': 'register/list?name=congressSession',
    'desk/activities': 'duty/activities',
    'desk/meetings': 'duty/meetings',
    'desk/minutes': 'duty/minutes',
    'desk/roll': 'duty/roll',
    'desk/duty-file': 'duty/duty-file',
    'desk/duty-files': 'duty/duty-files',
    'desk/duty-record': 'duty/duty-record',
    'desk/own-duties': 'duty/own-duties',
    'desk/report-meetings': 'duty/report-meetings',
    'desk/report-papers': 'duty/report-papers',
    'desk/report-wall': 'duty/report-wall',
    'desk/calendar': 'duty/calendar',
    'desk/contacts': 'duty/contacts',
    'pages/ballot': 'duty/ballot',
    'pages/reports': 'duty/reports',
    'desk/register-list': 'register/list',
    'desk/register-form': 'register/form',
    'desk/aloud': 'voice/aloud',
    'desk/say': 'voice/say',
    'desk/voices': 'voice/voices',
    'desk/silence': 'voice/silence',
    'desk/call-list': 'voice/call-list',
    'desk/petition': 'voice/petition',
    'desk/reception': 'voice/reception',
    'desk/box-opening': 'voice/box-opening',
    'desk/unit-line': 'voice/unit-line',
    'desk/village': 'voice/village',
  }),
)

/** An address, with or without a leading slash, as it is written now. */
export function currentPage(address: string): string {
  const [path = '', query] = address.replace(/^\//, '').split('?')
  const now = moved.get(path) ?? path
  return query ? `${now}${now.includes('?') ? '&' : '?'}${query}` : now
}
