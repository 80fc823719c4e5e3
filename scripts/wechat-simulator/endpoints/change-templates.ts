import { drawCharacters } from '../chance'
import { type Call, type Endpoint, type JsonObject } from '../endpoint'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App, type LibraryTitle, type Template } from '../shapes'
import { type World } from '../world'

/** A field of a form comes as a list, one of JSON as it is. */
function readOne(body: JsonObject, name: string): unknown {
  const { [name]: value } = body
  return Array.isArray(value) ? (value[0] as unknown) : value
}

/** Two to five different keywords of the title, in the order in which they will stand on the card (section 3.3, A). */
function readKeys({ kidList }: JsonObject, { keywords }: LibraryTitle): Template['keys'] {
  if (!Array.isArray(kidList) || kidList.length < 2 || kidList.length > 5) return refuse(200020)
  if (new Set(kidList).size < kidList.length) return refuse(200020)
  return kidList.map((kid: unknown) => {
    const word = keywords.find((one) => String(one.kid) === kid) ?? refuse(200020)
    const { name: label, rule: type, example, allowed } = word
    return { key: `${type}${word.kid}`, label, type, example, ...(allowed ? { allowed } : {}) }
  })
}

/** The newest page asks for it, in 15 characters at most (section 3.3, A). */
function readSceneDesc(body: JsonObject): string {
  const text = readOne(body, 'sceneDesc')
  return typeof text === 'string' && text.trim() && [...text].length <= 15 ? text : refuse(200021)
}

/** Form only: a JSON body brings no `tid` at all, and that is what its sender is told (section 3.3, C). */
function add({ state }: World, { body }: Call, app: App): Reply {
  const tid = readOne(body, 'tid')
  if (tid === undefined) return refuse(200014, 'missing parameter tid')
  if (app.messagesBanned) return refuse(200011)
  const title = state.library.find((one) => String(one.tid) === tid) ?? refuse(200014)
  if (!app.categories.some(({ id }) => id === title.categoryId)) return refuse(200014)
  const keys = readKeys(body, title)
  const sceneDesc = readSceneDesc(body)
  const own = state.templates.filter(({ appid }) => appid === app.appid)
  const names = keys.map(({ key }) => key).join()
  if (own.some((one) => one.title === title.title && one.keys.map(({ key }) => key).join() === names)) {
    return refuse(200022)
  }
  if (own.length >= state.limits.privateTemplates) return refuse(200012)

  const { title: text, type } = title
  const id = drawCharacters(state, 43)
  state.templates.push({ id, appid: app.appid, title: text, type, keys, sceneDesc, banned: false })
  return replyJson({ errcode: 0, errmsg: 'ok', priTmplId: id })
}

/** What users had accepted goes with the template; added anew it has another id (section 10, point 8). */
function remove({ state }: World, { body }: Call, app: App): Reply {
  const id = readOne(body, 'priTmplId')
  if (typeof id !== 'string' || !id) return refuse(20002)
  const template = state.templates.find((one) => one.id === id && one.appid === app.appid) ?? refuse(20001)
  state.templates.splice(state.templates.indexOf(template), 1)
  state.subscriptions = state.subscriptions.filter(({ templateId }) => templateId !== id)
  return replyJson({ errcode: 0, errmsg: 'ok' })
}

const business = { kind: 'business', method: 'POST' } as const

/** The writing half of `/wxaapi/newtmpl/`. */
export const templateChanges: Endpoint[] = [
  { ...business, path: '/wxaapi/newtmpl/addtemplate', format: 'form', answer: add },
  { ...business, path: '/wxaapi/newtmpl/deltemplate', format: 'either', answer: remove },
]
