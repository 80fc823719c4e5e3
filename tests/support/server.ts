import type { AddressInfo } from 'node:net'
import { createReadsApart } from '../../server/apart/reads'
import { createApp } from '../../server/app'
import { allRoutes } from '../../server/routes'
import { readEnv } from '../../server/env'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { findDifferences } from '../../server/engine/rebuild'
import { createHttpServer } from '../../server/http/listen'
import { createLog } from '../../server/http/log'
import { askForContacts } from '../../server/jobs/ask-for-contacts'
import { askForHolidays } from '../../server/jobs/ask-for-holidays'
import { beginTerms } from '../../server/jobs/begin-terms'
import { checkContent } from '../../server/jobs/check-content'
import { checkRegisters } from '../../server/jobs/check-register'
import { checkPhotos } from '../../server/jobs/check-photos'
import { checkOpinions } from '../../server/jobs/check-opinions'
import { clock as clockJob } from '../../server/jobs/clock'
import { deliver } from '../../server/jobs/deliver'
import { planMeetings } from '../../server/jobs/plan-meetings'
import { readWechatEvents } from '../../server/jobs/read-wechat-events'
import type { JobParts } from '../../server/jobs/runner'
import { tidy } from '../../server/jobs/tidy'
import { transcribe } from '../../server/jobs/transcribe'
import { startSimulator } from '../../scripts/wechat-simulator/simulator'
import { createClock } from './clock'
import { counted, inTheNameOf } from './statements'
import { leaveMeasured } from './measured'
import { readHere } from './read-here'
import { sharedDatabase } from './clean-database'
import { engineOfTests, type TestDatabase } from './database'
import { wechatConfig } from './wechat-config'

/** The jobs by name; a test runs one when the story says that time has passed. */
const jobs = {
  deliver,
  readWechatEvents,
  checkOpinions,
  checkContent,
  checkPhotos,
  transcribe,
  checkRegisters,
  clock: clockJob,
  beginTerms,
  planMeetings,
  askForHolidays,
  askForContacts,
  tidy,
}

/**
 * The real app on a real socket, with a real database, the WeChat simulator and a clock that one can turn.
 * Limits on how often one may ask are off unless a test is about them.
 */
export async function startServer({
  at = '2026-11-23T01:00:00.000Z',
  limited = false,
  personas = true,
  reachable = true,
  /** How many proxies stand in front. */
  proxies = 0,
  publicUrl = '',
  operatorToken = '',
  /** A folder of built pages; those of this checkout unless told. */
  pages = undefined as string | undefined,
  /** A database that is there already; an empty one unless told. */
  place = undefined as TestDatabase | undefined,
  /** Reads that walk much are done in their own process, as in a town; here unless told. */
  apart = false,
  /** Who waits for what a migration has left; nobody unless told. */
  ready = undefined as ((townId: string) => Promise<void>) | undefined,
  /** How much is kept of what everyone reads; as much as the product keeps unless told. */
  publicBytes = undefined as number | undefined,
  /** Of the environment, beside what every test has. */
  vars = {},
  /** Reads every line of the log; nobody unless told. */
  heard = undefined as ((line: string) => void) | undefined,
  /** Rooms beside those of the product. */
  more = [] as typeof allRoutes,
} = {}) {
  const clock = createClock(at)
  const { database, url, drop } = place ?? (await sharedDatabase())
  const simulator = await startSimulator({ now: () => clock.now().getTime(), sendTakesMs: 0, log: () => {} })
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    DEMO_PERSONAS: personas ? 'on' : 'off',
    TRUST_PROXY: String(proxies),
    PUBLIC_URL: publicUrl,
    OPERATOR_TOKEN: operatorToken,
    ...wechatConfig(simulator.url),
    ...vars,
  })
  const log = heard ? createLog('trace', { write: heard }) : createLog('silent')
  const process = apart ? createReadsApart(url) : undefined
  const wechat = createWechat(env.wechat, clock.now)
  const { app, bound } = createApp({
    env,
    database,
    wechat,
    log,
    now: clock.now,
    apart: process ?? readHere(database.reader),
    ready,
    ...(pages === undefined ? {} : { pages }),
    ...(publicBytes === undefined ? {} : { publicBytes }),
    routes: [...allRoutes, ...more],
    ...(limited ? {} : { limits: async () => {} }),
  })
  const server = createHttpServer(counted(app.callback()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const parts: JobParts = {
    database,
    wechat,
    now: clock.now,
    log,
    outboxLeaseSeconds: 60,
    pushesADay: 10_000,
    photoCheck: reachable ? { publicUrl: serverUrl, secretKey: env.secretKey } : undefined,
  }
  return {
    url: serverUrl,
    databaseUrl: url,
    env,
    clock,
    database,
    simulator,
    app,
    bound,
    parts,
    run: (job: keyof typeof jobs) => inTheNameOf(`the job ${job}`, () => jobs[job].run(parts)),
    /** When there is something for it, and what it does then. */
    round: (job: keyof typeof jobs) =>
      inTheNameOf(`the job ${job}`, async () => {
        await jobs[job].next?.(parts)
        await jobs[job].run(parts)
      }),
    jobs: Object.keys(jobs) as (keyof typeof jobs)[],
    async stop() {
      // A journey in which a step forgot what follows from it fails here.
      const drifted = isJourney() ? await findDifferences(database.reader, clock.now()) : []
      leaveMeasured(bound)
      process?.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await simulator.close()
      await drop()
      expect(drifted).toEqual([])
    },
  }
}

/** On one engine: what follows from a matter does not come from the database. */
const isJourney = () =>
  engineOfTests === 'sqlite' && /[\\/]journeys[\\/]/.test(expect.getState().testPath ?? '')

export type TestServer = Awaited<ReturnType<typeof startServer>>
