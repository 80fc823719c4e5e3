import { lookUp } from '../../../scripts/wechat-simulator/lookup'

type Item = { key: string; value: number }
const find = (list: Item[], key: string) => lookUp(list, key, (item) => item.key)?.value

test('what is there is found, what is not is not', () => {
  const list = [{ key: 'a', value: 1 }]
  expect([find(list, 'a'), find(list, 'b')]).toEqual([1, undefined])
})

test('what was added since is found', () => {
  const list = [{ key: 'a', value: 1 }]
  find(list, 'b')
  list.push({ key: 'b', value: 2 })
  expect(find(list, 'b')).toBe(2)
})

test('what was taken away since is not', () => {
  const list = [
    { key: 'a', value: 1 },
    { key: 'b', value: 2 },
  ]
  find(list, 'a')
  list.pop()
  expect([find(list, 'a'), find(list, 'b')]).toEqual([1, undefined])
})

test('two lists have nothing to do with each other', () => {
  const [one, other] = [[{ key: 'a', value: 1 }], [{ key: 'a', value: 2 }]]
  expect([find(one, 'a'), find(other, 'a')]).toEqual([1, 2])
})
