import path from 'node:path'
import type { Endpoint } from '../../shared/grammar/endpoint'
import { isRegister } from '../../shared/grammar/register'
import { modulesIn } from '../database/found'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'who' in value

/** The steps of a table: an endpoint by the name of each. */
const isSteps = (value: unknown): value is Readonly<Record<string, Endpoint>> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isEndpoint)

const named = Object.entries(
  Object.assign({}, ...modulesIn(path.resolve(__dirname, '../../shared'))) as object,
)

/** Every endpoint that stands in `shared/`, with the name by which code knows it. */
export const contract: ReadonlyMap<string, Endpoint> = new Map(
  named.flatMap(([name, value]): [string, Endpoint][] => {
    if (isEndpoint(value)) return [[name, value]]
    const steps: unknown = isRegister(value) ? value.endpoints : value
    if (!isSteps(steps)) return []
    return Object.entries(steps).map(([step, endpoint]) => [`${name}.${step}`, endpoint])
  }),
)
