import type { TestServer } from './server'

/** What a test asks of the simulator's control plane. */
export async function control<T>(server: TestServer, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${server.simulator.controlUrl}/__sim${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

export interface SentMessage {
  msgid: string
  templateId: string
  lines: { key: string; value: string }[]
  page: string
}

export const loginCode = async (server: TestServer, openid: string) =>
  (await control<{ code: string }>(server, `/users/${openid}/login-code`, {})).code

export const consent = (server: TestServer, openid: string) =>
  control(server, `/users/${openid}/subscribe`, { tmplIds: ['sim-template-task', 'sim-template-progress'] })

export const sentTo = async (server: TestServer, openid: string) =>
  (await control<{ messages: SentMessage[] }>(server, `/users/${openid}/inbox`)).messages

export const addUser = (
  server: TestServer,
  user: { openid: string; blocked?: boolean; lastActiveAt?: number | null },
) => control(server, '/users', user)

/** Makes the next calls of a path fail in this way. */
export const fail = (server: TestServer, path: string, kind: string, more: Record<string, unknown> = {}) =>
  control(server, '/faults', { path, kind, ...more })

export const callsOf = async (server: TestServer, path: string) =>
  (
    await control<{ requests: { body: unknown; query: Record<string, string>; errcode: number | null }[] }>(
      server,
      `/requests?path=${encodeURIComponent(path)}`,
    )
  ).requests
