import { inTurn } from '../../../server/database/in-turn'

const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms))

test('work runs one after the other, in the order in which it was given, also after one that failed', async () => {
  const queue = inTurn(() => new Error('late'))
  const order: string[] = []
  const work = (name: string, ms: number) =>
    queue(async () => {
      order.push(`${name} begins`)
      await pause(ms)
      order.push(`${name} ends`)
    })
  const failed = queue(() => Promise.reject(new Error('on purpose')))
  await Promise.all([work('first', 30), expect(failed).rejects.toThrow('on purpose'), work('second', 0)])
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('whoever has waited too long is refused, and their work never begins', async () => {
  const queue = inTurn(() => new Error('late'))
  const first = queue(() => pause(100))
  let begun = false
  const second = queue(() => {
    begun = true
    return Promise.resolve()
  }, 30)
  await expect(second).rejects.toThrow('late')
  await first
  await pause(10)
  expect([begun, await queue(() => Promise.resolve('third'))]).toEqual([false, 'third'])
})
