import { type OpinionState, opinionStates } from '../../shared/matters/opinion/states'
import { closedStates } from '../../shared/matters/suggestion/state-lists'
import { type SuggestionState, suggestionStates } from '../../shared/matters/suggestion/states'
import { walkOfOpinion, walkOfSuggestion } from '../../shared/matters/suggestion/steps-walked'
import { type Step, steps } from '../../shared/words/words'

/** The six steps tell what happened, and nothing that did not. */
const order = Object.keys(steps) as Step[]
const passed = ({ at, ended }: { at: Step; ended: boolean }) =>
  order.slice(0, order.indexOf(at) + (ended ? 1 : 0))
const suggestions = Object.keys(suggestionStates) as SuggestionState[]
const opinions = Object.keys(opinionStates) as OpinionState[]

test('no matter is commended or awaits it by being handled, closed or archived', () => {
  const walks = [
    ...suggestions.map(walkOfSuggestion),
    ...opinions.flatMap((state) =>
      [null, ...suggestions].map((suggestion) => walkOfOpinion(state, suggestion)),
    ),
  ]
  expect(walks.filter((walk) => walk.at === 'commend' || passed(walk).includes('commend'))).toEqual([])
})

test.each(closedStates)('what is %s went through all steps up to the appraisal', (state) => {
  expect(passed(walkOfSuggestion(state))).toEqual(['collect', 'gather', 'assign', 'supervise', 'appraise'])
})

test('what a deputy answered at once was collected, and nothing else was done with it', () => {
  expect(passed(walkOfOpinion('closed', null))).toEqual(['collect'])
  expect(passed(walkOfOpinion('replied', null))).toEqual([])
})

test('what became a suggestion goes the way of that suggestion, also when the resident has been told', () => {
  expect(walkOfOpinion('closed', 'handling')).toEqual(walkOfSuggestion('handling'))
  expect(walkOfOpinion('inSuggestion', 'closed')).toEqual(walkOfSuggestion('closed'))
  expect(passed(walkOfOpinion('closed', 'notAccepted'))).toEqual(['collect'])
})

test('what was refused or withdrawn passed no step that it did not come to', () => {
  for (const state of ['notAccepted', 'withdrawn'] as const)
    expect(passed(walkOfSuggestion(state))).toEqual(['collect'])
})
