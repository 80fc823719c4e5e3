import { canary } from '../../../scripts/faults/canary'
import { groundOf } from '../../support/faults'

test('a word planted in every personal field is found by nobody who has no part in it, nor in the log, nor in WeChat', async () => {
  const { figures, wrong } = await canary.run(groundOf(canary))
  expect(wrong).toEqual([])
  expect(Number(figures.answered)).toBeGreaterThan(30)
})
