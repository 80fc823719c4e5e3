import { type Call, type Endpoint } from '../endpoint'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App, type LibraryTitle, type Template, type TemplateKey } from '../shapes'
import { type World } from '../world'

function succeed(rest: object): Reply {
  return replyJson({ errcode: 0, errmsg: 'ok', ...rest })
}

function readWhole(value: string | null, errcode: number, most = Infinity): number {
  const isWhole = value !== null && /^\d+$/.test(value) && Number(value) <= most
  return isWhole ? Number(value) : refuse(errcode)
}

/** Only titles of the account's own categories exist for it. */
function isOffered(app: App, title: LibraryTitle): boolean {
  return app.categories.some(({ id }) => id === title.categoryId)
}

function listTitles({ state }: World, { query }: Call, app: App): Reply {
  const ids = (query.get('ids') || refuse(200018)).split(',').map((id) => readWhole(id, 200019))
  const start = readWhole(query.get('start'), 200016)
  const limit = readWhole(query.get('limit'), 200017, 30)
  const titles = state.library.filter((title) => isOffered(app, title) && ids.includes(title.categoryId))
  return succeed({
    count: titles.length,
    data: titles
      .slice(start, start + limit)
      .map(({ tid, title, type, categoryId }) => ({ tid, title, type, categoryId: String(categoryId) })),
  })
}

function listKeywords({ state }: World, { query }: Call, app: App): Reply {
  const tid = readWhole(query.get('tid'), 200014)
  const title = state.library.find((one) => one.tid === tid && isOffered(app, one)) ?? refuse(200014)
  return succeed({
    count: title.keywords.length,
    data: title.keywords.map(({ kid, name, example, rule }) => ({ kid, name, example, rule })),
  })
}

function joinLines(keys: TemplateKey[], line: (key: TemplateKey) => string): string {
  return keys.map((key) => `${key.label}:${line(key)}\n`).join('')
}

/** `keywordEnumValueList` is there only when a key has fixed values (assumption 34). */
function describe({ id, title, keys, type }: Template) {
  const lists = keys.flatMap(({ key, allowed }) =>
    allowed ? [{ keywordCode: key, enumValueList: allowed }] : [],
  )
  return {
    priTmplId: id,
    title,
    content: joinLines(keys, ({ key }) => `{{${key}.DATA}}`),
    example: joinLines(keys, ({ example = '示例' }) => example),
    type,
    ...(lists.length > 0 ? { keywordEnumValueList: lists } : {}),
  }
}

const business = { kind: 'business', method: 'GET' } as const

/** What an account may pick from and what it has picked: the reading half of `/wxaapi/newtmpl/` (section 3.3). */
export const templateLists: Endpoint[] = [
  {
    ...business,
    path: '/wxaapi/newtmpl/getcategory',
    answer: (_world, _call, app) => succeed({ data: app.categories }),
  },
  { ...business, path: '/wxaapi/newtmpl/getpubtemplatetitles', answer: listTitles },
  { ...business, path: '/wxaapi/newtmpl/getpubtemplatekeywords', answer: listKeywords },
  {
    ...business,
    path: '/wxaapi/newtmpl/gettemplate',
    answer: ({ state }, _call, app) =>
      succeed({ data: state.templates.filter(({ appid }) => appid === app.appid).map(describe) }),
  },
]
