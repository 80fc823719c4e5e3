import { newId } from '../../../server/database/id'
import { act } from '../../../server/engine/act'
import { systemOf } from '../../../server/engine/kind'
import { kind } from '../../../server/matters/opinion/kind'
import { opinionSteps, writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { electedDeputies } from '../../../shared/registers/elected-deputies'
import { mandates } from '../../../shared/registers/mandates'
import { posts } from '../../../shared/registers/posts'
import type { TestServer } from '../server'
import { addDeputy, type TestTown } from '../town'
import type { Question, Row } from './foreign-row'

/** What is written down of mandates and posts names persons, districts, units and other mandates of the same town. */
export function rowsOfOffices(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): Row[] {
  const here = () => begun().town
  const there = () => begun().elsewhere
  let count = 0
  const name = (word: string) => `${word}${String((count += 1))}`
  const somebody = (of: TestTown) => addDeputy(begun().server, of.id, name('任'))
  const districtOf = async (of: TestTown, level = 'city') => {
    const id = newId()
    await begun().server.database.transaction((tx) =>
      tx.query(
        'INSERT INTO electoral_district (id, town_id, congress_level, name, position) VALUES (?, ?, ?, ?, 1)',
        [id, of.id, level, name('选区')],
      ),
    )
    return id
  }
  const added = async (of: TestTown, more: object = {}) => {
    const input = { personId: await somebody(of), congressLevel: 'city', ...more }
    return of.office.client.call(mandates.endpoints.add, { params: { town: of.id }, input })
  }
  const ended = async (of: TestTown) => {
    const { id, version } = await added(of)
    const input = { version, form: { endedOn: '2026-11-01', endedKind: 'resigned' } }
    await of.office.client.call(mandates.endpoints.end, { params: { town: of.id, id }, input })
    return id
  }
  const plain =
    (endpoint: Question['endpoint'], input: () => Promise<object>) => async (): Promise<Question> => ({
      ...{ endpoint, params: { town: here().id }, person: here().office, input: await input() },
    })
  const seat = async (more: object) => ({ personId: await somebody(here()), congressLevel: 'city', ...more })
  const post = async () => ({
    ...{ personId: await somebody(here()), postKind: 'unitClerk', handlingUnitId: here().unitId },
  })
  const changed = async (): Promise<Question> => {
    const { id, version } = await added(here())
    const input = { version, form: { electoralDistrictId: await districtOf(here()) } }
    const params = { town: here().id, id }
    return { endpoint: mandates.endpoints.change, params, person: here().office, input }
  }
  const passedOn = async (): Promise<Question> => {
    const { server } = begun()
    const letter = { deputyId: here().deputy.id, kind: 'report' as const, text: name('护栏松了，第') }
    const params = { town: here().id }
    const { id } = await here().villager.client.call(writeOpinion, { params, input: letter })
    await server.run('checkOpinions')
    await server.database.transaction((tx) =>
      act(tx, kind, systemOf(here().id), id, 'deputyLeft', { form: {} }, server.clock.now()),
    )
    const input = { version: await here().versionOf(id), form: { deputyId: here().coSigner.id } }
    return { endpoint: opinionSteps.passOn, params: { ...params, id }, person: here().office, input }
  }
  const groupOf = async (of: TestTown) => {
    const id = newId()
    await begun().server.database.transaction((tx) =>
      tx.query('INSERT INTO deputy_group (id, town_id, name, position) VALUES (?, ?, ?, 1)', [
        ...[id, of.id, name('小组')],
      ]),
    )
    return id
  }
  const { endpoints } = mandates
  const elect = electedDeputies.endpoints
  const elected = async (more: object = {}) => ({
    ...{ personId: await somebody(here()), termNo: 20, ...more },
  })
  const electedHere = async (): Promise<Question> => {
    const params = { town: here().id }
    const row = await here().office.client.call(elect.add, { params, input: await elected() })
    const form = {
      electoralDistrictId: await districtOf(here(), 'township'),
      deputyGroupId: await groupOf(here()),
    }
    return {
      ...{ endpoint: elect.change, params: { ...params, id: row.id }, person: here().office },
      input: { version: row.version, form },
    }
  }
  return [
    ['opinionSteps.passOn', ['form', 'deputyId'], () => there().deputy.id, passedOn],
    ['posts.add', ['personId'], () => somebody(there()), plain(posts.endpoints.add, post)],
    ['posts.add', ['handlingUnitId'], () => there().unitId, plain(posts.endpoints.add, post)],
    ['mandates.add', ['personId'], () => somebody(there()), plain(endpoints.add, () => seat({}))],
    [
      ...(['mandates.add', ['electoralDistrictId'], () => districtOf(there())] as const),
      plain(endpoints.add, async () => seat({ electoralDistrictId: await districtOf(here()) })),
    ],
    [
      ...(['mandates.add', ['fillsId'], () => ended(there())] as const),
      plain(endpoints.add, async () => seat({ fillsId: await ended(here()) })),
    ],
    ['electedDeputies.add', ['personId'], () => somebody(there()), plain(elect.add, () => elected())],
    [
      ...(['electedDeputies.add', ['electoralDistrictId'], () => districtOf(there(), 'township')] as const),
      plain(elect.add, async () => elected({ electoralDistrictId: await districtOf(here(), 'township') })),
    ],
    [
      ...(['electedDeputies.add', ['deputyGroupId'], () => groupOf(there())] as const),
      plain(elect.add, async () => elected({ deputyGroupId: await groupOf(here()) })),
    ],
    [
      ...([
        'electedDeputies.change',
        ['form', 'electoralDistrictId'],
        () => districtOf(there(), 'township'),
      ] as const),
      electedHere,
    ],
    ['electedDeputies.change', ['form', 'deputyGroupId'], () => groupOf(there()), electedHere],
    ['mandates.change', ['form', 'electoralDistrictId'], () => districtOf(there()), changed],
  ]
}
