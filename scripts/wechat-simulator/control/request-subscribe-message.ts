import { type Template, type User } from '../shapes'
import { type State } from '../state'
import { addAccept } from '../subscriptions'

type Answer = 'accept' | 'reject' | 'ban' | 'filter'
type Failure = { errMsg: string; errCode: number }
type Outcome = { errMsg: string } & Record<string, string>

const failures: Record<number, string> = {
  10001: 'TmplIds can not be empty',
  10004: 'TmplIds must be an array of strings',
  20001: 'No template data return, verify the template id exist',
  20002: 'Templates type must be same',
  20003: 'Templates count out of max bounds',
  20004: 'The main switch is switched off',
}

function fail(errCode: number): Failure {
  return { errMsg: `requestSubscribeMessage:fail ${failures[errCode]}`, errCode }
}

function isListOfIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string')
}

/** The failure that WeChat's client reports, in the order of assumption 16, or none. */
function findFailure(ids: string[], templates: Template[], user: User): Failure | undefined {
  if (ids.length === 0) return fail(10001)
  if (ids.length > 5) return fail(20003)
  if (new Set(templates.map((template) => template.type)).size > 1) return fail(20002)
  if (templates.length < ids.length) return fail(20001)
  return user.mainSwitch ? undefined : fail(20004)
}

/**
 * `wx.requestSubscribeMessage` with its client rules (section 3.1): the result has one key per template id.
 * A second template of the same title is filtered; every accept is one more send.
 */
export function requestSubscribeMessage(
  state: State,
  user: User,
  ids: unknown,
  answers: Record<string, Answer>,
): Outcome | Failure {
  if (!isListOfIds(ids)) return fail(10004)
  const templates = ids.flatMap(
    (id) => state.templates.find((one) => one.id === id && one.appid === user.appid) ?? [],
  )
  const failure = findFailure(ids, templates, user)
  if (failure) return failure

  const outcome: Outcome = { errMsg: 'requestSubscribeMessage:ok' }
  templates.forEach((template, place) => {
    const first = templates.findIndex((one) => one.title === template.title)
    if (templates[first]?.id === template.id && first !== place) return
    const answer = first < place ? 'filter' : (answers[template.id] ?? 'accept')
    outcome[template.id] = answer
    if (answer === 'accept') addAccept(state, user.openid, template)
  })
  return outcome
}
