import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sampleOf } from '../../../scripts/faults/sample'
import { seedDemo } from '../../../scripts/demo/seed'
import { parameterNames } from '../../../shared/grammar/endpoint'
import { stateNames } from '../../../shared/grammar/decide'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { beijingDay } from '../../../shared/rules/days'
import { halfYearBefore, halfYearOf, spokenHalfYear } from '../../../shared/rules/half-years'
import { readContactFigures } from '../../../server/features/contacts/figures'
import { findDifferences } from '../../../server/engine/rebuild'
import { personas } from '../../../server/features/demo/personas'
import { contract } from '../../../server/http/contract'
import { cleanDatabase } from '../../support/clean-database'
import { startServer } from '../../support/server'
import { signedIn } from '../../support/town'

/** The demo town is begun on whatever day somebody looks at it, and every page of it answers on that day and the next. */
const days = [
  // In Beijing it is ten minutes past midnight.
  ['at New Year', '2026-12-31T16:10:00.000Z'],
  ['on a leap day', '2028-02-29T04:00:00.000Z'],
] as const

/** Rows of a bulletin, a report and the like need words of their own. */
const asked = { half: '2027-1', year: '2027', month: '2027-01', term: 'now' }

test.each(days)(
  'it is begun %s, and its pages answer',
  async (_, at) => {
    const now = new Date(at)
    const place = await cleanDatabase()
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deputies-home-day-'))
    await seedDemo(place.database, folder, now, () => {})
    const { reader } = place.database
    const states = await reader.query<{ state: string }[]>(
      "SELECT DISTINCT state FROM matter WHERE kind = 'suggestion'",
    )
    expect(states.map(({ state }) => state).sort()).toEqual([...stateNames(suggestionTable)].sort())
    expect(await findDifferences(reader, now)).toEqual([])
    // Of what the presidium gave somebody to do one thing is done, and one stands on the agenda of its next meeting.
    const given = await reader.query<{ state: string; agenda: string }[]>(
      `SELECT rm.state, vm.state AS agenda FROM resolution r JOIN matter rm ON rm.id = r.id
       JOIN agenda_item a ON a.resolution_id = r.id AND a.outcome IS NULL JOIN matter vm ON vm.id = a.meeting_id
       UNION ALL SELECT rm.state, '' AS agenda FROM resolution r JOIN matter rm ON rm.id = r.id AND rm.state = 'done'`,
    )
    expect(given).toEqual([
      { state: 'open', agenda: 'convened' },
      { state: 'done', agenda: '' },
    ])
    const [town] = await reader.query<{ id: string }[]>('SELECT id FROM town')
    // The figures of the source report, of the half-year that is over.
    const half = halfYearBefore(halfYearOf(beijingDay(now)))
    const contacts = await readContactFigures(reader, town?.id ?? '', half, {
      contactVoters: '5',
      withPlaces: false,
    })
    expect(contacts.sentence).toBe(
      `${spokenHalfYear(half)}，代表共接待选民36人，走访选民126户，帮办实事52件。`,
    )

    const server = await startServer({ at, place: { ...place, drop: () => Promise.resolve() } })
    const pages = [...contract].filter(
      ([, { method, path: address, who, mediaType }]) =>
        method === 'GET' &&
        mediaType === undefined &&
        who !== 'account' &&
        address.startsWith('/towns/:town') &&
        parameterNames(address).length === 1,
    )
    expect(pages.length).toBeGreaterThan(30)
    const broken: string[] = []
    for (const day of [0, 1]) {
      server.clock.set(new Date(now.getTime() + day * 86_400_000).toISOString())
      for (const job of server.jobs) await server.round(job)
      const people = await Promise.all(
        personas.map(
          async ({ key, openid }) => [key, (await signedIn(server, undefined, openid)).client] as const,
        ),
      )
      for (const [name, endpoint] of pages)
        for (const [key, client] of people) {
          const { cursor: _cursor, ...query } = sampleOf(endpoint.query) as Record<string, unknown>
          for (const [word, value] of Object.entries(asked))
            if (word in query) Object.assign(query, { [word]: value })
          const { code, status } = await client.ask(endpoint, {
            params: { town: town?.id ?? '' },
            query: query,
          })
          if (code !== undefined && code !== 'not_allowed')
            broken.push(`${name} by ${key}: ${status} ${code}`)
        }
    }
    expect(broken).toEqual([])
    await server.stop()
    await place.drop()
  },
  120_000,
)
