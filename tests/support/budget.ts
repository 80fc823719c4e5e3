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
  disqualifyUnit: [26, 'the standing may begin and moves at once'],
}

const isPage = (name: string) => contract.get(name)?.method === 'GET'
const mostOf = (name: string) => dearer[name]?.[0] ?? (isPage(name) ? most.page : most.step)

/** Answered requests of this process that asked more than they may. */
export const overBudget = (): string[] =>
  [...dearest].flatMap(([name, asked]) => {
    const count = asked.length + (isPage(name) ? 0 : 1)
    return count > mostOf(name) ? [`${name}: ${count} statements, at most ${mostOf(name)}`] : []
  })
