import type { Endpoint } from '../../../shared/grammar/endpoint'
import { send } from '../send'
import type { TestPerson } from '../town'

type Sent = { method: string; headers: Record<string, string> }

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
  const { params = {}, query = {}, input } = question
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const words = new URLSearchParams(query).toString()
  const isRead = endpoint.method === 'GET'
  const { status, text: body } = await sendOrFile(`${url}/api${path}${words === '' ? '' : `?${words}`}`, {
    method: endpoint.method,
    headers: {
      'x-desk': '1',
      ...(person.client.token ? { authorization: `Bearer ${person.client.token}` } : {}),
      ...(isRead ? {} : { 'idempotency-key': `cell-${String((cells += 1)).padStart(6, '0')}` }),
      ...(isRead || endpoint.file ? {} : { 'content-type': 'application/json' }),
    },
    ...(isRead
      ? {}
      : { body: endpoint.file ? formOf(endpoint.file, question) : JSON.stringify(input ?? {}) }),
  })
  return { code: status < 300 ? 'yes' : codeIn(body), body, status }
}
let cells = 0

/** What carries a file is written by `fetch`. */
async function sendOrFile(url: string, asked: Sent & { body?: string | FormData }) {
  const { body, ...plain } = asked
  if (!(body instanceof FormData)) return send(url, { ...plain, body })
  const answer = await fetch(url, { ...plain, body })
  return { status: answer.status, text: await answer.text() }
}

function formOf(field: string, { input, file }: Question) {
  const form = new FormData()
  if (input) form.set('form', JSON.stringify(input))
  if (file) form.set(field, new Blob([new Uint8Array(file)]), 'picture.jpg')
  return form
}

const codeIn = (body: string) => (JSON.parse(body) as { code: string }).code

/** Cells that change nothing are tried many at a time. */
export async function eachOf<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>) {
  for (let from = 0; from < all.length; from += atOnce)
    await Promise.all(all.slice(from, from + atOnce).map(work))
}
