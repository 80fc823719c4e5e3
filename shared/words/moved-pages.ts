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
    'office/external': 'desk/register-list?name=carriedSuggestion',
    'office/external-one': 'desk/matter?kind=externalSuggestion',
    'deputy/draft': 'desk/draft',
    'deputy/appraisals': 'desk/appraisals',
    'office/appraisals': 'desk/appraisals',
    'office/progress': 'desk/progress',
    'unit/progress': 'desk/progress',
    'office/standing': 'desk/standing',
    'unit/standing': 'desk/standing',
    'office/categories': 'desk/register-list?name=category',
    'office/sessions': 'desk/register-list?name=congressSession',
  }),
)

/** An address, with or without a leading slash, as it is written now. */
export function currentPage(address: string): string {
  const [path = '', query] = address.replace(/^\//, '').split('?')
  const now = moved.get(path) ?? path
  return query ? `${now}${now.includes('?') ? '&' : '?'}${query}` : now
}
