import { odd } from '../../../scripts/faults/odd'
import { groundOf } from '../../support/faults'

test('of requests that no phone sends none breaks the house, and each is let go in time', async () => {
  const { figures, wrong } = await odd.run(groundOf(odd))
  expect({ wrong, inputs: figures.inputs, broken: figures['5xx'] }).toEqual({
    wrong: [],
    inputs: odd.times.small,
    broken: 0,
  })
  // Most of it was read and refused, and not only kept away.
  expect(Number(figures['4xx'])).toBeGreaterThan(odd.times.small / 2)
})
