import type { Endpoint } from '../../../../shared/grammar/endpoint'
import { registers, whoMay } from '../registers'
import type { Row } from '../row'

/** By what the row that every town has is found. */
const wordsIn: Readonly<Record<string, string>> = {
  mandates: '市人大',
  electedDeputies: '20',
  posts: '分管',
}

/** What follows from who reads and who keeps: nobody writes a row for it. */
export const rowsOfRegisters: Readonly<Record<string, Row>> = Object.fromEntries(
  registers.flatMap(([name, register]) =>
    Object.entries(register.endpoints as Readonly<Record<string, Endpoint>>).map(
      ([part, { method, path }]) => {
        const keeps = method !== 'GET' && part !== 'find'
        const may = whoMay(keeps || part === 'lists' ? register.keptBy : register.readBy)
        const row: Row = {
          may,
          ...(keeps ? { told: 'passes' } : {}),
          ...(path.includes('/:id')
            ? { ask: ({ things }) => ({ params: { id: things.rows[name] ?? '' } }) }
            : part === 'list'
              ? { ask: () => ({ query: {} }) }
              : part === 'find'
                ? { ask: () => ({ input: { words: wordsIn[name] ?? '19' } }) }
                : {}),
        }
        return [`${name}.${part}`, row]
      },
    ),
  ),
)
