import { currentPage } from '../../shared/words/moved-pages'
import { matterPage, opinionPage, suggestionPage } from '../../shared/words/pages'

const town = 'T'
const id = 'I'

test.each([
  [`deputy/suggestion?town=${town}&id=${id}`, 'desk/matter?kind=suggestion&town=T&id=I'],
  [`office/suggestion?town=${town}&id=${id}`, 'desk/matter?kind=suggestion&town=T&id=I'],
  [`unit/suggestion?town=${town}&id=${id}`, 'desk/matter?kind=suggestion&town=T&id=I'],
  [`deputy/opinion?town=${town}&id=${id}`, 'desk/matter?kind=opinion&town=T&id=I'],
  [`office/opinion?town=${town}&id=${id}`, 'desk/matter?kind=opinion&town=T&id=I'],
  [`office/external?town=${town}`, 'register/list?name=carriedSuggestion&town=T'],
  [`office/external-one?town=${town}&id=${id}`, 'desk/matter?kind=externalSuggestion&town=T&id=I'],
  [`office/site-review?town=${town}&id=${id}`, 'desk/matter?kind=siteReview&town=T&id=I'],
  [`deputy/appraisals?town=${town}&id=${id}`, 'desk/appraisals?town=T&id=I'],
  [`unit/standing?town=${town}`, 'desk/standing?town=T'],
  ['desk/contacts?town=T', 'duty/contacts?town=T'],
  ['pages/ballot?town=T&code=1', 'duty/ballot?town=T&code=1'],
  ['/office/tasks', 'desk/list'],
  ['pages/matter?town=T&id=I', 'pages/matter?town=T&id=I'],
  ['constructor', 'constructor'],
])('%s leads to %s', (old, now) => {
  expect(currentPage(old)).toBe(now)
})

test('what leads to a page now is not led elsewhere', () => {
  const pages = [
    matterPage('suggestion', town, id),
    suggestionPage('groupMember', town, id),
    opinionPage('deputy', town, id),
    opinionPage('resident', town, id),
  ]
  expect(pages.map(currentPage)).toEqual(pages)
})
