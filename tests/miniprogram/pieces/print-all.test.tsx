/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import { act } from 'react'
import { printPage } from '../../../miniprogram/src/client/print'
import { PrintAll } from '../../../miniprogram/src/pieces/print-all'
import { draw } from '../../support/pieces/draw'

jest.mock('../../../miniprogram/src/client/print', () => ({ printPage: jest.fn() }))

beforeEach(() => {
  jest.mocked(printPage).mockClear()
  Object.assign(window, { innerWidth: 1280 })
})
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)))

test('what is not here yet is fetched before a list is printed', async () => {
  let arrive: () => void = () => undefined
  const rest = jest.fn(() => new Promise<void>((resolve) => (arrive = resolve)))
  const { tap } = draw(<PrintAll pages={{ rest }} />)
  tap('.button')
  await settled()
  expect([rest.mock.calls.length, jest.mocked(printPage).mock.calls.length]).toEqual([1, 0])
  arrive()
  await settled()
  expect(printPage).toHaveBeenCalledTimes(1)
})

test('a part of a list is not printed as if it were all of it', async () => {
  const { tap, text } = draw(<PrintAll pages={{ rest: () => Promise.reject(new Error('no network')) }} />)
  tap('.button')
  await settled()
  expect(printPage).not.toHaveBeenCalled()
  expect(text()).toMatch(/打印.+/)
})
