import { contract } from '../../server/http/contract'
import { dearest } from './statements'

/** How often one request may ask the database; the brackets of a transaction count once. */
const most = { page: 10, step: 25 } as const

/** What truly needs more, with the reason. */
const dearer: Readonly<Record<string, readonly [most: number, because: string]>> = {
  'suggestionSteps.merge': [37, 'the suggestion that takes it in moves as well'],
  'suggestionSteps.evaluate': [31, 'an award standing of the unit may begin with it'],
  'suggestionSteps.accept': [30, 'it is numbered and filed, and the check of its words begins'],
  'suggestionSteps.correctReply': [29, 'the version before is kept, and the check of its words begins'],
  'opinionSteps.raise': [29, 'a suggestion begins with it'],
  'suggestionSteps.closeBallot': [27, 'the ballot moves as well'],
  'suggestionSteps.reply': [28, 'the checks of its words begin'],
  'suggestionSteps.reHandle': [26, 'the award standing of the unit is looked at anew'],
  holdMeeting: [26, 'a suggestion moves for each that is handed over'],
  disqualifyUnit: [35, 'the standing may begin and moves at once'],
  addExternalEntry: [26, 'what is made public of it is checked'],
  planSiteReview: [29, 'it begins, and each suggestion that is looked at knows of it'],
  'suggestionSteps.recordSiteFinding': [27, 'the site review may end with its last finding'],
  'suggestionSteps.markKey': [28, 'the check of its words begins'],
}

const isPage = (name: string) => contract.get(name)?.method === 'GET'
const mostOf = (name: string) => dearer[name]?.[0] ?? (isPage(name) ? most.page : most.step)

/** Answered requests of this process that asked more than they may. */
export const overBudget = (): string[] =>
  [...dearest].flatMap(([name, asked]) => {
    const count = asked.length + (isPage(name) ? 0 : 1)
    return count > mostOf(name) ? [`${name}: ${count} statements, at most ${mostOf(name)}`] : []
  })

/** Operations that are measured nowhere: what the matrix asks is refused there by a rule of the thing itself. */
export const refusedInTheMatrix: ReadonlySet<string> = new Set(
  `checkHolidays loadHolidays removeLocalDay enterAsPersona enterByPassword setPassword givePhone showPortrait
   showPublicPhoto removeOverride acceptInvite personaCode signIn answerAppeal rateExternal
   suggestionSteps.giveInformation suggestionSteps.recordUpwardAnswer suggestionSteps.recordSiteFinding
   suggestionSteps.rateCommitment suggestionSteps.conclude suggestionSteps.changeKey suggestionSteps.closeBallot
   opinionSteps.closeAfterSuggestion suggestionSteps.putOnAgenda suggestionSteps.convertMotion
   suggestionSteps.unmarkKey suggestionSteps.reportKeyProgress suggestionSteps.dispatch
   siteReviewSteps.finish`.split(/\s+/),
)

/** What is written in a register has a rule of its own for each, which the question of the matrix does not meet. */
const writtenInARegister = /^\w+\.(change|end|restore|checkTable|bringTable)$/

/** Operations of the running server that nobody has measured. */
export const unmeasured = (names: readonly string[]) =>
  names.filter(
    (name) => !dearest.has(name) && !refusedInTheMatrix.has(name) && !writtenInARegister.test(name),
  )
