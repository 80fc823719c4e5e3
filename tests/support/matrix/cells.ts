import type { Endpoint } from '../../../shared/grammar/endpoint'
import type { TestPerson } from '../town'

/** What somebody asks for. */
export interface Question {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
  input?: unknown
  /** The one file of a multipart body. */
  file?: Buffer
}

/** Asks as this person and tells only what became of it: `yes`, or the code of the refusal; and the whole body. */
export async function outcomeOf(url: string, person: TestPerson, endpoint: Endpoint, question: Question) {
  const { params = {}, query = {}, input, file } = question
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const words = new URLSearchParams(query).toString()
  const isRead = endpoint.method === 'GET'
  const form = new FormData()
  if (endpoint.file && input) form.set('form', JSON.stringify(input))
  if (endpoint.file && file) form.set(endpoint.file, new Blob([new Uint8Array(file)]), 'picture.jpg')
  const answer = await fetch(`${url}/api${path}${words === '' ? '' : `?${words}`}`, {
    method: endpoint.method,
    headers: {
      'x-desk': '1',
      ...(person.client.token ? { authorization: `Bearer ${person.client.token}` } : {}),
      ...(isRead ? {} : { 'idempotency-key': `cell-${String((cells += 1)).padStart(6, '0')}` }),
      ...(isRead || endpoint.file ? {} : { 'content-type': 'application/json' }),
    },
    ...(isRead ? {} : { body: endpoint.file ? form : JSON.stringify(input ?? {}) }),
  })
  const body = await answer.text()
  return { code: answer.ok ? 'yes' : codeIn(body), body, status: answer.status }
}
let cells = 0

const codeIn = (body: string) => (JSON.parse(body) as { code: string }).code

/** Cells that change nothing are tried many at a time. */
export async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>) {
  for (let from = 0; from < all.length; from += atOnce)
    await Promise.all(all.slice(from, from + atOnce).map(work))
}
