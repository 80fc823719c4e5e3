import { createServer, type IncomingMessage, type Server } from 'node:http'
import { beijingDay } from '../../../shared/rules/days'
import { askerOf } from './asker'
import { boardItem, boardPage } from './board'
import { suggestionPage } from './page'
import type { Store } from './store'
import { found, lanePage } from './work'
import { consult, createOpinion } from './writes'

async function answer(store: Store, request: IncomingMessage, now: Date): Promise<unknown> {
  const [path = '', query = ''] = (request.url ?? '').split('?')
  const [, , , townId = '', room, id, action] = path.split('/')
  const asked = new URLSearchParams(query)
  if (room === 'board')
    return id === undefined ? boardPage(store, townId, asked.get('cursor')) : boardItem(store, townId, id)
  const token = (request.headers.authorization ?? '').slice('Bearer '.length)
  const body = request.method === 'POST' ? await bodyOf(request) : ''
  const asker = await askerOf(store, townId, token, now)
  if (asker === undefined) return undefined
  const sent = { townId, key: String(request.headers['idempotency-key']), body, now }
  if (room === 'work' && id === 'search')
    return found(store, townId, asker, (JSON.parse(body) as { words: string }).words, beijingDay(now))
  if (room === 'work') return lanePage(store, townId, asker, asked.get('lane') ?? '', beijingDay(now))
  if (room === 'opinions') return createOpinion(store, asker, sent)
  if (action === 'consult') return consult(store, asker, id ?? '', sent)
  return suggestionPage(store, townId, asker, id ?? '')
}

async function bodyOf(request: IncomingMessage) {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** The least that a Node server must do for the same answers: `node:http` and prepared statements, on the same tables. */
export const createLeastServer = (store: Store, now: () => Date): Server =>
  createServer((request, response) => {
    const send = (status: number, value: unknown) => {
      const body = Buffer.from(JSON.stringify(value))
      response
        .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length })
        .end(body)
    }
    answer(store, request, now()).then(
      (value) => (value === undefined ? send(404, {}) : send(200, value)),
      (error: unknown) => send(500, { error: String(error) }),
    )
  })
