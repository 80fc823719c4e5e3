import { refusalGrounds } from '../../shared/words/words'
import { startServer, type TestServer } from '../support/server'
import { forms, see, start, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'
import { workOf } from '../support/work'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

async function underReview() {
  const id = await start(town)
  await step(town, town.deputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  return id
}

test('acceptance keeps each of the three checks with its note and who looked', async () => {
  const id = await underReview()
  const accepted = await step(town, town.office, id, 'accept', {
    ...forms(town).accept,
    qualityNote: '情况已到现场核实。',
  })
  expect(accepted.review).toMatchObject({
    verdict: 'accepted',
    checker: '陈静',
    on: '2026-11-23',
    checks: [
      { check: 'legality', passed: true, note: null },
      { check: 'quality', passed: true, note: '情况已到现场核实。' },
      { check: 'wording', passed: true, note: null },
    ],
  })
})

test.each(['legality', 'quality', 'wording'])(
  'nothing is accepted without the check of %s',
  async (check) => {
    const id = await underReview()
    const form = Object.fromEntries(Object.entries(forms(town).accept).filter(([name]) => name !== check))
    await expect(step(town, town.office, id, 'accept', form)).rejects.toThrow('打勾')
  },
)

test('returned for revision, it says which check failed and what to change, and comes back', async () => {
  const id = await underReview()
  await step(town, town.office, id, 'requestRevision', forms(town).requestRevision)
  const seen = await see(town, town.deputy, id)
  expect(seen.review?.checks.map(({ check, passed, note }) => [check, passed, note])).toEqual([
    ['legality', true, null],
    ['quality', false, forms(town).requestRevision.reason],
    ['wording', true, null],
  ])
  expect((await step(town, town.deputy, id, 'submit')).state).toBe('submitted')
})

describe('not accepted', () => {
  const refuse = async (form: Record<string, unknown>) => {
    const id = await underReview()
    return step(town, town.presidium, id, 'refuseAcceptance', { ...forms(town).refuseAcceptance, ...form })
  }

  test.each(['', 'unwelcome', undefined])('never on a ground that is not listed: %s', async (ground) => {
    await expect(refuse({ ground })).rejects.toThrow('请选择不予受理的依据')
  })

  test('with the ground, the reason and what becomes of it, all told to the deputy', async () => {
    const refused = await refuse({ ground: 'petition', disposition: 'petitionReferral' })
    expect(refused.review).toMatchObject({ ground: 'petition', disposition: 'petitionReferral' })
    const told = (await toldTo(server, town.deputy)).join()
    expect(told).toContain(refusalGrounds.petition)
    expect(told).toContain('没有具体内容。')
    expect(told).toContain('转信访渠道办理')
  })

  test('treated as a letter, it is passed to a unit, which may read it and owes nothing', async () => {
    const { id } = await refuse({ disposition: 'deputyLetter', letterUnitId: town.unitId })
    expect((await toldTo(server, town.unit)).join()).toContain('转你单位参考')
    const seen = await see(town, town.unit, id)
    expect([seen.actions, seen.review?.letterUnit]).toEqual([[], '镇水利站'])
    expect((await workOf(town, town.unit, 'ended')).map((row) => row.id)).toContain(id)
    await expect(see(town, town.coUnit, id)).rejects.toThrow('not_found')
  })

  test('a letter needs its unit', async () => {
    await expect(refuse({ disposition: 'deputyLetter' })).rejects.toThrow('请选转给哪个单位参考')
  })

  test('and a unit that is named for anything else gets nothing', async () => {
    const { id } = await refuse({ disposition: 'explained', letterUnitId: town.unitId })
    await expect(see(town, town.unit, id)).rejects.toThrow('not_found')
  })
})
