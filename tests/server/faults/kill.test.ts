import { kill } from '../../../scripts/faults/kill'
import { groundOf } from '../../support/faults'

test('a server killed while people write has lost nothing that it acknowledged', async () => {
  const { figures, wrong } = await kill.run(groundOf(kill))
  expect({ wrong, killed: figures.kills }).toEqual({ wrong: [], killed: kill.times.small })
})
