import { listWork } from '../../../shared/api/work'
import { addExternalEntry } from '../../../shared/matters/external-suggestion/endpoints'
import { externalSuggestions } from '../../../shared/registers/external-suggestions'
import { Mandate } from '../../../server/database/entities/people/mandate'
import { newId } from '../../../server/database/id'
import { staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

/** What was carried to a higher congress is asked for there by the office, and the chair hears where it stays late. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await staySignedIn(server)
  await server.database.transaction((tx) =>
    tx.insert(Mandate, {
      ...{ id: newId(), townId: town.id, personId: town.otherDeputy.id, congressLevel: 'county' },
      ...{ electoralDistrictId: null, certificateNo: null, endedOn: null },
    }),
  )
})
afterEach(() => server.stop())

const api = externalSuggestions.endpoints
const register = (more: object) =>
  town.office.client.call(api.add, {
    params,
    input: {
      ...{ deputyId: town.otherDeputy.id, congressLevel: 'county' as const, submittedOn: '2026-11-20' },
      subject: '大郭西段河堤列入县水利项目',
      ...more,
    },
  })
const laneOf = async (person: TestPerson, lane: 'mine' | 'others' | 'ended') =>
  (await person.client.call(listWork, { params, query: { lane, kind: 'externalSuggestion' } })).items.map(
    ({ state, due, next }) => [state, due?.on ?? null, next?.step ?? null],
  )
const told = async (person: TestPerson) =>
  (await toldTo(server, person)).filter((text) => text.includes('大郭西段河堤列入县水利项目'))
async function lookOn(day: string) {
  server.clock.set(`${day}T01:00:00Z`)
  await server.run('clock')
}

test('the office is asked before the day and after it, then the chair every week, until there is an answer', async () => {
  const { id, version } = await register({ deadlineOn: '2026-12-20' })
  expect(await laneOf(town.office, 'mine')).toEqual([['awaited', '2026-12-20', 'noteReply']])
  expect([await laneOf(town.otherDeputy, 'others'), await laneOf(town.deputy, 'others')]).toEqual([
    [['awaited', '2026-12-20', null]],
    [],
  ])
  await lookOn('2026-12-17')
  expect(await told(town.office)).toEqual([])
  await lookOn('2026-12-18')
  await lookOn('2026-12-21')
  expect((await told(town.office)).reverse()).toEqual([
    '向县人大提出的《大郭西段河堤列入县水利项目》快到答复期限了（12月20日），请问一问办得怎样。',
    '向县人大提出的《大郭西段河堤列入县水利项目》过了答复期限（12月20日）还没有答复，请向上级催问。',
  ])
  for (const day of ['2026-12-28', '2027-01-04', '2027-01-11']) await lookOn(day)
  expect(await told(town.presidium)).toHaveLength(3)
  await town.office.client.call(addExternalEntry, {
    params: { ...params, id },
    input: {
      version,
      form: {
        ...{ kind: 'reply', heldOn: '2027-01-11', note: '县水利局答复了。', outcome: 'planned' },
        publicResult: '列入明年县里的河道项目',
      },
    },
  })
  await lookOn('2027-02-11')
  expect(await told(town.presidium)).toHaveLength(3)
  expect(await laneOf(town.office, 'ended')).toEqual([['answered', null, null]])
})

test('one without a known day is asked for by nobody until the day is written down', async () => {
  const { id, version } = await register({})
  await lookOn('2027-06-01')
  expect([await told(town.office), await laneOf(town.office, 'mine')]).toEqual([
    [],
    [['awaited', null, 'noteReply']],
  ])
  const form = {
    ...{ subject: '大郭西段河堤列入县水利项目', submittedOn: '2026-11-20' },
    deadlineOn: '2027-06-10',
  }
  await town.office.client.call(api.change, { params: { ...params, id }, input: { version, form } })
  await lookOn('2027-06-08')
  expect(await told(town.office)).toHaveLength(1)
})

test('everybody who wrote something down has a name in the history', async () => {
  const { id, version } = await register({})
  const form = { kind: 'progress' as const, heldOn: '2026-11-22', note: '县水利局来看了现场。' }
  await town.office.client.call(addExternalEntry, { params: { ...params, id }, input: { version, form } })
  const events = await server.database.reader.query(
    `SELECT e.action, e.party, p.name, e.note FROM matter_event e JOIN person p ON p.id = e.person_id
     WHERE e.matter_id = ? AND e.kind = 'externalSuggestion' ORDER BY e.version`,
    [id],
  )
  expect(events).toEqual([
    { action: 'start', party: 'congressOffice', name: '陈静', note: null },
    { action: 'noteProgress', party: 'congressOffice', name: '陈静', note: '县水利局来看了现场。' },
  ])
})
