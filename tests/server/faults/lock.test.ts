import { lock } from '../../../scripts/faults/lock'
import { groundOf } from '../../support/faults'

test('while another process holds the lock reads go on, writes are refused in time, and work again afterwards', async () => {
  const { figures, wrong } = await lock.run(groundOf(lock))
  expect({ wrong, refused: figures.refused }).toEqual({ wrong: [], refused: 5 })
})
