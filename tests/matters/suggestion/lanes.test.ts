import type { WorkLane, WorkRow } from '../../../shared/api/work'
import { stateNames } from '../../../shared/grammar/decide'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { bring, notSatisfied } from '../../support/bring'
import { startServer, type TestServer } from '../../support/server'
import { forms, see, start, step } from '../../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'
import { workOf } from '../../support/work'

/** The lists are SQL, the table decides: what stands under “等我办” must be what the table says waits for me. */
let server: TestServer
let town: TestTown
const everything = new Map<string, string>()

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  for (const state of stateNames(suggestionTable)) everything.set(await bring(server, town, state), state)
  const targets = await server.database.reader.query<{ id: string }[]>(
    'SELECT merged_into_id AS id FROM suggestion WHERE merged_into_id IS NOT NULL',
  )
  for (const { id } of targets) everything.set(id, 'accepted, another merged into it')
  const invited = await start(town)
  await step(town, town.deputy, invited, 'inviteCoSigners', { deputyIds: [town.coSigner.id] })
  everything.set(invited, 'draft, invited')
  everything.set(await twiceUnsatisfied(), 'evaluated, no round left')
  const asked = await bring(server, town, 'received')
  await step(town, town.unit, asked, 'askForInformation', forms(town).askForInformation)
  everything.set(asked, 'received, deputy asked')
  const reported = await bring(server, town, 'tracking')
  await step(town, town.unit, reported, 'reportCommitment', forms(town).reportCommitment)
  everything.set(reported, 'tracking, reported')
})
afterAll(() => server.stop())

async function twiceUnsatisfied() {
  const id = await bring(server, town, 'reHandling')
  await step(town, town.unit, id, 'reply', forms(town).reply)
  await step(town, town.deputy, id, 'evaluate', notSatisfied)
  return id
}

const listed = (person: TestPerson, lane: WorkLane) => workOf(town, person, lane, { kind: 'suggestion' })

const people = (): [string, TestPerson, SuggestionParty[]][] => [
  ['the lead deputy', town.deputy, ['leadDeputy']],
  ['the co-signer', town.coSigner, ['coSigner', 'invitee']],
  ['the office', town.office, ['congressOffice']],
  ['the presidium', town.presidium, ['presidium']],
  ['the lead unit', town.unit, ['leadUnit']],
  ['the co-unit', town.coUnit, ['coUnit']],
]

test('under “等我办” stands exactly what waits for me, under “等别人” what waits for others', async () => {
  // What the table says, of each as its lead deputy sees it.
  const waits = new Map<string, string | null>()
  const owed = new Set<string>()
  for (const id of everything.keys()) {
    const { waitsFor, state, asks } = await see(town, town.deputy, id)
    waits.set(id, waitsFor)
    const isAsked = asks.some((one) => one.ask === 'coOpinion' && one.isAwaited)
    if (isAsked && suggestionTable.asks?.coOpinion?.in.includes(state)) owed.add(id)
  }
  expect(owed.size).toBeGreaterThan(0)
  const wrong: string[] = []
  for (const [name, person, parties] of people()) {
    const mine = await listed(person, 'mine')
    const others = await listed(person, 'others')
    // Whoever owes an answer beside the turn is awaited too.
    const isMine = ({ id }: WorkRow) =>
      (parties as unknown[]).includes(waits.get(id)) || (parties.includes('coUnit') && owed.has(id))
    for (const row of [...mine, ...others])
      if (row.turn !== waits.get(row.id)) wrong.push(`${name}: ${everything.get(row.id)} says ${row.turn}`)
    for (const row of mine)
      if (!isMine(row)) wrong.push(`${name}: ${everything.get(row.id)} waits for ${waits.get(row.id)}`)
    for (const row of others) if (isMine(row)) wrong.push(`${name}: ${everything.get(row.id)} is theirs`)
  }
  expect(wrong).toEqual([])
})

test('what is done stands under “已办完” and nowhere else', async () => {
  const ended = await listed(town.office, 'ended')
  expect(ended.map(({ state }) => state).sort()).toEqual(['archived', 'closed', 'notAccepted', 'withdrawn'])
})

test('nobody misses anything: the office finds all that was ever handed in', async () => {
  const lanes = await Promise.all(
    (['mine', 'others', 'ended'] as const).map((lane) => listed(town.office, lane)),
  )
  const seen = lanes.flat().map(({ id }) => id)
  const handedIn = [...everything].filter(([, state]) => !state.startsWith('draft')).map(([id]) => id)
  expect(seen.sort()).toEqual(handedIn.sort())
})

test('an invitation to co-sign is the invited one’s turn', async () => {
  const rows = await listed(town.coSigner, 'mine')
  expect(rows.map(({ id }) => everything.get(id))).toEqual(['draft, invited'])
})

test('after the last round it is the presidium’s turn, not the office’s', async () => {
  const rows = await listed(town.presidium, 'mine')
  expect(rows.map(({ id, next }) => [everything.get(id), next?.step]).sort()).toEqual([
    ['escalated', 'recordSummons'],
    ['evaluated, no round left', 'summon'],
    ['extensionRequested', 'grantExtension'],
  ])
})

test('it is narrowed by category and by deputy, to what they stand to', async () => {
  const of = async (narrowed: { category?: string; person?: string }) =>
    (await workOf(town, town.office, 'ended', { kind: 'suggestion', ...narrowed }))
      .map(({ state }) => state)
      .sort()
  expect([
    await of({ category: 'waterWorks' }),
    await of({ category: 'roads' }),
    await of({ person: town.deputy.id }),
    await of({ person: town.otherDeputy.id }),
  ]).toEqual([
    ['archived', 'closed', 'withdrawn'],
    [],
    ['archived', 'closed', 'notAccepted', 'withdrawn'],
    [],
  ])
})

test('one who has nothing to do with any of them sees an empty list', async () => {
  expect([await listed(town.otherDeputy, 'mine'), await listed(town.otherDeputy, 'others')]).toEqual([[], []])
})

test('late first, then by the day', async () => {
  const inOrder = (rows: WorkRow[]) =>
    rows.map(({ due }) => [due?.urgency === 'overdue' ? 0 : 1, due?.on ?? '9999-12-31'].join(' '))
  const before = inOrder(await listed(town.office, 'mine'))
  expect(before).toEqual([...before].sort())

  // Accepted is due on 7 December, submitted on 30 November: late ones then stand before it.
  server.clock.set('2026-12-02T01:00:00Z')
  const late = await listed(town.office, 'mine')
  const orders = inOrder(late)
  expect(orders).toEqual([...orders].sort())
  const accepted = late.findIndex(({ state }) => state === 'accepted')
  expect(orders[accepted]).toBe('1 2026-12-07')
  expect(late.findIndex(({ due }) => due?.urgency === 'overdue')).toBe(0)
})
