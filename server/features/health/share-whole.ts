import { capital } from './share-schemas'

/** As far as it is looked at here. */
export interface Operation {
  operationId: string
  summary: string
  security?: unknown
  parameters: unknown[]
  requestBody?: unknown
  responses: { 200: unknown; default: unknown }
}

/** What several operations take or answer is written once as a whole, not only its schema. */
export function shareWhole(operations: readonly Operation[]) {
  const responses = sharing('responses')
  const requestBodies = sharing('requestBodies')
  for (const { requestBody, responses: answer } of operations) {
    responses.meets(answer[200])
    requestBodies.meets(requestBody)
  }
  for (const one of operations) {
    const name = capital(one.operationId)
    one.responses[200] = responses.written(one.responses[200], name)
    if (one.requestBody !== undefined) one.requestBody = requestBodies.written(one.requestBody, name)
  }
  return { responses: responses.shared, requestBodies: requestBodies.shared }
}

function sharing(place: string) {
  const times = new Map<string, number>()
  const named = new Map<string, string>()
  const shared: Record<string, unknown> = {}
  return {
    shared,
    meets(value: unknown) {
      const text = JSON.stringify(value)
      times.set(text, (times.get(text) ?? 0) + 1)
    },
    written(value: unknown, name: string) {
      const text = JSON.stringify(value)
      if ((times.get(text) ?? 0) < 2) return value
      const own = named.get(text) ?? name
      named.set(text, own)
      shared[own] = value
      return { $ref: `#/components/${place}/${own}` }
    },
  }
}
