import { stateNames } from '../../shared/grammar/decide'
import { suggestionTable } from '../../shared/matters/suggestion/table'

test('every state of the glossary is in the table, and no other', () => {
  const glossary =
    'draft submitted underReview revisionRequested notAccepted merged withdrawn accepted assigned returnRequested received handling extensionRequested replied evaluated reHandling tracking escalated closed archived'
  expect([...stateNames(suggestionTable)].sort()).toEqual(glossary.split(' ').sort())
})
