/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import { act } from 'react'
import { ask } from '../../../miniprogram/src/client/ask'
import { keptRoll } from '../../../miniprogram/src/client/rolls'
import { useRoll } from '../../../miniprogram/src/hooks/use-roll'
import type { Roll } from '../../../shared/matters/meeting/roll-endpoints'
import { draw } from '../../support/pieces/draw'

jest.mock('../../../miniprogram/src/client/ask', () => ({ ask: jest.fn() }))
jest.mock('../../../miniprogram/src/client/on-back-online', () => ({ onBackOnline: () => () => undefined }))
jest.mock('../../../miniprogram/src/client/request-key', () => {
  let made = 0
  return { newKeySoon: () => Promise.resolve('k'), newKey: () => String((made += 1)).padStart(26, 'k') }
})
jest.mock('../../../miniprogram/src/client/store', () => {
  const kept = new Map<string, string>()
  return {
    recall: () => 'a',
    readKept: (name: string) => JSON.parse(kept.get(name) ?? 'null') as unknown,
    writeKept: (name: string, value: unknown) => void kept.set(name, JSON.stringify(value)),
  }
})

const [town, id] = ['t'.repeat(26), 'm'.repeat(26)]
const persons = ['p', 'q'].map((one) => ({ id: one.repeat(26), name: one, group: null, onLeave: false }))
const roll: Roll = {
  ...{ id, title: '第3次会议', rollNo: 1, isOpen: true, serverAt: 0, persons, marks: [] },
  hall: {
    ...{ inOffice: 2, suspended: 0, expected: 2, rule: 'twoThirds', isPresidium: false, word: '代表' },
    ...{ open: false, observers: 0 },
  },
}

test('what is tapped while the list is on its way, over a network that is just back, is not lost', async () => {
  const asked = jest.mocked(ask)
  asked.mockResolvedValueOnce(roll)
  let held: ReturnType<typeof useRoll> | undefined
  function Drawn() {
    held = useRoll(town, id)
    return null
  }
  draw(<Drawn />)
  await act(() => Promise.resolve())
  let arrive: (roll: Roll) => void = () => undefined
  asked.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)))
  asked.mockReturnValue(new Promise(() => undefined))
  await act(async () => {
    const loading = held?.load()
    await Promise.resolve()
    held?.add(persons[0]?.id ?? '', 'arrived', 'clerk')
    await Promise.resolve()
    arrive(roll)
    await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, 20))])
  })
  expect(held?.kept?.marks).toHaveLength(1)
  expect(keptRoll(id)?.unsent).toHaveLength(1)
})
