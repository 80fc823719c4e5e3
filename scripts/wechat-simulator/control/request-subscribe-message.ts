import { type App, type Template, type User } from '../shapes'
import { type State } from '../state'
import { addAccept } from '../subscriptions'

export type Answer = 'accept' | 'reject' | 'ban' | 'filter'
type Failure = { errMsg: string; errCode: number }

/** What the page is told, per template, and which of the answers the user gave by hand just now. */
export type Outcome = { answers: [string, Answer][]; byHand: string[] }

/** What the user does with the pop-up; `keep` is 总是保持以上选择. */
export type Reaction = { answers: Record<string, 'accept' | 'reject' | 'ban'>; keep: boolean }

const failures: Record<number, string> = {
  10001: 'TmplIds can not be empty',
  10004: 'TmplIds must be an array of strings',
  20001: 'No template data return, verify the template id exist',
  20002: 'Templates type must be same',
  20003: 'Templates count out of max bounds',
  20004: 'The main switch is switched off',
  20005: 'This mini program was banned from subscribing messages',
}

function fail(errCode: number): Failure {
  return { errMsg: `requestSubscribeMessage:fail ${failures[errCode]}`, errCode }
}

function isListOfIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string')
}

/** The failure that WeChat's client reports, in the order of assumption 16, or none. */
function findFailure(ids: string[], templates: Template[], user: User, app: App): Failure | undefined {
  if (ids.length === 0) return fail(10001)
  if (ids.length > 5) return fail(20003)
  if (new Set(templates.map((template) => template.type)).size > 1) return fail(20002)
  if (templates.length < ids.length) return fail(20001)
  if (app.messagesBanned) return fail(20005)
  return user.mainSwitch ? undefined : fail(20004)
}

/** Only the first of several templates with one title is asked. */
function isFiltered(templates: Template[], place: number): boolean {
  return templates.findIndex(({ title }) => title === templates[place]?.title) < place
}

/**
 * `wx.requestSubscribeMessage` with its client rules (section 3.1). A kept choice answers without a pop-up;
 * every accept is one more send, by hand or kept.
 */
export function requestSubscribeMessage(
  state: State,
  app: App,
  user: User,
  ids: unknown,
  reaction: Reaction,
): Outcome | Failure {
  if (!isListOfIds(ids)) return fail(10004)
  const find = (id: string) => state.templates.find((one) => one.id === id && one.appid === user.appid) ?? []
  const failure = findFailure(ids, ids.flatMap(find), user, app)
  if (failure) return failure

  const templates = [...new Set(ids)].flatMap(find)
  const outcome: Outcome = { answers: [], byHand: [] }
  templates.forEach((template, place) => {
    const { id } = template
    const kept = user.keptChoices[id]
    const chosen = template.banned ? 'ban' : (kept ?? reaction.answers[id] ?? 'accept')
    const answer = isFiltered(templates, place) ? 'filter' : chosen
    outcome.answers.push([id, answer])
    if (answer === 'accept') addAccept(state, user.openid, template)
    if (kept !== undefined || (answer !== 'accept' && answer !== 'reject')) return
    outcome.byHand.push(id)
    if (reaction.keep) user.keptChoices[id] = answer
  })
  return outcome
}
