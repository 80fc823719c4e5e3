import type { MatterRecord } from '../../server/engine/kind'
import { lookAtClock } from '../../server/engine/clock'
import { holdersIn } from '../../server/engine/asks/facts'
import { peopleBehind } from '../../server/engine/holders'
import { readCalendar } from '../../server/engine/read-calendar'
import { standingAlone } from '../../server/engine/awaited'
import { isoInstant, sqlInstant } from '../../server/database/sql'
import { kinds } from '../../server/matters/kinds'
import { type LadderPlan, ladderOf, ladders, type Rung } from '../../shared/grammar/ladder'
import { instantOfStep } from '../../shared/grammar/ladder-steps'
import { stateRow } from '../../shared/grammar/whole-rows'
import { addStaff, buildTown, type TestTown } from '../support/town'
import { startServer, type TestServer } from '../support/server'
import { ways } from '../support/ways-to-states'

/**
 * Every state with a limit, of every kind, from its entry to three weeks after its day: the one whose turn it is hears
 * it before the day, on it and while it stays late, and what stays late climbs to the top, each rung once.
 */
const waiting = kinds.flatMap(({ table }) =>
  Object.keys(table.states)
    .filter((state) => !['suggestion', null].includes(stateRow(table, state).limit as string | null))
    .map((state) => ({ name: `${table.kind}.${state}`, table, state })),
)
const threeWeeksMs = 21 * 24 * 3_600_000

interface Told {
  at: Date
  ladder: string
  step: number
  rung: Rung | null
  people: string[]
}
interface Walked {
  id: string
  name: string
  plan: LadderPlan
  ladder: string
  turn: string
  due: { on: string; soonAt: Date; lateFrom: Date }
  awaited: string[]
  until: Date
  told: Told[]
  /** When the clock itself led it on. */
  left: Date | null
}

let server: TestServer
let town: TestTown
const walked = new Map<string, Walked>()

beforeAll(async () => {
  server = await startServer({ at: '2026-11-02T01:00:00.000Z' })
  town = await buildTown(server)
  for (const [kind, name] of [
    ['unitLeader', '高保山'],
    ['unitHead', '吴海涛'],
  ] as const)
    await addStaff(server, town.id, { name, kind, unitId: town.unitId })
  for (const name of Object.keys(ways)) {
    if (!waiting.some((one) => one.name === name)) continue
    const id = (await ways[name]?.(server, town)) ?? ''
    walked.set(name, await lookedAt(name, id))
  }
  await walkOn()
})
afterAll(() => server.stop())

/** What is late when from its entry, and who is awaited as its day comes close: others may have had the turn until then. */
async function lookedAt(name: string, id: string): Promise<Walked> {
  const { reader } = server.database
  const [kindName = '', state = ''] = name.split('.')
  const kind = kinds.find(({ table }) => table.kind === kindName)
  const record = await kind?.read(reader, town.id, id)
  if (kind === undefined || record === undefined) throw new Error(`there is no ${name}`)
  const calendar = await readCalendar(reader, town.id)
  const { due } = standingAlone(kind, record, calendar, server.clock.now())
  const { turn } = standingAlone(kind, record, calendar, due?.soonAt ?? server.clock.now())
  const row = stateRow(kind.table, state)
  const ladder = ladderOf(row, turn)
  expect([name, record.state, turn]).toEqual([name, state, row.waitsFor])
  if (due === null || turn === null || ladder === undefined) throw new Error(`${name} has no day`)
  const holders = (await holdersIn(reader, kind, record))[turn] ?? []
  const people = await peopleBehind(reader, town.id, holders)
  const until = new Date(due.lateFrom.getTime() + threeWeeksMs)
  const plan: LadderPlan = ladders[ladder]
  const awaited = people.map((one) => one.id)
  return { ...{ id, name, plan, ladder, turn, due, awaited, until }, told: [], left: null }
}

/** From one look of the clock to the next, as long as something is walked; what has come to its end looks no more. */
async function walkOn() {
  const { database, clock } = server
  const failed = (error: unknown, { kind }: { kind: string }) => {
    throw new Error(`the clock failed at a ${kind}`, { cause: error })
  }
  for (const kind of kinds) {
    const before = kind.told?.bind(kind)
    Object.assign(kind, {
      async told(...args: Parameters<NonNullable<typeof kind.told>>) {
        keep(args[1], args[2])
        await before?.(...args)
      },
    })
  }
  for (let running = [...walked.values()]; running.length > 0;) {
    const ids = running.map(({ id }) => id)
    const sql = `SELECT MIN(next_at) AS at FROM matter WHERE id IN (${ids.map(() => '?').join(', ')})`
    const [next] = await database.reader.query<{ at: string | null }[]>(sql, ids)
    if (!next?.at) return
    const at = new Date(isoInstant(next.at))
    if (at > clock.now()) clock.set(at.toISOString())
    await database.source.query(
      `UPDATE matter SET next_at = NULL WHERE id NOT IN (${ids.map(() => '?').join(', ')})`,
      ids,
    )
    await lookAtClock(database, clock.now(), failed)
    await keepAlso(running)
    const still = await database.reader.query<{ id: string; state: string }[]>(
      `SELECT id, state FROM matter WHERE id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    )
    for (const one of running)
      if (still.find(({ id }) => id === one.id)?.state !== one.name.split('.')[1]) one.left = clock.now()
    running = running.filter(({ until, left }) => left === null && clock.now() < until)
  }
}

function keep(
  { id }: MatterRecord,
  {
    ladder,
    step,
    rung,
    people,
  }: { ladder: string; step: number; rung: Rung | null; people: readonly { id: string }[] },
) {
  const one = [...walked.values()].find((each) => each.id === id)
  one?.told.push({ ...{ at: server.clock.now(), ladder, step, rung }, people: people.map((each) => each.id) })
}

/** Whoever only learns of it finds it in the inbox, on the page of the matter. */
async function keepAlso(running: readonly Walked[]) {
  const now = server.clock.now()
  const rows = await server.database.reader.query<{ page: string; recipientId: string }[]>(
    'SELECT page, recipient_id AS recipientId FROM inbox_message WHERE created_at = ?',
    [sqlInstant(now)],
  )
  for (const { id, told } of running)
    for (const one of told.filter(({ at }) => at.getTime() === now.getTime()))
      one.people = [
        ...new Set([
          ...one.people,
          ...rows.filter(({ page }) => page.includes(id)).map(({ recipientId }) => recipientId),
        ]),
      ]
}

test('there is a way to every state with a limit, and no other way', () => {
  const walkedKinds = kinds.map(({ table }) => table.kind)
  const known = Object.keys(ways).filter((name) => walkedKinds.includes(name.split('.')[0] ?? ''))
  expect(known.sort()).toEqual(waiting.map(({ name }) => name).sort())
})

test.each(waiting.map(({ name }) => name))(
  '%s is asked for before, on and after its day, and climbs',
  (name) => {
    const one = walked.get(name)
    if (one === undefined) throw new Error(`nobody walked ${name}`)
    const { plan, due, turn, awaited, left, until } = one
    const end = left ?? until
    const told = one.told.filter(({ ladder, at }) => ladder === one.ladder && at <= end)

    // Every rung at its instant, once, heard by whoever stands on it, to the top and then each week.
    const wanted: [number, string][] = []
    for (let step = 0; ; step += 1) {
      const at = instantOfStep(plan, due, step)
      if (at === undefined || at > end || (left !== null && at >= end)) break
      wanted.push([step, at.toISOString()])
    }
    expect(told.map(({ step, at }) => [step, at.toISOString()])).toEqual(wanted)
    expect(told.map(({ rung }) => rung)).toEqual(wanted.map(([step]) => plan.rows[step]?.rung ?? plan.weekly))

    const hears = (from: number, to: number) =>
      told.some(
        ({ at, people }) =>
          at.getTime() >= from &&
          at.getTime() < to &&
          (turn === 'system' ? people.length > 0 : people.some((id) => awaited.includes(id))),
      )
    const [late, day] = [due.lateFrom.getTime(), 24 * 3_600_000]
    if (turn !== 'system' && plan.quiet !== true)
      expect([name, 'before', hears(0, late)]).toEqual([name, 'before', true])
    if (left !== null) {
      // What the clock itself ends on its day is not late.
      expect(left.getTime()).toBe(late)
      return
    }
    expect([name, 'on', hears(late, late + day)]).toEqual([name, 'on', true])
    if (plan.quiet === true) return
    const top = plan.weekly ?? plan.rows.at(-1)?.rung
    const above = told.filter(({ at, rung }) => at.getTime() >= late && rung === top)
    expect([name, top, above.length > 0]).toEqual([name, top, true])
  },
)
