import type { Endpoint } from '../../../../shared/grammar/endpoint'
import type { Register } from '../../../../shared/grammar/register'
import type { Who } from '../people'
import { registers, whoMay } from '../registers'
import type { Row } from '../row'

/** By what the row that every town has is found. */
const wordsIn: Readonly<Record<string, string>> = {
  mandates: '市人大',
  electedDeputies: '20',
  posts: '分管',
  absences: '开会',
  visits: '王建国',
  goodDeeds: '王建国',
  contactVoters: '王建国',
  contactLinks: '东片',
  contactEntries: '当场答复',
  calendarEntries: '培训班',
  honourCampaigns: '五好',
}

/** The row that every town has is the first keeper's; whoever sees only rows of their own finds no such row. */
const ofOthers = ({ keptBy, own }: Register, may: readonly Who[]) => {
  const [owner] = whoMay(keptBy)
  const all = own ? whoMay(own.all) : []
  return Object.fromEntries(
    may.filter((one) => one !== owner && !all.includes(one)).map((one) => [one, 'not_found']),
  )
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
          ...(register.own && path.includes('/:id') ? { but: ofOthers(register, may) } : {}),
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
