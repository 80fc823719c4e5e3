import { inTurn } from '../../../server/database/in-turn'

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms))
const late = () => new Error('late')

test('work runs one after the other, in the order in which it was given, also after one that failed', async () => {
  const queue = inTurn({ atOnce: 1, late })
  const order: string[] = []
  const work = (name: string, ms: number) =>
    queue('town', async () => {
      order.push(`${name} begins`)
      await pause(ms)
      order.push(`${name} ends`)
    })
  const failed = queue('town', () => Promise.reject(new Error('on purpose')))
  await Promise.all([work('first', 30), expect(failed).rejects.toThrow('on purpose'), work('second', 0)])
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('whoever has waited too long is refused, and their work never begins', async () => {
  const queue = inTurn({ atOnce: 1, late })
  const first = queue('town', () => pause(100))
  let begun = false
  const begin = () => {
    begun = true
    return Promise.resolve()
  }
  const second = queue('town', begin, 30)
  await expect(second).rejects.toThrow('late')
  await first
  await pause(10)
  expect([begun, await queue('town', () => Promise.resolve('third'))]).toEqual([false, 'third'])
})

test('each town has its turn, however much another has asked before', async () => {
  const queue = inTurn({ atOnce: 2, late })
  const order: string[] = []
  let running = 0
  let most = 0
  const work = (town: string) =>
    queue(town, async () => {
      most = Math.max(most, (running += 1))
      order.push(town)
      await pause(1)
      running -= 1
    })
  await Promise.all(
    ['noisy', 'noisy', 'noisy', 'noisy', 'noisy', 'quiet', 'noisy', 'other', 'quiet'].map(work),
  )
  // Two had begun before the others came.
  expect(order.slice(2, 6)).toEqual(['noisy', 'quiet', 'other', 'noisy'])
  expect([order.length, most]).toEqual([9, 2])
})
