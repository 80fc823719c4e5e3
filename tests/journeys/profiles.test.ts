import { pickProfile } from '../../shared/api/rules'
import type { ProfileName } from '../../shared/rules/profiles'
import { bring, notSatisfied } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { buildTown, type TestTown } from '../support/town'
import { seenRules } from '../support/settings'

/**
 * The nine rule sets, each through the real server, for a suggestion handed over on Monday 23 November 2026.
 * The days are worked out by hand: 1 January 2027 is off, 2027 has no official list yet and counts with weekends.
 */
interface Expectation {
  /** Reply; the last day on which a return may be asked for; co-unit's opinion. */
  reply: string
  lastReturn: string
  coUnit: string
  /** The farthest day of an extension. */
  cap: string
  /** Rated after a reply of the same day; the new reply after "not satisfied". */
  rate: string
  again: string
}

const expected: Record<ProfileName, Expectation> = {
  henan: at('2027-02-23', '2026-12-07', '2027-01-25', '2027-05-24', '2026-12-07', '2026-12-23'),
  qingdao: at('2027-02-23', '2026-11-30', '2026-12-23', '2027-05-24', '2026-12-07', '2026-12-23'),
  chongqing: at('2027-02-23', '2026-12-07', '2027-01-05', '2027-05-24', '2026-12-21', '2027-01-25'),
  chongqingTownship: at('2027-01-25', '2026-12-07', '2027-01-05', '2027-03-23', '2026-12-21', '2027-01-25'),
  shandong: at('2027-02-23', '2026-11-30', '2026-12-23', '2027-05-24', '2026-12-07', '2026-12-23'),
  shandongTownship: at('2027-01-25', '2026-11-30', '2026-12-23', '2027-03-23', '2026-12-07', '2026-12-23'),
  zhejiang: at('2027-02-23', '2026-12-03', '2027-01-25', '2027-05-24', '2026-12-07', '2026-12-23'),
  beijing: at('2027-02-23', '2026-12-07', '2027-01-25', '2027-05-24', '2026-12-14', '2027-01-25'),
  shanghai: at('2027-02-23', '2026-12-02', '2026-12-23', '2027-05-24', '2026-12-07', '2026-12-23'),
}

function at(
  reply: string,
  lastReturn: string,
  coUnit: string,
  cap: string,
  rate: string,
  again: string,
): Expectation {
  return { reply, lastReturn, coUnit, cap, rate, again }
}

let server: TestServer
let town: TestTown
afterEach(() => server.stop())

describe.each(Object.entries(expected) as [ProfileName, Expectation][])('%s', (profile, days) => {
  beforeEach(async () => {
    server = await startServer()
    town = await buildTown(server)
    const params = { town: town.id }
    // Henan is what a town begins with.
    if (profile !== 'henan') {
      const input = { version: await seenRules(town), profile, reason: '按本地规定。' }
      await town.office.client.call(pickProfile, { params, input })
    }
  })

  test('reply, co-unit, return', async () => {
    const id = await bring(server, town, 'assigned')
    const assigned = await see(town, town.unit, id)
    expect([assigned.rounds[0]?.deadline.on, assigned.asks[0]?.dueOn]).toEqual([days.reply, days.coUnit])
    server.clock.set(`${days.lastReturn}T15:59:00Z`)
    expect((await see(town, town.unit, id)).actions).toContain('requestReturn')
    server.clock.set(`${days.lastReturn}T16:00:01Z`)
    expect((await see(town, town.unit, id)).actions).not.toContain('requestReturn')
  })

  test('extension up to its cap, not a day more', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'handling')
    const dayAfter = new Date(Date.parse(days.cap) + 86_400_000).toISOString().slice(0, 10)
    const beyond = { ...form.requestExtension, latestOn: dayAfter }
    expect((await refusedStep(town, town.unit, id, 'requestExtension', beyond)).code).toBe('bad_input')
    await step(town, town.unit, id, 'requestExtension', { ...form.requestExtension, latestOn: days.cap })
    const granted = await step(town, town.presidium, id, 'grantExtension', {
      until: days.cap,
      decidedHow: '第 3 次主席团会议',
    })
    expect(granted.rounds[0]?.deadline.on).toBe(days.cap)
  })

  test('rating and the reply after “not satisfied”', async () => {
    const id = await bring(server, town, 'replied')
    expect((await see(town, town.deputy, id)).due?.on).toBe(days.rate)
    await step(town, town.deputy, id, 'evaluate', notSatisfied)
    const again = await step(town, town.office, id, 'reHandle', forms(town).reHandle)
    expect(again.rounds[1]?.deadline.on).toBe(days.again)
  })
})
