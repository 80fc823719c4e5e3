import { askForContacts } from '../../../server/jobs/ask-for-contacts'
import { askForHolidays } from '../../../server/jobs/ask-for-holidays'
import { checkContent } from '../../../server/jobs/check-content'
import { checkOpinions } from '../../../server/jobs/check-opinions'
import { checkPhotos } from '../../../server/jobs/check-photos'
import { checkRegisters } from '../../../server/jobs/check-register'
import { clock } from '../../../server/jobs/clock'
import { deliver } from '../../../server/jobs/deliver'
import { readWechatEvents } from '../../../server/jobs/read-wechat-events'
import { type Job, startJobs } from '../../../server/jobs/runner'
import { tidy } from '../../../server/jobs/tidy'
import { transcribe } from '../../../server/jobs/transcribe'
import { sliceOf } from '../../../server/database/slices'
import { wake } from '../../../server/database/waking'
import { rebuild } from '../../../server/engine/rebuild'
import { bring } from '../../support/bring'
import { owePush } from '../../support/owe'
import { startServer, type TestServer } from '../../support/server'
import { consent, sentTo } from '../../support/simulator'
import { longestStretch, statementsOf } from '../../support/statements'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown
let jobs: ReturnType<typeof startJobs> | undefined

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  server.database.whenKept((names) => jobs?.wake(names))
})
afterEach(async () => {
  await jobs?.stop()
  jobs = undefined
})
afterAll(() => server.stop())

const everyJob = [
  deliver,
  readWechatEvents,
  checkOpinions,
  checkContent,
  checkPhotos,
  transcribe,
  checkRegisters,
  clock,
  askForHolidays,
  askForContacts,
  tidy,
]

/** Until the loops have had their first look, and whatever they were woken for is done. */
async function settled() {
  for (let quiet = 0; quiet < 20;) {
    const asked = await statementsOf(() => new Promise((next) => setTimeout(next, 10)))
    quiet = asked.length === 0 ? quiet + 1 : 0
  }
}

/** Counts its rounds; sleeps for an hour unless it is woken. */
const counting = (name: string, wokenBy: string[], rounds: string[]): Job => ({
  name,
  wokenBy,
  pauseMs: 3_600_000,
  run: () => Promise.resolve(void rounds.push(name)),
})

test('a push that was written is delivered without waiting for the next look', async () => {
  await consent(server, town.office.openid)
  jobs = startJobs([{ ...deliver, pauseMs: 3_600_000 }], server.parts)
  await settled()
  await owePush(server, town)
  await settled()
  expect(await sentTo(server, town.office.openid)).toHaveLength(1)
})

test('a job is woken by what it waits for, when that is kept, and by nothing else', async () => {
  const rounds: string[] = []
  jobs = startJobs([counting('one', ['push'], rounds), counting('other', ['clock'], rounds)], server.parts)
  await settled()
  expect(rounds.splice(0)).toEqual(['one', 'other'])
  const kept = server.database.transaction((tx) => Promise.resolve(wake(tx, 'push')))
  await kept
  await settled()
  expect(rounds.splice(0)).toEqual(['one'])
  const failed = server.database.transaction((tx) => {
    wake(tx, 'push')
    return Promise.reject(new Error('not kept'))
  })
  await expect(failed).rejects.toThrow('not kept')
  await settled()
  expect(rounds).toEqual([])
})

test('what is due later is looked at then, and what cannot be done is tried again, but not at once', async () => {
  const at = (seconds: number | null) => () =>
    Promise.resolve(seconds === null ? null : new Date(server.clock.now().getTime() + seconds * 1000))
  const looks = async (seconds: number | null) => {
    const rounds: string[] = []
    const job = { ...counting('one', [], rounds), againMs: 50, next: at(seconds) }
    jobs = startJobs([job], server.parts)
    await new Promise((next) => setTimeout(next, 240))
    await jobs.stop()
    return rounds.length
  }
  expect(await looks(null)).toBe(1)
  expect(await looks(3600)).toBe(1)
  expect(await looks(0.15)).toBe(2)
  const tried = await looks(-60)
  expect(tried).toBeGreaterThan(1)
  expect(tried).toBeLessThan(7)
})

test('a server that nobody asks asks the database nothing', async () => {
  jobs = startJobs(everyJob, server.parts)
  await settled()
  // Longer than the shortest pause that a job knows.
  const asked = await statementsOf(() => new Promise((next) => setTimeout(next, 1200)))
  expect(asked).toEqual([])
})

/** What the work asks in all, and how much of it without giving the loop back. */
async function weigh(work: () => Promise<unknown>) {
  let stretch = 0
  const asked = await statementsOf(async () => {
    stretch = await longestStretch(work)
  })
  return { asked: asked.length, stretch }
}

test('however much is owed, whoever comes in has their turn after each slice of statements', async () => {
  for (const to of ['assigned', 'handling', 'closed'] as const) await bring(server, town, to)
  await server.database.transaction((tx) => tx.query("UPDATE matter SET next_at = '1970-01-01 00:00:00.000'"))
  const { reader } = server.database
  const rounds = {
    jobs: () => Promise.all(everyJob.map((job) => job.run(server.parts))),
    rebuild: () => rebuild(server.database, server.clock.now()),
    chain: async () => {
      for (let left = 100; left > 0; left -= 1) await reader.query('SELECT id FROM town')
    },
    transaction: () =>
      server.database.transaction(async (tx) => {
        for (let left = 100; left > 0; left -= 1) await tx.query('SELECT id FROM town')
      }),
  }
  const most = sliceOf.statements
  for (const [name, round] of Object.entries(rounds)) {
    const { asked, stretch } = await weigh(round)
    expect({ name, isLong: asked > 3 * most }).toEqual({ name, isLong: true })
    expect({ name, stretch: Math.max(stretch, most) }).toEqual({ name, stretch: most })
  }
})
