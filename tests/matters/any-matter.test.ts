import { showMatter } from '../../shared/api/work'
import { listAppraisals } from '../../shared/matters/group-ballot/endpoints'
import { externalSuggestions } from '../../shared/registers/external-suggestions'
import { Mandate } from '../../server/database/entities/people/mandate'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { step } from '../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** What all kinds of matter have in common is read in one way, by whoever stands to the matter. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  await staySignedIn(server)
  await server.database.transaction((tx) =>
    tx.insert(Mandate, {
      ...{ id: newId(), townId: town.id, personId: town.otherDeputy.id, congressLevel: 'county' },
      ...{ electoralDistrictId: null, certificateNo: null, endedOn: null },
    }),
  )
})
afterAll(() => server.stop())

const show = (person: TestPerson, kind: string, id: string) =>
  person.client.call(showMatter, { params: { town: town.id, kind, id } })

const external = async () => {
  const input = { congressLevel: 'county' as const, submittedOn: '2026-11-20', deadlineOn: '2026-12-20' }
  const { id } = await town.office.client.call(externalSuggestions.endpoints.add, {
    params: { town: town.id },
    input: { ...input, deputyId: town.otherDeputy.id, subject: '大郭西段河堤列入县水利项目' },
  })
  return id
}

test('it says where the matter stands, whose turn it is, what may be done, and who did what', async () => {
  const id = await external()
  expect(await show(town.office, 'externalSuggestion', id)).toMatchObject({
    title: '大郭西段河堤列入县水利项目',
    state: 'awaited',
    waitsFor: 'congressOffice',
    due: { on: '2026-12-20' },
    actions: expect.arrayContaining(['noteReply']) as string[],
    timeline: [{ by: '镇人大办 陈静' }],
  })
})

test('whoever does not stand to it, or names another kind, finds nothing', async () => {
  const id = await external()
  await expect(show(town.villager, 'externalSuggestion', id)).rejects.toThrow('not_found')
  await expect(show(town.office, 'groupBallot', id)).rejects.toThrow('not_found')
  await expect(show(town.office, 'nothing', id)).rejects.toThrow('not_found')
})

test('of a ballot the history names nobody who voted', async () => {
  const leader = await addGroup(server, town, [town.deputy, town.coSigner])
  await step(town, leader, await bring(server, town, 'closed'), 'openBallot')
  const { ballots } = await town.deputy.client.call(listAppraisals, { params: { town: town.id } })
  const view = await show(town.deputy, 'groupBallot', ballots[0]?.id ?? '')
  expect(view).toMatchObject({ kind: 'groupBallot', state: 'open', actions: ['vote'] })
  expect(JSON.stringify(view.timeline)).not.toContain('vote')
})
