import { createWorkApart, TooHard, TooManyWaiting } from '../../../server/gateways/apart/work-apart'
import type { Tried } from '../../support/apart/tried'

/** What is done apart is bounded in time, memory and number, and takes nobody down with it. */
const create = (mostMs = 20_000, mostWaiting = 4) =>
  createWorkApart<Tried, string>('../tests/support/apart/tried', {
    mostMs,
    mostMegabytes: 100,
    mostWaiting,
  })
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const pidOf = (answer: string) => Number(answer.split(' ')[1])

test('one after another in one process, in the order in which they came', async () => {
  const work = create()
  const answers = await Promise.all([
    work({ what: 'say', say: 'first', ms: 60 }),
    work({ what: 'say', say: 'second' }),
    work({ what: 'say', say: 'third' }),
  ])
  expect(answers.map((answer) => answer.split(' ')[0])).toEqual(['first', 'second', 'third'])
  expect(new Set(answers.map(pidOf)).size).toBe(1)
})

test.each(['hang', 'spin'] as const)(
  'what does not come to an end (%s) is ended, and the next is done by a new process',
  async (what) => {
    const work = create(4000)
    const before = pidOf(await work({ what: 'say' }))
    const [ended, next] = await Promise.allSettled([work({ what }), work({ what: 'say', say: 'next' })])
    expect(ended).toMatchObject({ status: 'rejected', reason: expect.any(TooHard) as unknown })
    expect(next).toMatchObject({ status: 'fulfilled', value: expect.stringMatching(/^next /) as unknown })
    expect(isAlive(before)).toBe(false)
  },
)

test.each(['fill', 'throw'] as const)('what ends its process (%s) is told, and only that', async (what) => {
  const work = create()
  await expect(work({ what })).rejects.toBeInstanceOf(TooHard)
  expect(await work({ what: 'say', say: 'next' })).toMatch(/^next /)
})

test('a process that was ended from outside while it had nothing to do costs nobody anything', async () => {
  const work = create()
  process.kill(pidOf(await work({ what: 'say' })), 'SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await work({ what: 'say', say: 'next' })).toMatch(/^next /)
})

test('told to end together with the server, it finishes what is in hand', async () => {
  const work = create()
  const pid = pidOf(await work({ what: 'say' }))
  const inHand = work({ what: 'say', say: 'finished', ms: 500 })
  await new Promise((resolve) => setTimeout(resolve, 100))
  process.kill(pid, 'SIGTERM')
  process.kill(pid, 'SIGINT')
  expect(await inHand).toBe(`finished ${pid}`)
})

test('who comes when enough are waiting is told so at once', async () => {
  const work = create(20_000, 2)
  const two = [work({ what: 'say', say: 'a', ms: 100 }), work({ what: 'say', say: 'b' })]
  await expect(work({ what: 'say', say: 'c' })).rejects.toBeInstanceOf(TooManyWaiting)
  await Promise.all(two)
  expect(await work({ what: 'say', say: 'd' })).toMatch(/^d /)
})

test('it knows none of the server’s secrets', async () => {
  process.env.WECHAT_APP_SECRET = 'a secret'
  const names = (await create()({ what: 'environment' })).split(' ')
  delete process.env.WECHAT_APP_SECRET
  expect(names.filter((name) => /SECRET|KEY|TOKEN|DATABASE|WECHAT/.test(name))).toEqual([])
})

test('it ends with the server, in the middle of whatever it does, and begins nothing any more', async () => {
  const work = create()
  const pid = pidOf(await work({ what: 'say' }))
  const [inHand, waiting] = [work({ what: 'spin' }), work({ what: 'say' })]
  const settled = Promise.allSettled([inHand, waiting])
  await new Promise((resolve) => setTimeout(resolve, 50))
  work.end()
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(work({ what: 'say' })).rejects.toBeInstanceOf(TooManyWaiting)
  expect(isAlive(pid)).toBe(false)
})
