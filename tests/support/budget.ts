import { contract } from '../../server/http/contract'
import { askedBy, dearest } from './statements'

const isPage = (name: string) => contract.get(name)?.method === 'GET'

/**
 * How often one request may ask the database; the brackets of a transaction count once. For a step that follows from it
 * in another matter a request may ask besides: see `askedBy`.
 */
const most = { page: 10, step: 25, whole: 80 } as const

/**
 * Whole files and whole rows of a register: `tests/server/every-register` holds them to asking no more often for more.
 * A county is asked town by town and a ledger batch by batch, in a process of their own.
 */
const ofWholes =
  /^(showCountyFigures|exportLedger|(check|bring|takeBack)(Roster|PastSuggestions)|(load|takeBack)Holidays|merge(Persons|Unit)|\w+\.(check|bring)Table)$/

const boundOf = (name: string) => (ofWholes.test(name) ? most.whole : isPage(name) ? most.page : most.step)

/** Answered requests of this process that asked more than they may. */
export const overBudget = (): string[] =>
  [...dearest].flatMap(([name, asked]) => {
    const count = askedBy(asked) + (isPage(name) ? 0 : 1)
    const bound = boundOf(name)
    return count > bound ? [`${name}: ${count} statements, at most ${bound}`] : []
  })

/** What the matrix does not measure: there it is refused by a rule of the thing itself, and other stories carry it out. */
export const refusedInTheMatrix: ReadonlySet<string> = new Set(
  `checkHolidays loadHolidays readHolidayFile takeBackHolidays removeLocalDay checkPastSuggestions bringPastSuggestions takeBackPastSuggestions checkRoster bringRoster takeBackRoster
    enterAsPersona enterByPassword setPassword givePhone showPortrait showStationPhoto
   showPublicPhoto takePublicFile removeOverride acceptInvite beginHere personaCode signIn answerAppeal rateExternal showVoice showReceipt
   suggestionSteps.giveInformation suggestionSteps.recordUpwardAnswer suggestionSteps.recordSiteFinding
   suggestionSteps.rateCommitment suggestionSteps.conclude suggestionSteps.closeBallot
   opinionSteps.closeAfterSuggestion suggestionSteps.putOnAgenda suggestionSteps.convertMotion startPoster
   siteReviewSteps.finish`.split(/\s+/),
)

/** What is written in a register has a rule of its own for each, which the question of the matrix does not meet. */
const writtenInARegister = /^\w+\.(change|end|restore|checkTable|bringTable)$/

/** Operations of the running server that nobody has measured. */
export const unmeasured = (names: readonly string[]) =>
  names.filter(
    (name) => !dearest.has(name) && !refusedInTheMatrix.has(name) && !writtenInARegister.test(name),
  )
