import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AbstractLogger } from 'typeorm'
import { contract } from '../../server/http/contract'

/** The brackets of a transaction are no question to the database; SQLite's own are not seen here either. */
const bracket = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET )/i
/**
 * Nobody waits for it: when somebody was last there, that other servers make public pages anew, and what a job looks
 * at after many rows.
 */
const besides =
  /^\s*(UPDATE sign_in SET last_used_at|INSERT INTO public_version|ANALYZE|PRAGMA|SELECT name FROM sqlite_master)/

const listeners = new Set<(sql: string) => void>()
/** The operation or the job in whose name the database is asked. */
const asking = new AsyncLocalStorage<string>()
let witness: ((sql: string, parameters: unknown[], by: string) => void) | undefined
/** What the request in hand has asked so far, and how much of it before its transaction. */
const inHand = new AsyncLocalStorage<{ asked: string[]; before: number; isUndone: boolean }>()

/** What two got into each other's way with is tried anew, and counts once. */
function noteBracket(sql: string) {
  const request = inHand.getStore()
  if (request === undefined) return
  if (/ROLLBACK/i.test(sql)) request.isUndone = true
  if (!/START|BEGIN/i.test(sql)) return
  if (request.isUndone) request.asked.length = request.before
  request.before = request.asked.length
  request.isUndone = false
}

// Each driver says here what it asks, on whichever of its connections.
Object.assign(AbstractLogger.prototype, {
  logQuery(sql: string, parameters: unknown[] = []) {
    const by = asking.getStore()
    if (by !== undefined) witness?.(sql, parameters, by)
    if (bracket.test(sql)) return noteBracket(sql)
    if (besides.test(sql)) return
    inHand.getStore()?.asked.push(sql)
    for (const listen of listeners) listen(sql)
  },
})

/** Whatever is asked from now on in the name of an operation or a job. */
export const whenAsked = (heard: typeof witness) => void (witness = heard)

/** What `work` asks is asked in this name. */
export const inTheNameOf = <T>(name: string, work: () => T): T => asking.run(name, work)

/** What the databases of this process were asked while `work` ran. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = []
  const listen = (sql: string) => void heard.push(sql)
  listeners.add(listen)
  try {
    await work()
  } finally {
    listeners.delete(listen)
  }
  return heard
}

/** The most statements that `work` asks between two turns of the loop: so many whoever else asks has to wait for. */
export async function longestStretch(work: () => Promise<unknown>): Promise<number> {
  // Begins between two slices, and then looks before each.
  await new Promise((next) => setImmediate(next))
  let stretch = 0
  let longest = 0
  let tick = setImmediate(function turn() {
    longest = Math.max(longest, stretch)
    stretch = 0
    tick = setImmediate(turn)
  })
  const listen = () => void (stretch += 1)
  listeners.add(listen)
  try {
    await work()
    return Math.max(longest, stretch)
  } finally {
    listeners.delete(listen)
    clearImmediate(tick)
  }
}

/** The dearest answer of each operation that a server of this process has given, by its name in the contract. */
export const dearest = new Map<string, string[]>()

/** The most that each operation has asked before it refused; for whoever is refused by who they are. */
export const askedBeforeRefusal = new Map<string, number>()

/** What a request may ask besides for each step that follows from its own in another matter. */
const further = 20
/** Each step writes one, and so does whatever else has a history. */
const event = /^\s*INSERT INTO .?matter_event\b/i
/** How often it asked, beside the steps that followed. */
export const askedBy = (asked: readonly string[]) =>
  asked.length - further * Math.max(0, asked.filter((sql) => event.test(sql)).length - 1)

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** Counts what each answered request asks, apart from those beside it. */
export const counted =
  (answer: Answer): Answer =>
  (request, response) => {
    const name = operationOf(request)
    return asking.run(name ?? '', () =>
      inHand.run({ asked: [], before: 0, isUndone: false }, () => {
        const { asked = [] } = inHand.getStore() ?? {}
        response.once('finish', () => {
          if (name === undefined) return
          if (response.statusCode >= 300)
            return askedBeforeRefusal.set(name, Math.max(asked.length, askedBeforeRefusal.get(name) ?? 0))
          const before = dearest.get(name)
          if (before === undefined || askedBy(asked) >= askedBy(before)) dearest.set(name, asked)
        })
        return answer(request, response)
      }),
    )
  }

/** By method and number of steps of the path; of several that fit, the one that says most comes first. */
const routes = new Map<string, { name: string; path: RegExp; blanks: number }[]>()
const shapeOf = (method = '', path: string) => `${method} ${path.split('/').length}`
for (const [name, { method, path }] of contract) {
  const shape = shapeOf(method, `/api${path}`)
  const alike = routes.get(shape) ?? []
  alike.push({
    name,
    path: new RegExp(`^/api${path.replace(/:\w+/g, '([^/]+)')}$`),
    blanks: path.split(':').length,
  })
  routes.set(
    shape,
    alike.sort((one, other) => one.blanks - other.blanks),
  )
}

function operationOf({ method, url = '' }: IncomingMessage) {
  const [asked = ''] = url.split('?')
  return routes.get(shapeOf(method, asked))?.find(({ path }) => path.test(asked))?.name
}
