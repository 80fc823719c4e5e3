import { contract } from '../../server/http/contract'
import { askedBy, dearest } from './statements'

/**
 * How often one request may ask the database; the brackets of a transaction count once. For a step that follows from it
 * in another matter a request may ask besides: see `askedBy`.
 */
const most = { page: 10, step: 25 } as const

const isPage = (name: string) => contract.get(name)?.method === 'GET'

/** Answered requests of this process that asked more than they may. */
export const overBudget = (): string[] =>
  [...dearest].flatMap(([name, asked]) => {
    const count = askedBy(asked) + (isPage(name) ? 0 : 1)
    const bound = isPage(name) ? most.page : most.step
    return count > bound ? [`${name}: ${count} statements, at most ${bound}`] : []
  })

/** Operations that are measured nowhere: what the matrix asks is refused there by a rule of the thing itself. */
export const refusedInTheMatrix: ReadonlySet<string> = new Set(
  `checkHolidays loadHolidays readHolidayFile takeBackHolidays removeLocalDay checkRoster bringRoster takeBackRoster
    enterAsPersona enterByPassword setPassword givePhone showPortrait
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
