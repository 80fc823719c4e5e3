import { fill } from '../../../scripts/faults/fill'
import { groundOf } from '../../support/faults'

test('a full disk loses nothing that was acknowledged: writes are refused, reads work, health says so, and it recovers by itself (a small volume where one may be mounted, drivers that say so elsewhere)', async () => {
  const { figures, wrong } = await fill.run(groundOf(fill))
  expect({ wrong, fills: figures.fills }).toEqual({ wrong: [], fills: 1 })
})
